"""The use cases bound to a user's data and a model."""

import datetime as dt
import os
import signal
import threading
from pathlib import Path

import pytest

from command_line import SAMPLE
from demur import resources
from demur.app import Services, WritingModel, models
from demur.domain.advice import MoveId
from demur.domain.draft import Origin, Progress
from demur.domain.errors import DemurError
from demur.domain.ledger import LedgerFacts
from demur.domain.message import Sender
from demur.domain.ports import LanguageModel
from demur.domain.profile import Period, Profile
from demur.domain.reading import SignalId
from demur.domain.request import Request
from demur.domain.template import Slot
from demur.drafting import adopt
from demur.engine import CatalogueEntry, ModelWorker
from demur.storage import Folders, Ledger, Note, Person, read_profile
from scripted_model import ScriptedModel
from sent_mail import letter

TODAY = dt.date(2026, 3, 2)


def at(home: Path) -> Folders:
    return Folders(data=home / "data", config=home / "config", cache=home / "cache").create()


def services(home: Path, model: LanguageModel | None = None, profile: Profile | None = None) -> Services:
    folders = at(home)
    return Services(folders, folders.ledger, profile or Profile(), WritingModel(model), lambda: TODAY)


def sample_request(demur: Services, **changes: object) -> Request:
    message = demur.read_file(SAMPLE)
    request = Request(
        opened=dt.datetime(2026, 3, 2, tzinfo=dt.UTC),
        message=message,
        advised=demur.check(message).advice.move,
        slots={Slot.ME: "Sam"},
    )
    return request.model_copy(update=changes)


def drafted(demur: Services, request: Request) -> Request:
    draft = demur.draft(request, lambda _: None, threading.Event())
    return request.model_copy(update={"draft": draft})


def test_a_reply_that_was_sent_is_a_decision_in_the_ledger(tmp_path: Path) -> None:
    demur = services(tmp_path)
    kept = demur.keep(sample_request(demur, move=MoveId.ACCEPT))
    assert facts(tmp_path).accepted == 0
    demur.keep(kept.model_copy(update={"sent": dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)}))
    assert facts(tmp_path).accepted == 1
    assert [summary.sent for summary in demur.recent()] == [True]
    demur.close()


def facts(home: Path) -> LedgerFacts:
    with Ledger(at(home).ledger) as ledger:
        return ledger.facts(Sender(), TODAY)


def test_a_private_note_never_reaches_the_reply(tmp_path: Path) -> None:
    folders = at(tmp_path)
    with Ledger(folders.ledger) as ledger:
        jordan = ledger.add_person(Person(name="Jordan Blake"))
        ledger.record_note(jordan.id, Note(text="Borrowed money and vanished", source="Ana"))
    leak = ScriptedModel(lambda sentence, _: f"{sentence} You borrowed money and vanished.")
    crunch = Period(start=TODAY, end=TODAY, reason="secret merger")
    demur = services(tmp_path, leak, Profile(crunches=(crunch,)))
    request = drafted(demur, sample_request(demur, move=MoveId.DECLINE))
    assert request.draft is not None
    assert "vanished" not in request.draft.text
    assert "merger" not in request.draft.text
    assert any(check.id == "private" for beat in request.draft.beats for check in beat.refusals)
    demur.close()


def test_a_slot_that_the_user_emptied_stays_empty(tmp_path: Path) -> None:
    demur = services(tmp_path, profile=Profile(name="Sam Rivera"))
    asked = {slot.slot: slot.value for slot in demur.asked_slots(MoveId.DECLINE, demur.read_file(SAMPLE))}
    assert (asked[Slot.NAME], asked[Slot.ME]) == ("Jordan", "Sam Rivera")
    unsigned = drafted(demur, sample_request(demur, slots={Slot.ME: ""}))
    assert unsigned.draft is not None
    assert "Sam" not in unsigned.draft.text


def test_every_press_asks_for_other_words(tmp_path: Path) -> None:
    model = ScriptedModel(lambda sentence, _: sentence)
    demur = services(tmp_path, model)
    request = drafted(demur, sample_request(demur))
    seen: list[Progress] = []
    model.asked.clear()
    for _ in range(2):
        demur.regenerate(request, 1, seen.append, threading.Event())
    seeds = [how.seed for _, how in model.asked]
    assert len(set(seeds)) == len(seeds)
    assert {progress.index for progress in seen} == {1}


