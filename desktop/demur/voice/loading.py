"""A voice from its file."""

from demur.domain.data_file import parse_data_file
from demur.domain.voice import Voice


def load_voice(text: str, name: str) -> Voice:
    """The voice in the TOML ``text`` of the file ``name``; raises ``DataFileError`` with file and line."""
    return parse_data_file(text, name, Voice)
