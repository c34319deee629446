"""Nobody declines, or accepts, in a rush."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from demur.advice import DecisionTable
from demur.domain.advice import MoveId
from demur.domain.message import Evidence, Part
from demur.domain.reading import Act, ActType, Reading, Side, Signal, SignalId, Source

FILE = Path(__file__).parents[2] / "desktop/demur/advice/table.toml"
TABLE = DecisionTable.load(FILE.read_text(encoding="utf-8"), FILE.name)
ARTICLES = Path(__file__).parents[3] / "shared/articles"

HERE = Evidence(part=Part.BODY, start=0, end=2, text="Hi")
SOURCE = Source(article="004", quote="Check in every so often.")


def signal(id_: SignalId, side: Side, strength: int = 2) -> Signal:
    return Signal(id=id_, side=side, strength=strength, why=f"It is {id_}.", source=SOURCE)


TOO_SOON = signal(SignalId.TOO_SOON, Side.SENDER)
KNOWS_ME = signal(SignalId.KNOWS_ME, Side.COUNTER)
PRACTICE = signal(SignalId.PRACTICE, Side.COUNTER)
OFF_TARGET = signal(SignalId.OFF_TARGET, Side.FIT, 1)


def thoughts(signals: Iterable[Signal], type_: ActType = ActType.ASK, kind: str = "refer") -> list[str]:
    act = Act(type=type_, kind=kind, evidence=HERE)
    advice = TABLE.advise(Reading(acts=(act,), signals=tuple(signals)))
    return [one.thought for one in advice.second_look]


def test_beside_a_no_stand_the_counter_signals_and_article_001() -> None:
    assert thoughts([TOO_SOON, KNOWS_ME]) == [
        "It is knows-me.",
        "It may look unpromising and still teach you something, or bring you to somebody.",
    ]


@pytest.mark.parametrize(
    ("type_", "kind", "words"),
    [
        (ActType.ASK, "hire", "practice"),
        (ActType.INVITATION, "interview", "practice"),
        (ActType.INVITATION, "event", "somebody new"),
        (ActType.ASK, "call", "may know the person"),
        (ActType.ASK, "advise", "unpromising"),
    ],
)
def test_article_001_speaks_about_this_kind_of_request(type_: ActType, kind: str, words: str) -> None:
    (thought,) = thoughts([TOO_SOON], type_, kind)
    assert words in thought


def test_beside_a_yes_stand_the_red_flags() -> None:
    assert thoughts([PRACTICE, OFF_TARGET]) == ["It is off-target."]


def test_beside_a_question_stands_nothing() -> None:
    assert thoughts([signal(SignalId.VAGUE, Side.SENDER), KNOWS_ME]) == []


@pytest.mark.parametrize("strength", [2, 3])
def test_a_fraud_is_given_no_second_chance(strength: int) -> None:
    assert thoughts([signal(SignalId.INTEGRITY, Side.SENDER, strength)]) == []


def test_every_move_that_the_table_advises_says_yes_no_or_asks() -> None:
    look = TABLE.second_look
    others = {row.move for row in TABLE.rows} - {*look.no, *look.yes}
    assert others == {MoveId.ASK_DETAILS, MoveId.NO_REPLY}
    assert not set(look.no) & set(look.yes)


QUOTES = [thought.source for thought in TABLE.second_look.thoughts]


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the articles are not here")
@pytest.mark.parametrize("source", QUOTES, ids=lambda source: source.quote[:30])
def test_article_001_is_quoted_word_for_word(source: Source) -> None:
    (article,) = ARTICLES.glob(f"{source.article}_*.txt")
    assert source.quote in article.read_text(encoding="utf-8")


def test_a_second_thought_names_the_signal_that_it_comes_from_and_its_article() -> None:
    (thought,) = TABLE.advise(Reading(acts=(), signals=(PRACTICE, OFF_TARGET))).second_look
    assert thought.signal is SignalId.OFF_TARGET
    assert thought.source == SOURCE
