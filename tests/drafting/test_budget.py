"""A letter says once what a person says once: openers, sign words, thanks, regret, marks."""

import pytest

from demur.domain.draft import DraftBeat, Origin
from demur.domain.template import Role
from demur.domain.voice import Voice
from demur.drafting.budget import Place
from demur.voice import measure

TEMPLATE = (
    (Role.GREET, "Hi Jordan,"),
    (Role.THANK, "Thank you for writing."),
    (Role.DECLINE, "I cannot take this on."),
    (Role.REASON, "I keep to people I know."),
    (Role.CLOSE, "I wish you well."),
    (Role.SIGN, "Cheers,\nSam"),
)
PLAIN = measure(["The bus is late.", "We painted the hall.", "It rained.", "Soup is on."], id="p", name="P")


def place(index: int, voice: Voice = PLAIN, /, **said: str) -> Place:
    beats = [
        DraftBeat(
            role=role, template=text, fallback=text, text=said.get(role.value, text), origin=Origin.VOICE
        )
        for role, text in TEMPLATE
    ]
    return Place(beats, index, voice)


@pytest.mark.parametrize(
    ("said", "index", "candidate", "excess"),
    [
        ({"thank": "Honestly, thanks."}, 2, "Honestly, I can't.", "says “honestly” more often than you do"),
        ({"thank": "Look, thanks."}, 2, "Look, I can't.", "opens like another sentence: “look”"),
        ({"thank": "Look, thanks."}, 2, "Oh, I can't.", "has an opener more than a letter of yours"),
        ({}, 4, "Thanks, and I wish you well.", "thanks once more"),
        ({"decline": "I can't, sorry."}, 3, "I keep to people I know, I'm afraid.", "regrets once more"),
        ({}, 1, "Cheers for writing.", "says “cheers” more often than you do"),
        (
            {"thank": "Thank you for writing, old bean."},
            2,
            "I can't take it on, old bean.",
            "says “old bean” more often than you do",
        ),
        ({"thank": "Thanks, lad."}, 2, "I can't, love.", "calls the reader by one more name"),
        ({"thank": "I must say thanks."}, 2, "I must say no.", "says “i must say” more often than you do"),
        ({}, 4, "I wish you well!", "has more exclamation marks than you put into a letter"),
        ({}, 4, "I wish you well 😊", "has more emoji than you put into a letter"),
    ],
)
def test_what_comes_too_often_is_named(
    said: dict[str, str], index: int, candidate: str, excess: str
) -> None:
    assert place(index, PLAIN, **said).excess(candidate) == excess


@pytest.mark.parametrize(
    ("index", "candidate"),
    [(1, "Thanks a lot for writing."), (2, "I'm afraid I can't take this on."), (2, "Oh, I can't.")],
)
def test_once_a_letter_is_not_too_often(index: int, candidate: str) -> None:
    assert place(index).excess(candidate) == ""


def test_who_exclaims_in_every_other_sentence_may_in_every_other() -> None:
    loud = measure(["What a day!", "We had tea."], id="l", name="L")
    assert place(4, loud, thank="Thanks!").excess("I wish you well!") == ""
    assert place(4, loud, thank="Thanks!", decline="I can't!").excess("I wish you well!")


def test_who_reckons_all_the_time_may_do_so_twice() -> None:
    reckoner = measure(["I reckon it'll rain.", "The ladder's here I reckon."], id="m", name="M")
    assert place(2, reckoner, thank="I reckon thanks.").excess("I reckon I can't.") == ""
    assert place(2, PLAIN, thank="I reckon thanks.").excess("I reckon I can't.")


def test_who_likes_emoji_may_have_each_once() -> None:
    merry = measure(["What a day 😊", "We had tea 🎉"], id="e", name="E")
    assert place(4, merry, thank="Thanks 😊").excess("I wish you well 🎉") == ""
    assert place(4, merry, thank="Thanks 😊", decline="No 😊").excess("I wish you well 😊")


@pytest.mark.parametrize("index", [2, 3])
def test_nobody_exclaims_or_smiles_over_a_no(index: int) -> None:
    merry = measure(["What a day! 😊", "We had tea! 🎉"], id="e", name="E")
    assert place(index, merry).excess("Not this time!") == "exclaims over a no"
    assert place(index, merry).excess("Not this time 😊") == "smiles over a no"
    assert place(index, merry).excess("Not this time.") == ""


def test_light_words_may_come_twice() -> None:
    assert place(4, thank="I really thank you.").excess("I really wish you well.") == ""
    assert place(4, thank="I really do.", reason="I really do.").excess("I really wish you well.")


def test_the_template_may_always_say_what_it_says() -> None:
    overdone = place(1, reason="Thank you, thank you.")
    assert overdone.excess("Thank you for writing.") == ""
    assert overdone.excess("Thank you, thank you for writing.") == "thanks once more"


def test_the_letter_is_nearer_to_the_voice_with_the_nearer_wording() -> None:
    near, far = "I can't take this on.", "I can't take this on, you absolutely lovely people!"
    assert place(2).farness(near) < place(2).farness(far)
