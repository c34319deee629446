import datetime as dt
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given

import storage_values
from demur.domain.advice import MoveId
from demur.domain.draft import Draft
from demur.domain.message import Message, Sender
from demur.domain.request import Request, RequestSummary
from demur.storage import Ledger, StorageError

TEN = dt.datetime(2026, 3, 2, 10, 0, tzinfo=dt.UTC)


KEEP_AND_DIE = """
import datetime, os, pathlib, signal, sys
from demur.domain.message import Message
from demur.domain.request import Request
from demur.storage import Ledger

typed = Message(body="typed just now")
ledger = Ledger(pathlib.Path(sys.argv[1]))
kept = ledger.keep(Request(opened=datetime.datetime(2026, 3, 2), message=typed, advised="decline"))
print(kept.id, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def coffee(subject: str = "Coffee?", body: str = "Can we talk?", **told: object) -> Request:
    sender = Sender(name="Bo Lind", address="bo@example.org")
    message = Message(subject=subject, body=body, sender=sender)
    return Request.model_validate({"opened": TEN, "message": message, "advised": MoveId.DECLINE, **told})


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "ledger.sqlite") as opened:
        yield opened


@pytest.fixture(scope="module")
def shared_ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger(tmp_path_factory.mktemp("data") / "ledger.sqlite") as opened:
        yield opened


@given(request=storage_values.requests)
def test_any_request_comes_back_as_it_was_kept(shared_ledger: Ledger, request: Request) -> None:
    kept = shared_ledger.keep(request)
    assert shared_ledger.request(kept.id) == kept
    assert kept.model_copy(update={"id": 0}) == request
    assert shared_ledger.recent(1)[0].opened == request.opened


def test_keeping_again_replaces_what_was_kept_before(ledger: Ledger) -> None:
    first = ledger.keep(coffee())
    second = first.model_copy(update={"draft": Draft(move=MoveId.DECLINE, text="Thank you, no.", beats=())})
    assert ledger.keep(second) == second
    assert ledger.request(first.id) == second
    assert len(ledger.recent(10)) == 1


def test_recent_requests_are_listed_newest_first(ledger: Ledger) -> None:
    ledger.keep(coffee("one"))
    two = ledger.keep(coffee("two", move=MoveId.ACCEPT, sent=TEN))
    three = ledger.keep(coffee("three"))
    assert ledger.recent(2) == (
        RequestSummary(
            id=three.id, opened=TEN, sender="Bo Lind", subject="three", move=MoveId.DECLINE, sent=False
        ),
        RequestSummary(
            id=two.id, opened=TEN, sender="Bo Lind", subject="two", move=MoveId.ACCEPT, sent=True
        ),
    )


def test_a_sender_without_a_name_is_listed_by_address(ledger: Ledger) -> None:
    ledger.keep(coffee(message=Message(body="Hi", sender=Sender(address="x@example.org"))))
    assert ledger.recent(1)[0].sender == "x@example.org"


def test_a_forgotten_request_is_gone_from_the_file_and_can_be_kept_again(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger(path) as ledger:
        secret = ledger.keep(coffee(body="a very particular secret"))
        ledger.decide(secret.id, MoveId.ACCEPT, TEN.date())
        ledger.forget(secret.id)
        with pytest.raises(StorageError, match="not in the ledger") as refusal:
            ledger.request(secret.id)
        assert refusal.value.hint
        assert ledger.facts(Sender(), TEN.date()).accepted == 0
    assert b"very particular" not in path.read_bytes()
    with Ledger(path) as ledger:
        assert ledger.keep(secret) == secret
        assert ledger.request(secret.id) == secret


def test_the_id_of_a_forgotten_request_is_not_given_to_another(ledger: Ledger) -> None:
    first = ledger.keep(coffee())
    ledger.forget(first.id)
    assert ledger.keep(coffee()).id != first.id


def test_a_request_that_this_version_cannot_read_is_said_and_the_list_still_works(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger(path) as ledger:
        kept = ledger.keep(coffee())
        other = sqlite3.connect(path)
        other.execute('UPDATE requests SET state = \'{"from": "the future"}\'')
        other.commit()
        other.close()
        with pytest.raises(StorageError, match="cannot read"):
            ledger.request(kept.id)
        assert len(ledger.recent(5)) == 1


def test_what_was_kept_outlives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    run = subprocess.run(
        [sys.executable, "-c", KEEP_AND_DIE, path], capture_output=True, text=True, check=False
    )
    assert run.returncode == -signal.SIGKILL, run.stderr
    with Ledger(path) as ledger:
        assert ledger.request(int(run.stdout)).message.body == "typed just now"


def test_many_threads_may_keep_at_once(ledger: Ledger) -> None:
    with ThreadPoolExecutor(8) as pool:
        kept = list(pool.map(lambda n: ledger.keep(coffee(f"{n}")), range(40)))
    assert {ledger.request(request.id).message.subject for request in kept} == {f"{n}" for n in range(40)}


def test_two_programs_may_hold_one_ledger(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger(path) as window, Ledger(path) as terminal:
        kept = window.keep(coffee())
        assert terminal.request(kept.id) == kept
        assert window.request(terminal.keep(coffee("two")).id).message.subject == "two"
