"""Replies written with the embedded model, guarded."""

import datetime as dt
import threading
from pathlib import Path

import pytest

from command_line import SAMPLE, SLOTS
from demur.app import Services, WritingModel
from demur.domain.advice import MoveId
from demur.domain.draft import Draft, Origin, Progress
from demur.domain.profile import Profile
from demur.domain.request import Request
from demur.domain.template import Slot
from demur.engine import ModelWorker
from demur.storage import Folders


@pytest.fixture
def services(tmp_path: Path, writing_worker: ModelWorker) -> Services:
    folders = Folders(data=tmp_path / "data", config=tmp_path / "config", cache=tmp_path / "cache").create()
    return Services(
        folders, folders.ledger, Profile(), WritingModel(writing_worker), lambda: dt.date(2026, 3, 2)
    )


def request(services: Services, move: MoveId) -> Request:
    message = services.read_file(SAMPLE)
    return Request(
        opened=dt.datetime(2026, 3, 2, tzinfo=dt.UTC),
        message=message,
        advised=services.check(message).advice.move,
        move=move,
        slots={Slot(name): value for name, value in SLOTS.items()},
    )


def draft(services: Services, move: MoveId, cancel: threading.Event | None = None) -> Draft:
    return services.draft(request(services, move), lambda _: None, cancel or threading.Event())


@pytest.mark.parametrize("move", [move for move in MoveId if move is not MoveId.NO_REPLY])
def test_what_the_model_writes_is_used_only_where_the_guard_passes_it(
    services: Services, move: MoveId
) -> None:
    seen: list[Progress] = []
    reply = services.draft(request(services, move), seen.append, threading.Event())
    assert any(step.words for step in seen), "the model was not asked"
    assert reply.notes == ()
    assert all(check.passed for beat in reply.beats for check in beat.checks)
    for beat in reply.beats:
        assert beat.text not in [other.text for other in beat.alternatives]
        assert beat.origin is Origin.MODEL or beat.text != beat.refused


def test_the_same_draft_twice_says_the_same(services: Services) -> None:
    assert draft(services, MoveId.DECLINE).text == draft(services, MoveId.DECLINE).text
