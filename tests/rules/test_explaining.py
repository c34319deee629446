"""Why a rule holds for a message or not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demur.domain.errors import DemurError
from demur.domain.ledger import LedgerFacts, PersonFacts
from demur.domain.message import Message
from demur.domain.profile import Profile
from demur.rules import ActExplained, Example, Rulebook, SignalExplained, SignalRule
from demur.rules.conditions import QUALIFIERS
from demur.rules.explain_signal import FACTS_IN_WORDS, QUALITIES, CaseExplained
from demur.rules.facts import FACTS
from rulebook import PACKS, RULEBOOK, TODAY, read

REFER = "Could you refer me to the hiring manager?"
MANY = f"Are you available to hop on a quick call? {REFER} Would you introduce me to Ada?"
OSLO = LedgerFacts(sender=PersonFacts(name="Jo", met="Oslo"))


def signal(id_: str, body: str, ledger: LedgerFacts = LedgerFacts()) -> SignalExplained:  # noqa: B008  frozen
    explained = RULEBOOK.explain(id_, Message(body=body), Profile(), ledger, TODAY)
    assert isinstance(explained, SignalExplained)
    return explained


def act(name: str, body: str, book: Rulebook = RULEBOOK) -> ActExplained:
    explained = book.explain(name, Message(body=body), Profile(), LedgerFacts(), TODAY)
    assert isinstance(explained, ActExplained)
    return explained


def lost(name: str, body: str) -> set[str]:
    return {match.lost for match in act(name, body).matches}


def conditions(case: CaseExplained) -> list[tuple[str, bool, tuple[str, ...]]]:
    return [(condition.demand, condition.met, condition.found) for condition in case.conditions]


def test_a_signal_that_holds_shows_what_met_each_condition() -> None:
    first, *others = signal("too-soon", REFER).cases
    assert (first.holds, first.counts, first.strength) == (True, True, 2)
    assert conditions(first) == [
        ("one of", True, ("ask:refer “Could you refer me to the hiring manager”",)),
        ("none of", True, ()),
    ]
    assert not any(case.counts for case in others)


def test_a_signal_that_does_not_hold_shows_what_stood_against_it() -> None:
    explained = signal("too-soon", REFER, OSLO)
    assert explained.facts == {"sender-known": ("Oslo",)}
    assert not any(case.holds for case in explained.cases)
    assert conditions(explained.cases[0])[1] == ("none of", False, ("sender-known: Oslo",))


def test_a_number_that_is_asked_for_is_counted() -> None:
    first = signal("many-asks", MANY).cases[0]
    assert conditions(first)[1] == ("3 different ones of these at least", True, ("3 different",))
    bounded = next(case for case in signal("clear-ask", MANY).cases if len(case.conditions) == 4)
    assert ("1 different ones of these at most", False, ("3 different",)) in conditions(bounded)


def test_a_signal_may_rest_on_another() -> None:
    cases = [conditions(case) for case in signal("one-sided", MANY).cases]
    assert ("there is", True, ("many-asks",)) in [case[0] for case in cases]


def test_terms_are_said_in_plain_words() -> None:
    means = signal("one-sided", MANY).means
    assert means["@favours"].startswith("a referral, an introduction")
    assert means["ask:*/long"] == "any ask for more than half an hour"
    assert means["many-asks"] == "the signal many-asks holds"
    assert signal("vague", MANY).means["ask:*/about"] == "any ask with a topic"
    assert signal("too-soon", MANY).means["@relationship"].startswith("your ledger knows the sender")
    assert signal("clear-ask", MANY).means["ask:permit"] == "your leave to go on"


def test_every_fact_and_every_quality_has_its_words() -> None:
    assert FACTS_IN_WORDS.keys() == FACTS.keys()
    assert QUALITIES.keys() == QUALIFIERS.keys()


EXAMPLES = [example for rule in RULEBOOK.signals for example in (*rule.hits, *rule.misses)]


@given(st.sampled_from(EXAMPLES), st.sampled_from(RULEBOOK.signals))
@settings(max_examples=150, deadline=None)
def test_what_is_explained_is_what_is_read(example: Example, rule: SignalRule) -> None:
    given_ = example.message, example.profile, example.ledger, example.today
    reading = RULEBOOK.read(*given_)
    explained = RULEBOOK.explain(rule.id, *given_)
    assert isinstance(explained, SignalExplained)
    held = [one.strength for one in reading.signals if one.id is rule.id]
    assert [case.strength for case in explained.cases if case.counts] == held
    assert explained.acts == reading.acts


def test_an_act_that_is_found_shows_the_patterns_that_found_it() -> None:
    explained = act("ask:refer", REFER)
    assert explained.noun == "a referral"
    assert {match.lost for match in explained.matches} == {""}
    assert all(1 <= match.pattern <= explained.patterns for match in explained.matches)
    assert {match.evidence.text for match in explained.matches} >= {read(REFER).acts[0].evidence.text}


def test_an_act_that_nothing_matches_has_no_match() -> None:
    assert act("ask:refer", "The hills.").matches == ()


@pytest.mark.parametrize(
    ("name", "body", "why"),
    [
        ("ask:refer", "I'm not asking you to refer me.", "what stands before undoes it (negation)"),
        ("tie:mutual", "You suggested that I write.", "the person that it names is nobody in particular"),
    ],
)  # fmt: skip
def test_a_match_that_does_not_count_says_why(name: str, body: str, why: str) -> None:
    assert lost(name, body) == {why}


OWN = """
cancels = ["negation", "report"]
[[act]]
type = "ask"
kind = "stroll"
patterns = ["go for a stroll", "shall we"]
hits = ["Go for a stroll.", "Let us go for a stroll.", "Shall we?"]
misses = ["A stroll.", "We go.", "We shall."]
[[act]]
type = "ask"
kind = "joke"
void = true
patterns = ["told me to go for a stroll"]
hits = ["He told me to go for a stroll.", "He told me to go for a stroll!", "told me to go for a stroll"]
misses = ["Go for a stroll.", "Let us go for a stroll.", "To go for a stroll is fine."]
[[act]]
type = "ask"
kind = "river"
patterns = ["go for a stroll by the river"]
hits = ["Go for a stroll by the river.", "go for a stroll by the river", "Go for a stroll by the river!"]
misses = ["A stroll.", "Go for a stroll.", "The river."]
[[act]]
type = "ask"
kind = "swim"
continues = true
patterns = ["then swim", "then swim or go for a stroll"]
hits = ["Go for a stroll, then swim.", "Shall we walk, then swim?", "Shall we then swim?"]
misses = ["A swim.", "Then swim.", "We swim."]
"""


@pytest.mark.parametrize(
    ("name", "body", "why"),
    [
        ("ask:stroll", "Shall we go for a stroll?", {""}),
        (
            "ask:stroll",
            "He said go for a stroll. She said go for a stroll.",
            {"what stands before undoes it (report)"},
        ),
        (
            "ask:stroll",
            "Shall we? He told me to go for a stroll.",
            {"", "words around it only look like one (ask:joke)"},
        ),
        (
            "ask:stroll",
            "Go for a stroll by the river.",
            {"ask:river “Go for a stroll by the river” counts in its place"},
        ),
        ("ask:joke", "He told me to go for a stroll.", {"it only looks like one, and counts as nothing"}),
        (
            "ask:swim",
            "They then swim.",
            {"it only goes on with an ask, and none stands before it in the sentence"},
        ),
        ("ask:swim", "Shall we then swim?", {""}),
        (
            "ask:stroll",
            "They then swim or go for a stroll.",
            {"longer words take its place, and do not count either"},
        ),
    ],
)
def test_acts_that_yield_to_others_say_to_which(name: str, body: str, why: set[str]) -> None:
    assert {match.lost for match in act(name, body, BOOK).matches} == why


BOOK = Rulebook.load(PACKS, {"own.toml": OWN})


def test_a_name_that_nothing_is_called_is_told_with_one_that_is_near() -> None:
    with pytest.raises(DemurError, match=r"called ask:reffer; did you mean ask:refer\?") as caught:
        act("ask:reffer", REFER)
    assert "too-soon" in caught.value.hint


def test_a_signal_that_is_switched_off_is_no_rule() -> None:
    book = Rulebook.load(PACKS, {"off.toml": 'off = ["practice"]'})
    with pytest.raises(DemurError, match="called practice"):
        book.explain("practice", Message(body=REFER), Profile(), LedgerFacts(), TODAY)


def test_acts_of_a_language_that_is_not_read_are_no_rules() -> None:
    with pytest.raises(DemurError, match="No rule for a message in this language"):
        RULEBOOK.explain("ask:refer", Message(body="ok", language="fi"), Profile(), LedgerFacts(), TODAY)
