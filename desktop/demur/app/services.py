"""Everything that a face may do."""

import datetime as dt
import itertools
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Self

from demur import intake, outbox, storage
from demur.domain.advice import MoveId
from demur.domain.draft import Alternative, Draft, Progress
from demur.domain.errors import DemurError
from demur.domain.ledger import LedgerFacts
from demur.domain.message import Message
from demur.domain.model import ModelInfo
from demur.domain.profile import Profile
from demur.domain.report import Report
from demur.domain.request import Request, RequestSummary
from demur.domain.voice import Voice
from demur.drafting import DraftJob
from demur.rules import ActExplained, SignalExplained
from demur.storage import Folders, Ledger, Person
from demur.templates import known_slots, open_slots, question

from .asked_slot import AskedSlot
from .discretion import kept_private
from .knowledge import Knowledge
from .models import find_model
from .voices import Voices
from .writing_model import WritingModel

_RECENT = 200


class Services:
    """The use cases, bound to one user's data and one model (or none).

    Every method may be called from any thread and raises ``DemurError`` for what the user should know.
    """

    def __init__(
        self,
        folders: Folders,
        ledger: Path,
        profile: Profile,
        model: WritingModel,
        today: Callable[[], dt.date] = dt.date.today,
    ) -> None:
        self._folders = folders
        self._ledger_path = ledger
        self._profile = profile
        self._model = model
        self._today = today
        self._knowledge = Knowledge(folders.rules)
        self._seeds = itertools.count(100, 100)
        self._voices = Voices(folders.voices, lambda: self._knowledge.voices, lambda: self._profile)
        self._tray = outbox.Tray(folders.outgoing)
        self._opened: Ledger | None = None
        self._opening = threading.Lock()

    @classmethod
    def at_home(cls) -> Self:
        """Everything where the user keeps it."""
        folders = Folders.find().create()
        model = find_model(storage.read_settings(folders.settings).model, folders)
        return cls(folders, folders.ledger, storage.read_profile(folders.profile), model)

    @classmethod
    def for_command(
        cls, profile: Path | None, ledger: Path | None, model: str | None, today: dt.date | None
    ) -> Self:
        """What one command needs: what is not given is the user's own, and nothing is created."""
        folders = Folders.find()
        for path in (profile, ledger):
            if path and not path.exists():
                raise DemurError(f"There is no file {path}.", "Check the name.")
        wanted = storage.read_settings(folders.settings).model if model is None else model
        return cls(
            folders,
            ledger or folders.ledger,
            storage.read_profile(profile or folders.profile),
            find_model(wanted, folders),
            today=lambda: today or dt.date.today(),
        )

    # What came

    def read_text(self, text: str) -> Message:
        """A message that was pasted."""
        return intake.read_text(text, self._profile)

    def read_bytes(self, content: bytes) -> Message:
        """A message that came through a pipe."""
        return intake.read_bytes(content, self._profile)

    def read_file(self, path: Path) -> Message:
        """A message that was dropped or opened."""
        return intake.read_file(path, self._profile)

    def sample(self) -> str:
        """A request to try Demur on, as text to paste."""
        return self._knowledge.sample

    # What it says, and what to do

    def check(self, message: Message) -> Report:
        """What speaks for and against, and the move advised; changes nothing."""
        facts = self._facts(message)
        reading = self._knowledge.rules.read(message, self._profile, facts, self._today())
        advice = self._knowledge.table.advise(reading)
        return Report(
            message=message,
            acts=reading.acts,
            signals=reading.signals,
            advice=advice,
            understood=message.language in self._knowledge.rules.languages,
        )

    def explain(self, rule: str, message: Message) -> SignalExplained | ActExplained:
        """Why the signal or the act called ``rule`` holds for ``message``, or does not."""
        facts = self._facts(message)
        return self._knowledge.rules.explain(rule, message, self._profile, facts, self._today())

    @property
    def left_out(self) -> DemurError | None:
        """Which rule packs of the user's are left out, and why."""
        return self._knowledge.left_out

    def namesakes(self, message: Message) -> tuple[Person, ...]:
        """Who in the ledger the sender may be, when name and address leave it open and it must be asked."""
        return self._ledger.namesakes(message.sender) if self._ledger_path.exists() else ()

    # What to answer

    def asked_slots(self, move: MoveId, message: Message) -> tuple[AskedSlot, ...]:
        """What the reply of ``move`` leaves open, filled in as far as message and profile tell."""
        templates = self._knowledge.templates
        letters = templates.letters(message.language)
        known = known_slots(message, self._profile, self._today(), move, letters)
        template = templates.template(move, message.language, familiar=letters.says_du(message))
        return tuple(
            AskedSlot(
                slot=slot, question=question(template, slot), required=required, value=known.get(slot, "")
            )
            for slot, required in open_slots(template).items()
        )

    def draft(
        self, request: Request, on_progress: Callable[[Progress], None], cancel: threading.Event
    ) -> Draft:
        """The reply to ``request``: its move or else the advised one, its slots, its voice."""
        job, model = self._job(request), self._model
        draft = self._knowledge.drafter.draft(job, model.usable, on_progress, cancel, model.by_letter)
        return draft.model_copy(update={"notes": (*draft.notes, *model.notes)})

    def regenerate(
        self, request: Request, index: int, on_progress: Callable[[Progress], None], cancel: threading.Event
    ) -> Draft:
        """The draft of ``request`` with another wording of beat ``index``, if one passes the guard."""
        draft, model, seed = _draft_of(request), self._model.needed, next(self._seeds)
        job = self._job(request)
        return self._knowledge.drafter.regenerate(draft, index, job, model, seed, on_progress, cancel)

    def revert(self, request: Request, index: int) -> Draft:
        """The draft of ``request`` with beat ``index`` as the rules carried it into the voice."""
        return self._knowledge.drafter.revert(_draft_of(request), index, self._job(request))

    def take(self, request: Request, index: int, wanted: Alternative) -> Draft:
        """The draft of ``request`` with beat ``index`` in the words ``wanted``, if they still pass."""
        return self._knowledge.drafter.take(_draft_of(request), index, wanted, self._job(request))

    def save_reply(self, path: Path, reply: outbox.Reply) -> None:
        """Write a reply to a file, whole or not at all: a draft, Markdown or text, by its suffix."""
        outbox.save_reply(path, reply)

    def hand_over(self, reply: outbox.Reply) -> Path:
        """The draft of a reply, where a mail program may pick it up; it is deleted soon."""
        return self._tray.put(outbox.as_eml(reply))

    # Who answers

    @property
    def profile(self) -> Profile:
        """What the user told about themself."""
        return self._profile

    def save_profile(self, profile: Profile) -> None:
        """Store the profile; it holds from the next check on."""
        storage.write_profile(self._folders.profile, profile)
        self._profile = profile

    def voices(self) -> tuple[Voice, ...]:
        """The voices to choose from: the user's own first, then the starters."""
        return self._voices.all()

    @property
    def voice_shelf(self) -> Voices:
        """The same, to learn new ones, and to keep and forget the user's own."""
        return self._voices

    def worth_remembering(self, request: Request) -> tuple[str, ...]:
        """The sentences of the reply that the user wrote by hand and that their own voice could keep."""
        private = kept_private(self._profile, self._facts(request.message).sender)
        return self._voices.worth_remembering(request, private)

    def use_voice(self, path: Path) -> Voice:
        """Choose the voice in a file for this run; it is not stored."""
        return self._voices.use(path)

    # What is kept

    def keep(self, request: Request) -> Request:
        """Store a request as it stands, and once it is sent what was decided; gives it back with its id."""
        kept = self._ledger.keep(request)
        if kept.sent:
            self._ledger.decide(kept.id, kept.move or kept.advised, self._today())
        return kept

    def recent(self) -> tuple[RequestSummary, ...]:
        """The last requests, newest first."""
        return self._ledger.recent(_RECENT)

    def request(self, number: int) -> Request:
        """A request as it was kept last."""
        return self._ledger.request(number)

    def forget(self, number: int) -> None:
        """Delete a request for good."""
        self._ledger.forget(number)

    def keep_scratch(self, text: str) -> None:
        """Keep what stands in the paste box."""
        storage.write_scratch(self._folders.scratch, text)

    def scratch(self) -> str:
        """What was last kept of the paste box."""
        return storage.read_scratch(self._folders.scratch)

    # The model

    @property
    def model_info(self) -> ModelInfo:
        """Which model writes along; where one may not, the reason."""
        return self._model.info

    def try_model(self, on_step: Callable[[int, int], None]) -> None:
        """Find out, once, what a model may do that nobody has measured; ``on_step`` hears how far it is."""
        self._model.try_out(self._knowledge.drafter, on_step)

    def warm_up(self, on_step: Callable[[int, int], None] = lambda *_: None) -> ModelInfo:
        """Get everything ready that the first request would wait for: seconds, or a trial of the model."""
        self.check(self.read_text(self.sample()))
        self.try_model(on_step)
        if model := self._model.usable:
            self._knowledge.drafter.warm_up(self._voices.chosen(""), model)
        return self.model_info

    def close(self) -> None:
        """Stop the model's process, give the ledger's file back, and delete what was handed over."""
        self._model.close()
        self._tray.clear()
        with self._opening:
            if self._opened:
                self._opened.close()
            self._opened = None

    @property
    def _ledger(self) -> Ledger:
        with self._opening:
            self._opened = self._opened or Ledger(self._ledger_path)
            return self._opened

    def _facts(self, message: Message) -> LedgerFacts:
        trusted = self._profile.trusted
        if not self._ledger_path.exists():
            return LedgerFacts(trusted=trusted)
        words = self._knowledge.rules.words(message)
        return self._ledger.facts(message.sender, self._today(), trusted, words)

    def _job(self, request: Request) -> DraftJob:
        move = request.move or request.advised
        facts = self._facts(request.message).sender
        letters = self._knowledge.templates.letters(request.message.language)
        known = known_slots(request.message, self._profile, self._today(), move, letters)
        return DraftJob(
            move=move,
            slots=known | request.slots,
            voice=self._voices.chosen(request.voice),
            message=f"{request.message.subject}\n{request.message.body}",
            private=kept_private(self._profile, facts),
            language=request.message.language,
            familiar=letters.says_du(request.message),
        )


def _draft_of(request: Request) -> Draft:
    if request.draft is None:
        raise DemurError("There is no draft yet.", "Write one first.")
    return request.draft
