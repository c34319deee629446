"""What came in: pasted text or a file, read as the newest message of its thread."""

from .errors import IntakeError
from .language import detect_language
from .read import read_bytes, read_file, read_text

__all__ = ["IntakeError", "detect_language", "read_bytes", "read_file", "read_text"]
