"""What the guard knows of the shipped sentences is what templates and pairs say now."""

from training.corpus import read_corpus
from training.known import FILE, known_wordings


def test_the_file_of_verified_wordings_is_up_to_date() -> None:
    assert FILE.read_text(encoding="utf-8") == known_wordings(read_corpus()), "run make wordings"
