"""What a stranger reads of a flag: one sentence of fact about this message, in plain words."""

import re

import pytest

from demur.domain.reading import ActType, Signal
from demur.rules import Example
from rulebook import RULEBOOK

EXAMPLES = [example for rule in RULEBOOK.signals for example in rule.hits]
EXAMPLES += [example for rule in RULEBOOK.acts for example in rule.hits]
# An id, a term, a slot, a score: nothing of the engine's inside.
INSIDE = re.compile(rf"\b(?:{'|'.join(ActType)}):\w|[@$*_/]|\d\.\d|%|\b(?:pattern|score|signal)s?\b")


def flags(example: Example) -> tuple[Signal, ...]:
    return RULEBOOK.read(example.message, example.profile, example.ledger, example.today).signals


def test_a_reason_is_one_whole_sentence_about_the_message() -> None:
    for flag in {flag for example in EXAMPLES for flag in flags(example)}:
        assert re.fullmatch(r"[A-Z][^\n]*[^ ,;:]\.", flag.why), flag.why
        assert not re.search(r" [ .,;:)]|\( ", flag.why), flag.why


def test_a_reason_shows_nothing_of_the_inside() -> None:
    for flag in {flag for example in EXAMPLES for flag in flags(example)}:
        said = flag.why
        for words in (*flag.entries, *(evidence.text for evidence in flag.evidence)):
            said = said.replace(words, "")
        assert not INSIDE.search(said), flag.why


@pytest.mark.parametrize(
    ("text", "id_", "why"),
    [
        ("Did I say something offensive? Could we meet?", "pressure", "Presses you with guilt."),
        (
            "Hello, we provide SEO services at the top level. Would you like to schedule a demo?",
            "selling",
            "Offers a product or service and a demo of what they sell and says nothing about you.",
        ),
        (
            "I have a business proposal I would like to discuss.",
            "vague",
            "Brings up an opportunity that is not named.",
        ),
    ],
)  # fmt: skip
def test_a_reason_names_what_the_flag_is_about_and_not_what_goes_with_it(
    text: str, id_: str, why: str
) -> None:
    assert [flag.why for flag in flags(Example(text=text)) if flag.id == id_] == [why]


def test_every_flag_shows_words_or_an_entry_and_its_article() -> None:
    for flag in {flag for example in EXAMPLES for flag in flags(example)}:
        assert flag.evidence or flag.entries, flag.why
        assert flag.source.quote
