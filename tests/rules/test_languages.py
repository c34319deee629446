"""Messages in other languages than English: who reads them, and what may be said of them."""

import datetime as dt
from pathlib import Path

import pytest

from demur.domain.errors import DataFileError
from demur.domain.ledger import LedgerFacts
from demur.domain.message import Message
from demur.domain.profile import Goal, GoalKind, Period, Profile, Targets
from demur.rules import Rulebook
from rulebook import PACKS, RULEBOOK, TODAY

WORDS = Path(__file__).parents[2] / "desktop/demur/rules/packs/de/words.toml"
MEET = """
[[act]]
type = "ask"
kind = "KIND"
patterns = ["uns treffen"]
hits = ["Wollen wir uns treffen?", "uns treffen", "Lass uns treffen."]
misses = ["eins", "zwei", "drei"]
"""
PROFILE = Profile(
    fields=("product management",),
    goals=(Goal(kind=GoalKind.LIKE_MINDED, about="tidal energy"),),
    targets=Targets(industries=("fintech",)),
)
ASKS = "Could we meet for a coffee to talk about baking? Bake with me, please."
FRAGT = "Könnten wir uns auf einen Kaffee treffen, um über das Backen zu sprechen?"


def signals(body: str, language: str, profile: Profile = Profile()) -> set[str]:  # noqa: B008
    message = Message(body=body, language=language)
    return {signal.id.value for signal in RULEBOOK.read(message, profile, LedgerFacts(), TODAY).signals}


def kinds(body: str, language: str) -> set[str]:
    message = Message(body=body, language=language)
    return {
        f"{act.type}:{act.kind}" for act in RULEBOOK.read(message, Profile(), LedgerFacts(), TODAY).acts
    }


def test_english_comes_first_among_the_languages() -> None:
    assert RULEBOOK.languages[0] == "en"
    assert "de" in RULEBOOK.languages


def test_only_the_packs_of_its_language_read_a_message() -> None:
    assert "ask:meet" in kinds(FRAGT, "de")
    assert kinds(FRAGT, "en") == set()
    assert "ask:meet" in kinds(ASKS, "en")
    assert kinds(ASKS, "de") == set()


def test_of_a_language_that_is_not_read_only_profile_and_ledger_tell() -> None:
    on_break = Profile(breaks=(Period(start=TODAY, end=TODAY + dt.timedelta(days=9)),))
    assert signals(ASKS, "pl") == set()
    assert signals(ASKS, "pl", on_break) == {"burnt-out"}


def test_that_the_profile_meets_nothing_is_said_of_english_alone() -> None:
    nothing_met = {"cannot-answer", "off-target", "no-goal"}
    assert nothing_met <= signals(ASKS, "en", PROFILE)
    assert not nothing_met & signals(FRAGT, "de", PROFILE)


def test_words_are_found_with_and_without_their_marks_and_quoted_as_written() -> None:
    for name in ("Jürgen Größl", "Jurgen Grossl"):
        body = f"{name} hat mir geraten, Sie anzuschreiben. Konnten wir uns nachste Woche treffen?"
        acts = RULEBOOK.read(Message(body=body, language="de"), Profile(), LedgerFacts(), TODAY).acts
        assert [act.person for act in acts if act.type == "tie"] == [name]
        assert all(body[act.evidence.start : act.evidence.end] == act.evidence.text for act in acts)
        assert "meet" in {act.kind for act in acts}


def german(act: str) -> Rulebook:
    english = {name: text for name, text in PACKS.items() if "/" not in name}
    return Rulebook.load(english | {"de/words.toml": WORDS.read_text("utf-8"), "de/acts-talk.toml": act})


def test_an_act_of_another_language_is_one_of_the_english_ones() -> None:
    message = Message(body="Wollen wir uns treffen?", language="de")
    book = german(MEET.replace("KIND", "meet"))
    (vague,) = [
        one for one in book.read(message, Profile(), LedgerFacts(), TODAY).signals if one.id == "vague"
    ]
    assert vague.why == "Wants a meeting and does not say what about."
    with pytest.raises(DataFileError, match=r"de/acts-talk\.toml: ask:dance is no act"):
        german(MEET.replace("KIND", "dance")).acts_in("de")


def test_what_is_void_may_be_of_a_kind_of_its_own() -> None:
    void = MEET.replace("KIND", "dance").replace("patterns", "void = true\npatterns")
    assert [rule.kind for rule in german(void).acts_in("de")] == ["dance"]


def test_a_pack_of_another_language_is_compiled_when_it_is_met() -> None:
    book = german("[[act]]\n")
    assert book.read(Message(body=ASKS), Profile(), LedgerFacts(), TODAY).acts
    with pytest.raises(DataFileError, match=r"de/acts-talk\.toml"):
        book.read(Message(body=FRAGT, language="de"), Profile(), LedgerFacts(), TODAY)


@pytest.mark.parametrize("language", RULEBOOK.languages[1:])
@pytest.mark.parametrize(
    "piece", ["é", "ß ", "könnten Sie ", "und mich, ", "pourriez-vous ", "¿podría usted "]
)
def test_a_long_run_of_anything_is_read_in_every_language(language: str, piece: str) -> None:
    body = piece * (50_000 // len(piece))
    message = Message(body=body, language=language)
    for act in RULEBOOK.read(message, Profile(), LedgerFacts(), TODAY).acts:
        assert body[act.evidence.start : act.evidence.end] == act.evidence.text
