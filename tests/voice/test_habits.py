"""What readers notice when it comes too often."""

import pytest

from demur.voice import Habit, Kind, calm, habits, habits_of, plain


@pytest.mark.parametrize(
    ("sentence", "opener"),
    [
        ("Honestly, I can't.", "honestly"),
        ("To be honest, I can't.", "to be honest"),
        ("Quick one: I can't.", "quick one"),
        ("well - can't do it", "well"),
        ("Oh I can't.", "oh"),
        ("I’m afraid I can't.", "i'm afraid"),
        ("😅 Sorry, I can't.", "sorry"),
    ],
)
def test_what_stands_before_the_sentence_opens_it(sentence: str, opener: str) -> None:
    counts = habits([sentence]).counts
    assert counts[Habit(Kind.OPENER, opener)] == 1


def test_what_tells_nothing_by_itself_counts_for_all_openers() -> None:
    sentences = ["Oh I can't.", "Honestly, I can't.", "For me, Monday would be good."]
    assert habits(sentences).counts[Habit(Kind.OPENER)] == 2


@pytest.mark.parametrize(
    "sentence", ["I can't.", "If it had been up to me alone, I'd have come.", "Soup is ready."]
)
def test_a_sentence_that_simply_begins_has_no_opener(sentence: str) -> None:
    assert habits([sentence]).counts[Habit(Kind.OPENER)] == 0


def test_what_is_hung_on_at_the_end_closes_the_sentence() -> None:
    assert habits(["I can't do it, my friend!"]).counts[Habit(Kind.CLOSER, "my friend")] == 1
    assert habits(["I can't - no way"]).counts[Habit(Kind.CLOSER, "no way")] == 1


def test_marks_sign_words_thanks_and_regret_are_counted_each() -> None:
    counts = habits(["Sorry mate, cheers and thank you!!! 😅"]).counts
    for habit in (Kind.EXCLAMATION, Kind.EMOJI, Kind.THANKS, Kind.REGRET, Kind.ADDRESS):
        assert counts[Habit(habit)] == 1
    assert counts[Habit(Kind.SIGN, "cheers")] == 1


@pytest.mark.parametrize(
    ("sentence", "times"),
    [("Right you are, love.", 1), ("I'd love to, my friend.", 1), ("I love it, dear me.", 0)],
)
def test_what_somebody_is_called_is_told_from_what_is_felt(sentence: str, times: int) -> None:
    assert habits([sentence]).counts[Habit(Kind.ADDRESS)] == times


def test_rates_are_a_sentences_average() -> None:
    shown = habits(["Good to hear! See you.", "Bring the ladder!", "Rain all week."])
    assert shown.sentences == 4
    assert shown.rate(Habit(Kind.EXCLAMATION)) == 0.5
    assert habits([]).rate(Habit(Kind.EXCLAMATION)) == 0.0
    assert habits_of(("Good to hear!",)).rate(Habit(Kind.EXCLAMATION)) == 1.0


@pytest.mark.parametrize(
    ("loud", "quiet"),
    [
        ("Thanks so much!!", "Thanks so much."),
        ("Well! What?! No 😊", "Well. What? No"),
        ("Thanks 👩‍💻❤️ for writing! 😊", "Thanks for writing."),
    ],
)
def test_a_sentence_can_be_had_without_marks_and_emoji(loud: str, quiet: str) -> None:
    assert calm(loud) == quiet


@pytest.mark.parametrize(
    ("adorned", "bare"),
    [
        ("Well, I can't, lad.", "I can't."),
        ("Well now - it's a yes, lad, and gladly.", "It's a yes, and gladly."),
        ("ok wait would you like that, love?", "would you like that?"),
        ("Thanks mate!", "Thanks!"),
        ("This is it, pet, so I'm off.", "This is it, so I'm off."),
        ("Thanks mate for writing, my dear friend.", "Thanks mate for writing, my dear friend."),
    ],
)
def test_a_sentence_can_be_had_without_opener_and_address(adorned: str, bare: str) -> None:
    assert plain(adorned) == bare
