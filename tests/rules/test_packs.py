"""What is wrong with a pack is said with file and line."""

import pytest

from demur.domain.errors import DataFileError
from demur.domain.ledger import LedgerFacts
from demur.domain.message import Message
from demur.domain.profile import Profile
from demur.rules import Rulebook
from rulebook import PACKS, TODAY

ACT = """
[[act]]
type = "ask"
kind = "walk"
noun = "a walk"
patterns = ["go for a walk"]
hits = ["Shall we go for a walk?", "Let's go for a walk.", "To go for a walk is fine."]
misses = ["A walk.", "We go.", "Go forth."]
"""
SIGNAL = """
[[signal]]
id = "vague"
side = "sender"
source = { article = "003", quote = "Just say “no”!" }
hits = ["a", "b", "c"]
misses = ["d", "e", "f"]
[[signal.case]]
strength = 1
any = ["ask:walk"]
why = "Asks for $what."
"""


def load(act: str = ACT, signal: str = SIGNAL) -> Rulebook:
    return Rulebook.load({"words.toml": PACKS["words.toml"], "acts-a.toml": act, "signals-a.toml": signal})


def test_a_term_that_means_nothing_is_found_also_where_the_wording_decides() -> None:
    worded = '[signal.worded]\nstrength = 2\nnone = ["ask:jog"]\nwhy = "Asks."\n[[signal.case]]'
    with pytest.raises(DataFileError, match=r"signals-a\.toml, line 10: .*worded\.none: unknown: ask:jog"):
        load(signal=SIGNAL.replace("[[signal.case]]", worded))


def test_a_small_book_of_rules() -> None:
    book = load()
    assert [rule.kind for rule in book.acts] == ["walk"]
    assert [rule.id for rule in book.signals] == ["vague"]


@pytest.mark.parametrize("which", ["hits", "misses"])
def test_a_rule_with_fewer_than_three_examples_is_refused(which: str) -> None:
    lines = [
        line if not line.startswith(which) else f'{which} = ["one", "two"]' for line in ACT.split("\n")
    ]
    with pytest.raises(
        DataFileError, match=rf"acts-a\.toml, line {8 if which == 'misses' else 7}: .*{which}"
    ):
        load(act="\n".join(lines))


def test_a_signal_without_examples_is_refused() -> None:
    with pytest.raises(DataFileError, match=r"signals-a\.toml, line \d+: .*hits: is missing"):
        load(signal=SIGNAL.replace('hits = ["a", "b", "c"]\n', ""))


def test_a_pattern_that_cannot_be_read_is_named() -> None:
    with pytest.raises(DataFileError, match=r"acts-a\.toml, line 6: .*missing \)"):
        load(act=ACT.replace("go for a walk", "(go for a walk", 1))


@pytest.mark.parametrize("term", ["ask:wlak", "ask:walk/soon", "on-brake", "begging:*"])
def test_a_term_that_means_nothing_is_named(term: str) -> None:
    with pytest.raises(DataFileError, match=r"signals-a\.toml, line 10: .*any: unknown") as caught:
        load(signal=SIGNAL.replace("ask:walk", term))
    assert term in caught.value.message


def test_a_slot_that_is_never_filled_is_named() -> None:
    with pytest.raises(DataFileError, match=r"line 11: .*unknown: \$score"):
        load(signal=SIGNAL.replace("$what", "$score"))


def test_rules_need_their_words() -> None:
    with pytest.raises(DataFileError, match=r"words\.toml"):
        Rulebook.load({"acts-a.toml": ACT})


def acts_of(book: Rulebook, text: str) -> list[str]:
    return [
        act.evidence.text for act in book.read(Message(body=text), Profile(), LedgerFacts(), TODAY).acts
    ]


def test_an_act_that_yields_stays_only_where_no_other_is_found() -> None:
    broad = ACT.replace("walk", "stroll").replace("go for a stroll", "Shall we [a-z ]+")
    broad = broad.replace('kind = "stroll"', 'kind = "stroll"\nyields = true')
    assert acts_of(load(act=ACT + broad), "Shall we go for a walk? Shall we swim?") == [
        "go for a walk",
        "Shall we swim",
    ]


def test_an_act_that_is_void_hides_what_it_covers_and_counts_as_nothing() -> None:
    void = ACT.replace("walk", "joke").replace("go for a joke", "told (?:me )?to go for a walk")
    void = void.replace('kind = "joke"', 'kind = "joke"\nvoid = true')
    assert acts_of(load(act=ACT + void), "She told me to go for a walk.") == []


def test_a_case_may_hold_only_up_to_so_many_acts() -> None:
    twice = ACT + ACT.replace("walk", "swim")
    signal = SIGNAL.replace('any = ["ask:walk"]', 'any = ["ask:*"]\nat_most = 1')
    book = load(act=twice, signal=signal)
    one, two = (Message(body=f"Please go for a {what}.") for what in ("walk", "walk, then go for a swim"))
    assert book.read(one, Profile(), LedgerFacts(), TODAY).signals
    assert not book.read(two, Profile(), LedgerFacts(), TODAY).signals


def test_what_continues_an_act_counts_only_behind_one_in_the_same_sentence() -> None:
    more = ACT.replace("walk", "swim").replace('kind = "swim"', 'kind = "swim"\ncontinues = true')
    text = "Let us go for a walk, then go for a swim. They go for a swim."
    assert acts_of(load(act=ACT + more), text) == [
        "go for a walk",
        "go for a swim",
    ]


def test_the_reason_may_name_acts_of_one_type_alone() -> None:
    offer = ACT.replace('"ask"', '"offer"').replace("walk", "swim")
    signal = SIGNAL.replace('any = ["ask:walk"]', 'all = ["ask:walk"]\nany = ["ask:walk", "offer:swim"]')
    book = load(act=ACT + offer, signal=signal.replace("$what", "$ask, not $offer"))

    def why(text: str) -> str:
        (signal,) = book.read(Message(body=text), Profile(), LedgerFacts(), TODAY).signals
        return signal.why

    assert why("Go for a walk? Go for a swim!") == "Asks for a walk, not a swim."
    assert why("Go for a walk?") == "Asks for a walk, not a walk."
