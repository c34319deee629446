"""English contractions, both ways."""

import pytest

from demur.voice.contractions import contract, expand, unforced


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("I am not able to.", "I'm not able to."),
        ("I will not go, and I cannot stay.", "I won't go, and I can't stay."),
        ("It is not here.", "It isn't here."),
        ("You have been kind.", "You've been kind."),
        ("Do not wait.", "Don't wait."),
        ("i will see that it is done", "i'll see that it's done"),
        ("I would be glad.", "I'd be glad."),
    ],
)
def test_both_ways(long: str, short: str) -> None:
    assert contract(long)[0] == short
    assert expand(short)[0] == long
    assert contract(short) == (short, 0)
    assert expand(long) == (long, 0)


@pytest.mark.parametrize(
    "text",
    [
        "Yes, I am.",
        "As busy as I am and as you know",
        "I have a break.",
        "Let us know.",
        "what it is, however",
    ],
)
def test_what_keeps_its_stress_or_its_meaning_is_not_contracted(text: str) -> None:
    assert contract(text) == (text, 0)


@pytest.mark.parametrize(
    "text", ["Don't you think so?", "I'd gone.", "Let's go.", "What's new?", "Alex's book"]
)
def test_what_is_ambiguous_is_not_written_out(text: str) -> None:
    assert expand(text) == (text, 0)


def test_a_typographic_apostrophe_is_one_too() -> None:
    assert expand("It’s been fine, but it’s late and I’d like to go.") == (
        "It has been fine, but it is late and I would like to go.",
        3,
    )


@pytest.mark.parametrize(
    ("forced", "usual"),
    [
        ("This's outside it, so no's the answer.", "This is outside it, so no is the answer."),
        ("March’d suit me, and it'd suit Ana.", "March would suit me, and it'd suit Ana."),
        ("What're the details, if the details're here?", "What're the details, if the details are here?"),
        ("Y'all'd like it; you're right, that's his.", "Y'all'd like it; you're right, that's his."),
    ],
)
def test_what_nobody_contracts_is_written_out(forced: str, usual: str) -> None:
    assert unforced(forced) == usual
