"""The ledger as a person's memory: taken in, asked about, copied out, forgotten."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from demur.domain.advice import MoveId
from demur.domain.message import Message, Sender
from demur.domain.request import Request
from demur.storage import (
    Contact,
    FollowUp,
    Imported,
    Interaction,
    Ledger,
    LedgerCopy,
    Note,
    Outcome,
    Person,
    Promise,
    PromiseState,
    StorageError,
)

DAY = dt.date(2026, 3, 2)
ANA = Contact(line=2, name="Ana Silva", addresses=("Ana@One.example",), met="Oslo", fields=("tax",))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "ledger.sqlite") as opened:
        yield opened


def asked(ledger: Ledger, name: str, address: str = "") -> list[tuple[str, ...]]:
    return [person.addresses for person in ledger.namesakes(Sender(name=name, address=address))]


def request_from(name: str, address: str = "", body: str = "Coffee?") -> Request:
    message = Message(body=body, sender=Sender(name=name, address=address))
    return Request(opened=dt.datetime(2026, 3, 1), message=message, advised=MoveId.ACCEPT)


# Who is it?


def test_two_people_of_one_name_are_asked_about_unless_an_address_tells(ledger: Ledger) -> None:
    one = ledger.add_person(Person(name="Ana Silva", addresses=("ana@one.example",)))
    ledger.add_person(Person(name="Ana Silva"))
    assert asked(ledger, "ana  silva") == [("ana@one.example",), ()]
    assert asked(ledger, "Ana Silva", "ana@new.example") == [("ana@one.example",), ()]
    assert asked(ledger, "Ana Silva", "ana@one.example") == []
    ledger.add_address(one.id, "ana@new.example")
    assert asked(ledger, "Ana Silva", "ana@new.example") == []


def test_one_who_is_known_under_another_address_is_asked_about(ledger: Ledger) -> None:
    ledger.add_person(Person(name="Ana Silva", addresses=("ana@one.example",)))
    assert asked(ledger, "Ana Silva", "ana@new.example") == [("ana@one.example",)]
    assert ledger.facts(Sender(name="Ana Silva", address="ana@new.example"), DAY).sender is None


def test_nobody_is_asked_about_who_is_certain_or_unknown(ledger: Ledger) -> None:
    ledger.add_person(Person(name="Ana Silva", addresses=("ana@one.example",)))
    ledger.add_person(Person(name="Bo"))
    assert (
        asked(ledger, "Ana Silva")
        == asked(ledger, "Bo")
        == asked(ledger, "Cy Noor")
        == asked(ledger, "")
        == []
    )


def test_an_address_of_somebody_else_cannot_be_given_away(ledger: Ledger) -> None:
    one = ledger.add_person(Person(name="Ana Silva", addresses=("ana@one.example",)))
    two = ledger.add_person(Person(name="Bo Lind"))
    with pytest.raises(StorageError, match="belongs to somebody else"):
        ledger.add_address(two.id, "ana@one.example")
    with pytest.raises(StorageError, match="Person 9"):
        ledger.add_address(9, "new@one.example")
    assert ledger.person("ana@one.example") == one


# Taken in


def test_contacts_are_imported_once(ledger: Ledger) -> None:
    cy = Contact(line=3, name="Cy Noor")
    assert ledger.take([ANA, cy]) == Imported(added=2)
    assert ledger.take([ANA, cy]) == Imported(unchanged=1, unclear=(cy,))
    assert len(ledger.people("", 9)) == 2


def test_an_address_makes_it_the_same_person_and_what_is_new_is_added(ledger: Ledger) -> None:
    ledger.take([ANA])
    more = Contact(line=2, name="A. Silva", addresses=("ana@one.example", "a@two.example"), trusted=True)
    assert ledger.take([more]) == Imported(updated=1)
    assert ledger.take([more.model_copy(update={"trusted": None, "fields": ("law",)})]).updated == 1
    assert ledger.people("", 9) == (
        Person(
            id=1,
            name="Ana Silva",
            addresses=("a@two.example", "ana@one.example"),
            met="Oslo",
            trusted=True,
            fields=("law", "tax"),
        ),
    )


def test_a_name_alone_never_merges(ledger: Ledger) -> None:
    ledger.take([ANA])
    other = Contact(line=3, name="Ana Silva", addresses=("ana@other.example",))
    unclear = Contact(line=4, name="ana silva", fields=("law",))
    assert ledger.take([other, unclear]) == Imported(added=1, unclear=(unclear,))
    assert [person.fields for person in ledger.people("Ana", 9)] == [("tax",), ()]


def test_contacts_that_contradict_the_ledger_change_nothing(ledger: Ledger) -> None:
    ledger.take([ANA, Contact(line=3, name="Bo Lind", addresses=("bo@one.example",))])
    both = Contact(line=7, name="Cy", addresses=("ana@one.example", "bo@one.example"))
    with pytest.raises(StorageError, match="Line 7"):
        ledger.take([Contact(line=6, name="Di Roe"), both])
    assert ledger.people("Di", 9) == ()


# Looked up


def test_people_are_found_by_parts_of_name_and_address(ledger: Ledger) -> None:
    ledger.take([ANA, Contact(line=3, name="Bo Lind", addresses=("lind@silver.example",))])
    assert [person.name for person in ledger.people("SILV", 9)] == ["Ana Silva", "Bo Lind"]
    assert [person.name for person in ledger.people("one.ex", 9)] == ["Ana Silva"]
    assert len(ledger.people("", 1)) == 1


def test_one_person_is_found_by_number_address_or_name(ledger: Ledger) -> None:
    ledger.take(
        [ANA, Contact(line=3, name="Bo Lind"), Contact(line=4, name="Bo Lind", addresses=("b@b.b",))]
    )
    assert ledger.person("1") == ledger.person("ANA@one.example") == ledger.person("ana silva")
    with pytest.raises(StorageError, match="2 people are called Bo Lind") as error:
        ledger.person("Bo Lind")
    assert "2, 3" in error.value.hint
    with pytest.raises(StorageError, match="Nobody called Cy"):
        ledger.person("Cy")


# Copied out


def filled(ledger: Ledger) -> int:
    ana = ledger.add_person(Person(name="Ana Silva", addresses=("ana@one.example",), fields=("tax",))).id
    ledger.record_promise(ana, Promise(what="call Anna Silva's bank", day=DAY, state=PromiseState.KEPT))
    ledger.record_interaction(ana, Interaction(day=DAY, outcome=Outcome.GOOD, note="lunch", told_by="Bo"))
    ledger.record_note(ana, Note(text="reliable", source="Cy Noor"))
    ledger.add_follow_up(ana, FollowUp(about="send the link", due=DAY, done=DAY))
    kept = ledger.keep(request_from("Ana Silva", "ana@one.example"))
    ledger.decide(kept.id, MoveId.ACCEPT, DAY)
    return ana


def test_a_copy_holds_everything_and_can_be_read_back(ledger: Ledger) -> None:
    filled(ledger)
    copy = ledger.copy()
    (ana,) = copy.people
    assert (ana.promises[0].state, ana.interactions[0].note, ana.notes[0].source) == (
        "kept",
        "lunch",
        "Cy Noor",
    )
    assert ana.follow_ups == (FollowUp(about="send the link", due=DAY, done=DAY),)
    assert (copy.requests[0].id, copy.decisions[0].request, copy.decisions[0].move) == (1, 1, "accept")
    assert LedgerCopy.model_validate_json(copy.model_dump_json()) == copy


# Forgotten


def test_nothing_of_a_forgotten_person_stays_in_the_file(ledger: Ledger, tmp_path: Path) -> None:
    ana = filled(ledger)
    ledger.keep(request_from("ana SILVA", body="It is Ana Silva again. " * 500))
    bo = ledger.add_person(Person(name="Bo Lind")).id
    ledger.record_note(bo, Note(text="late", source="Ana Silva"))
    ledger.record_interaction(bo, Interaction(day=DAY, outcome=Outcome.BAD, told_by="ana silva"))
    ledger.keep(request_from("Bo Lind"))
    ledger.forget_person(ana)
    for path in tmp_path.iterdir():
        content = path.read_bytes().lower()
        assert b"silva" not in content, path
        assert b"ana@one" not in content, path
    copy = ledger.copy()
    assert [person.name for person in copy.people] == ["Bo Lind"]
    assert copy.people[0].notes == (Note(text="late", source="somebody"),)
    assert copy.people[0].interactions[0].told_by == "somebody"
    assert [request.message.sender.name for request in copy.requests] == ["Bo Lind"]
    assert copy.decisions == ()


def test_forgetting_one_of_two_namesakes_leaves_what_may_be_the_others(ledger: Ledger) -> None:
    one = ledger.add_person(Person(name="Ana Silva", addresses=("ana@one.example",)))
    ledger.add_person(Person(name="Ana Silva", addresses=("ana@two.example",)))
    for address in ("ana@one.example", "ana@two.example", ""):
        ledger.keep(request_from("Ana Silva", address))
    bo = ledger.add_person(Person(name="Bo Lind")).id
    ledger.record_note(bo, Note(text="late", source="Ana Silva"))
    ledger.forget_person(one.id)
    copy = ledger.copy()
    assert [request.message.sender.address for request in copy.requests] == ["ana@two.example", ""]
    assert copy.people[1].notes[0].source == "Ana Silva"


def test_who_is_not_there_cannot_be_forgotten(ledger: Ledger) -> None:
    with pytest.raises(StorageError, match="Person 4"):
        ledger.forget_person(4)
