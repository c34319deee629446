"""Tokens cut characters anywhere: the pieces of text are whole all the same."""

from hypothesis import given
from hypothesis import strategies as st

from demur.engine.answer_text import AnswerText


@given(st.text(), st.integers(1, 7))
def test_pieces_put_together_are_the_text(text: str, size: int) -> None:
    answer = AnswerText(one_line=False)
    encoded = text.encode()
    pieces = [answer.add(encoded[at : at + size]) for at in range(0, len(encoded), size)]
    assert "".join(pieces) == answer.text == text


def test_half_a_character_at_the_end_is_dropped() -> None:
    answer = AnswerText(one_line=False)
    assert answer.add("tulip 🌷".encode()[:-1]) == "tulip "
    assert answer.text == "tulip "


@given(st.text())
def test_one_line_is_the_first_that_has_words(text: str) -> None:
    answer = AnswerText(one_line=True)
    for character in text:
        answer.add(character.encode())
        if answer.finished:
            break
    assert answer.text == text.lstrip().partition("\n")[0]
