import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from demur.domain.advice import MoveId
from demur.domain.ledger import Expert, LedgerFacts, PersonFacts
from demur.domain.message import Message, Sender
from demur.domain.request import Request
from demur.rules import words_of
from demur.storage import (
    FollowUp,
    Interaction,
    Ledger,
    Note,
    Outcome,
    Person,
    Promise,
    PromiseState,
    StorageError,
)

TODAY = dt.date(2026, 3, 31)
NOBODY = Sender()


def ago(days: int) -> dt.date:
    return TODAY - dt.timedelta(days=days)


def name_of(facts: LedgerFacts) -> str | None:
    return facts.sender.name if facts.sender else None


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "ledger.sqlite") as opened:
        yield opened


def decided(ledger: Ledger, move: MoveId, days: int, state: PromiseState = PromiseState.OPEN) -> int:
    opened = dt.datetime(2026, 3, 1)
    request = ledger.keep(Request(opened=opened, message=Message(body="Coffee?"), advised=move))
    ledger.decide(request.id, move, ago(days))
    ledger.settle(request.id, state)
    return request.id


def test_an_empty_ledger_knows_nothing(ledger: Ledger) -> None:
    assert ledger.facts(Sender(name="Bo Lind", address="bo@example.org"), TODAY) == LedgerFacts()


def test_a_sender_is_known_by_address_however_it_is_written(ledger: Ledger) -> None:
    ledger.add_person(
        Person(name="Bo Lind", addresses=("Bo@Example.org", "bo@home.example", "bo@example.org"))
    )
    assert name_of(ledger.facts(Sender(name="B.", address=" BO@EXAMPLE.ORG "), TODAY)) == "Bo Lind"
    assert ledger.facts(Sender(name="B.", address="other@example.org"), TODAY).sender is None


def test_the_address_goes_before_the_name(ledger: Ledger) -> None:
    ledger.add_person(Person(name="Bo Lind", addresses=("bo@example.org",)))
    ledger.add_person(Person(name="Ana Silva", addresses=("ana@example.org",)))
    assert name_of(ledger.facts(Sender(name="Ana Silva", address="bo@example.org"), TODAY)) == "Bo Lind"


def test_a_sender_is_known_by_full_name_however_it_is_typed(ledger: Ledger) -> None:
    ledger.add_person(Person(name="Ana  Silva"))
    assert name_of(ledger.facts(Sender(name="ana silva", address="new@example.org"), TODAY)) == "Ana  Silva"
    assert ledger.facts(Sender(name="Anna Silva"), TODAY).sender is None


def test_two_people_of_one_name_are_never_merged(ledger: Ledger) -> None:
    ledger.add_person(Person(name="Ana Silva", addresses=("ana@one.example",)))
    ledger.add_person(Person(name="Ana Silva", addresses=("ana@two.example",), met="at a fair"))
    assert ledger.facts(Sender(name="Ana Silva"), TODAY).sender is None
    told_apart = ledger.facts(Sender(name="Ana Silva", address="ana@two.example"), TODAY).sender
    assert told_apart is not None
    assert told_apart.met == "at a fair"


def test_a_first_name_is_not_enough(ledger: Ledger) -> None:
    ledger.add_person(Person(name="Ana"))
    assert ledger.facts(Sender(name="Ana"), TODAY).sender is None


def test_an_address_leads_to_one_person_only(ledger: Ledger) -> None:
    ledger.add_person(Person(name="Bo Lind", addresses=("office@example.org",)))
    with pytest.raises(StorageError, match="belongs to somebody else"):
        ledger.add_person(Person(name="Ana Silva", addresses=("Office@example.org",), fields=("law",)))
    assert ledger.facts(NOBODY, TODAY, words=LAW).experts == ()
    assert ledger.facts(Sender(name="Ana Silva"), TODAY).sender is None


def test_what_is_on_record_about_the_sender(ledger: Ledger) -> None:
    bo = ledger.add_person(Person(name="Bo Lind", addresses=("bo@example.org",), met="at the 2024 fair")).id
    ledger.record_interaction(bo, Interaction(day=ago(400), outcome=Outcome.GOOD))
    ledger.record_interaction(bo, Interaction(day=ago(300), outcome=Outcome.NEUTRAL, note="short call"))
    ledger.record_interaction(bo, Interaction(day=ago(2), outcome=Outcome.BAD, note="did not show up"))
    ledger.record_interaction(bo, Interaction(day=ago(3), outcome=Outcome.BAD))
    kept = ledger.record_promise(bo, Promise(what="send the slides", day=ago(9)))
    ledger.record_promise(bo, Promise(what="introduce me", day=ago(8), state=PromiseState.BROKEN))
    ledger.record_promise(bo, Promise(what="call", day=ago(1)))
    ledger.settle_promise(kept, PromiseState.KEPT)
    ledger.record_note(bo, Note(text="sells leads", source="Ana Silva"))
    ledger.record_note(bo, Note(text="left two firms in anger", source=""))
    assert ledger.facts(Sender(address="bo@example.org"), TODAY).sender == PersonFacts(
        name="Bo Lind",
        met="at the 2024 fair",
        good=1,
        bad=2,
        promises_kept=1,
        promises_broken=1,
        bad_notes=("2026-03-29: did not show up",),
        reputation_notes=("sells leads (Ana Silva)", "left two firms in anger"),
    )