def test_without_a_model_there_is_no_other_wording_and_the_error_says_what_to_do(tmp_path: Path) -> None:
    demur = services(tmp_path)
    request = drafted(demur, sample_request(demur))
    with pytest.raises(DemurError) as caught:
        demur.regenerate(request, 1, lambda _: None, threading.Event())
    assert caught.value.hint
    assert demur.model_info.id == "none"


def test_before_there_is_a_draft_nothing_can_be_reworded(tmp_path: Path) -> None:
    demur = services(tmp_path)
    with pytest.raises(DemurError, match="no draft yet"):
        demur.revert(sample_request(demur), 1)


def test_a_beat_that_was_edited_can_be_reverted(tmp_path: Path) -> None:
    demur = services(tmp_path)
    request = drafted(demur, sample_request(demur))
    assert request.draft is not None
    words = request.draft.beats[1].text
    edited = adopt(request.draft, request.draft.text.replace(words, "Cheers."))
    assert edited.beats[1].origin is Origin.PERSON
    assert demur.revert(request.model_copy(update={"draft": edited}), 1) == request.draft


def test_a_voice_learned_from_sent_messages_comes_first_and_is_used(tmp_path: Path) -> None:
    demur = services(tmp_path, profile=Profile(name="Sam Hill"))
    text = "\n\n".join(letter(number).split("\nOn Mon")[0] for number in range(8))
    lesson = demur.voice_shelf.learn((), text, "", lambda *_: None, threading.Event())
    assert len(demur.voices()) == 5
    voice = demur.voice_shelf.keep(lesson.voice, "Mine")
    assert demur.voices()[0] == voice
    reply = drafted(demur, sample_request(demur)).draft
    assert reply is not None
    assert reply.text.startswith("Hi Jordan")
    assert "Best,\nSam" in reply.text


def test_what_the_user_tells_shows_at_the_next_check(tmp_path: Path) -> None:
    demur = services(tmp_path)
    message = demur.read_file(SAMPLE)
    flagged = {found.id for found in demur.check(message).signals}
    demur.save_profile(Profile(crunches=(Period(start=TODAY, end=TODAY),)))
    assert {found.id for found in demur.check(message).signals} == flagged | {SignalId.CRUNCH}
    assert read_profile(at(tmp_path).profile) == demur.profile


def test_what_stands_in_the_paste_box_is_kept(tmp_path: Path) -> None:
    services(tmp_path).keep_scratch("half a mess")
    assert services(tmp_path).scratch() == "half a mess"


def test_a_model_that_is_not_installed_costs_the_rewrites_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "packaged_model_file", missing)
    demur = services(tmp_path, models.find_model("", at(tmp_path)).usable)
    with pytest.raises(DemurError, match="missing"):
        demur.warm_up()
    reply = drafted(demur, sample_request(demur)).draft
    assert reply is not None
    assert reply.text.startswith("Hello Jordan")
    assert "missing" in reply.notes[0]


def missing(_package: str, file: str) -> Path:
    raise DemurError(f"The model file {file} is missing.", "Install Demur again.")


def test_a_worker_killed_in_mid_draft_costs_one_rewrite(
    tmp_path: Path, embedded_model: CatalogueEntry, model_source: Path, model_cache: Path
) -> None:
    worker = ModelWorker(embedded_model, model_source, model_cache)
    demur = services(tmp_path, worker)
    killed: list[int] = []

    def kill_once(progress: Progress) -> None:
        if progress.words and not killed and worker.pid:
            killed.append(worker.pid)
            os.kill(worker.pid, signal.SIGKILL)

    request = sample_request(demur)
    reply = demur.draft(request, kill_once, threading.Event())
    demur.close()
    assert killed
    assert len(reply.notes) == 1
    assert "stopped" in reply.notes[0] or "killed" in reply.notes[0]
    tried = [beat for beat in reply.beats if beat.refused or beat.origin is Origin.MODEL]
    assert tried, "the worker did not come back"
    assert reply.text.startswith("Hello Jordan")
