"""What the shared types promise by themselves."""

import datetime as dt

import pytest
from pydantic import ValidationError

from demur.domain.ledger import PersonFacts
from demur.domain.message import Message, Part
from demur.domain.profile import Period, Profile


def test_evidence_points_into_subject_or_body() -> None:
    message = Message(subject="Coffee?", body="Are you free?")
    assert message.part(Part.SUBJECT) == "Coffee?"
    assert message.part(Part.BODY) == "Are you free?"


def test_a_break_holds_its_first_and_its_last_day() -> None:
    weeks = Period(start=dt.date(2026, 3, 1), end=dt.date(2026, 3, 14))
    assert weeks.holds(dt.date(2026, 3, 1))
    assert weeks.holds(dt.date(2026, 3, 14))
    assert not weeks.holds(dt.date(2026, 3, 15))


def test_a_break_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValidationError, match="ends on or after"):
        Period(start=dt.date(2026, 3, 2), end=dt.date(2026, 3, 1))


@pytest.mark.parametrize(
    ("person", "known"),
    [
        (PersonFacts(name="Ana"), False),
        (PersonFacts(name="Ana", bad=2), False),
        (PersonFacts(name="Ana", met="at the fair"), True),
        (PersonFacts(name="Ana", good=1), True),
        (PersonFacts(name="Ana", promises_kept=1), True),
    ],
)
def test_a_relationship_is_a_meeting_or_something_good(person: PersonFacts, known: bool) -> None:
    assert person.known is known


def test_a_value_is_never_changed_and_takes_nothing_unknown() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Profile().name = "Sam"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="Extra inputs"):
        Profile(nickname="Sam")  # type: ignore[call-arg]
