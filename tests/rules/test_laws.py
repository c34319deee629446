"""Laws of reading that hold for any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from demur.domain.ledger import LedgerFacts
from demur.domain.message import Message
from demur.domain.profile import Profile
from demur.domain.reading import Side
from demur.rules import Rulebook
from rulebook import PACKS, RULEBOOK, TODAY, read

EXAMPLES = [example.text for rule in RULEBOOK.acts for example in rule.hits]
EXAMPLES += [example.text for rule in RULEBOOK.signals for example in rule.hits]
NEUTRAL = "The weather in the hills was mild."

anything = st.text(max_size=400)
# Real sentences among odd characters: two of them share a text, so that offsets and overlaps are tried.
requests = st.lists(st.one_of(st.sampled_from(EXAMPLES), st.text(max_size=20)), max_size=6).map(" ".join)


@given(st.one_of(anything, requests), anything)
@settings(max_examples=150, deadline=None)
def test_evidence_is_what_the_message_says_where_it_says_it(body: str, subject: str) -> None:
    message = Message(subject=subject, body=body)
    reading = RULEBOOK.read(message, Profile(), LedgerFacts(), TODAY)
    told = [act.evidence for act in reading.acts]
    told += [evidence for signal in reading.signals for evidence in signal.evidence]
    for evidence in told:
        assert message.part(evidence.part)[evidence.start : evidence.end] == evidence.text
        assert evidence.text


@given(requests)
@settings(max_examples=50, deadline=None)
def test_the_same_message_is_read_the_same_by_another_rulebook(body: str) -> None:
    message = Message(body=body)
    first = RULEBOOK.read(message, Profile(), LedgerFacts(), TODAY)
    again = ANOTHER.read(message, Profile(), LedgerFacts(), TODAY)
    assert first.model_dump_json() == again.model_dump_json()


@given(st.sampled_from(EXAMPLES))
@settings(deadline=None)
def test_a_neutral_sentence_at_the_end_takes_nothing_away(body: str) -> None:
    def against(text: str) -> set[str]:
        return {signal.id.value for signal in read(text).signals if signal.side is Side.SENDER}

    assert against(body) <= against(f"{body}\n\n{NEUTRAL}")


ANOTHER = Rulebook.load(dict(reversed(PACKS.items())))