def test_a_bad_experience_of_another_counts_when_that_person_is_trusted(ledger: Ledger) -> None:
    bo = ledger.add_person(Person(name="Bo Lind", addresses=("bo@example.org",))).id
    told = Interaction(day=ago(5), outcome=Outcome.BAD, note="never paid", told_by="Ana Silva")
    ledger.record_interaction(bo, told)
    ledger.record_interaction(bo, Interaction(day=ago(5), outcome=Outcome.GOOD, told_by="Ana Silva"))
    doubted = ledger.facts(Sender(address="bo@example.org"), TODAY).sender
    trusted = ledger.facts(Sender(address="bo@example.org"), TODAY, ["Ana Silva"]).sender
    assert doubted == PersonFacts(name="Bo Lind")
    assert trusted == PersonFacts(name="Bo Lind", bad=1, bad_notes=("2026-03-26: never paid (Ana Silva)",))


def test_trusted_people_of_ledger_and_profile_stand_together(ledger: Ledger) -> None:
    ledger.add_person(Person(name="Bo Lind", trusted=True))
    ledger.add_person(Person(name="Cy Noor"))
    assert ledger.facts(NOBODY, TODAY, ["Ana Silva", "Bo Lind"]).trusted == ("Ana Silva", "Bo Lind")


LAW = words_of("Whom could I ask about the laws on taxes?")


def test_experts_know_what_the_message_is_about(ledger: Ledger) -> None:
    ledger.add_person(Person(name="Cy Noor", fields=("tax", "sailing", "tax")))
    ledger.add_person(Person(name="Bo Lind", fields=("the law",)))
    ledger.add_person(Person(name="Di Roe", fields=("lawn care", "tax law in Peru", "")))
    cy, bo = Expert(name="Cy Noor", fields=("sailing", "tax")), Expert(name="Bo Lind", fields=("the law",))
    assert set(ledger.facts(NOBODY, TODAY, words=LAW).experts) == {bo, cy}
    assert ledger.facts(NOBODY, TODAY).experts == ()


def test_nobody_is_referred_to_themself(ledger: Ledger) -> None:
    ledger.add_person(Person(name="Bo Lind", addresses=("bo@example.org",), fields=("law",)))
    assert ledger.facts(Sender(address="bo@example.org"), TODAY, words=LAW).experts == ()


def test_of_many_experts_a_few_are_named_the_trusted_first(ledger: Ledger) -> None:
    for number in range(9):
        ledger.add_person(Person(name=f"Bo {number}", fields=("law", "tax"), trusted=number == 8))
    named = [expert.name for expert in ledger.facts(NOBODY, TODAY, words=LAW).experts]
    assert named == ["Bo 8", "Bo 0", "Bo 1", "Bo 2", "Bo 3"]


def test_accepted_five_coffees_this_month_and_kept_two(ledger: Ledger) -> None:
    for days, state in ((2, "open"), (6, "open"), (7, "broken"), (20, "kept"), (29, "kept")):
        decided(ledger, MoveId.ACCEPT, days, PromiseState(state))
    decided(ledger, MoveId.ACCEPT, 30, PromiseState.KEPT)
    decided(ledger, MoveId.ACCEPT_PRACTICE, 90)
    decided(ledger, MoveId.DECLINE, 1)
    decided(ledger, MoveId.ACCEPT, -1)
    facts = ledger.facts(NOBODY, TODAY)
    assert (facts.accepted, facts.kept, facts.this_week, facts.open_requests) == (5, 2, 2, 4)


def test_what_was_accepted_stays_open_until_it_is_settled(ledger: Ledger) -> None:
    first, second = decided(ledger, MoveId.ACCEPT, 99), decided(ledger, MoveId.ACCEPT_PRACTICE, 1)
    decided(ledger, MoveId.ACCEPT, 1, PromiseState.KEPT)
    decided(ledger, MoveId.DECLINE, 1)
    assert [one.id for one in ledger.accepted()] == [first, second]
    ledger.settle(first, PromiseState.BROKEN)
    assert [one.id for one in ledger.accepted()] == [second]


def test_a_decision_can_be_changed_and_said_twice(ledger: Ledger) -> None:
    number = decided(ledger, MoveId.ACCEPT, 3, PromiseState.KEPT)
    ledger.decide(number, MoveId.ACCEPT, TODAY)
    assert ledger.facts(NOBODY, TODAY).kept == 1
    ledger.decide(number, MoveId.DECLINE, TODAY)
    assert ledger.facts(NOBODY, TODAY) == LedgerFacts()


def test_follow_ups_are_overdue_from_the_day_after(ledger: Ledger) -> None:
    bo = ledger.add_person(Person(name="Bo Lind")).id
    ledger.add_follow_up(bo, FollowUp(about="thank him", due=TODAY))
    late = ledger.add_follow_up(bo, FollowUp(about="send the link", due=ago(1)))
    assert ledger.facts(NOBODY, TODAY).overdue_follow_ups == 1
    ledger.finish_follow_up(late, TODAY)
    assert ledger.facts(NOBODY, TODAY).overdue_follow_ups == 0


def test_entries_about_what_is_not_in_the_ledger_are_refused(ledger: Ledger) -> None:
    with pytest.raises(StorageError, match="Person 9"):
        ledger.record_note(9, Note(text="x", source="y"))
    with pytest.raises(StorageError, match="Entry 9"):
        ledger.settle_promise(9, PromiseState.KEPT)
    with pytest.raises(StorageError, match="Request 9"):
        ledger.decide(9, MoveId.ACCEPT, TODAY)
    with pytest.raises(StorageError, match="request 9"):
        ledger.settle(9, PromiseState.KEPT)
