"""Hand-written stand-ins for what the window needs: services over dictionaries, and two runners."""

import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from demur.app import AskedSlot, Lesson
from demur.domain.advice import Advice, MoveId, SecondThought
from demur.domain.draft import Alternative, Check, Draft, DraftBeat, Origin, Progress
from demur.domain.errors import DemurError
from demur.domain.message import Evidence, Message, Part, Sender
from demur.domain.model import ModelInfo
from demur.domain.profile import Profile
from demur.domain.reading import Side, Signal, SignalId, Source
from demur.domain.report import Report
from demur.domain.request import Request, RequestSummary
from demur.domain.template import Role, Slot
from demur.domain.voice import Voice
from demur.drafting import with_beat
from demur.intake import UnknownAuthorError
from demur.outbox import Reply

CLASSMATE = (
    "Hi 👋 Long time since school! Are you available to hop on a quick call? Is the company still hiring? "
    "Would you be able to refer me to the hiring manager? Can you suggest any other contacts?"
)
_SOURCE = Source(article="002", quote="The person is asking you to help them before you know them.")
_FLAGS = (
    (SignalId.TOO_SOON, Side.SENDER, ("refer me to the hiring manager",)),
    (
        SignalId.MANY_ASKS,
        Side.SENDER,
        ("hop on a quick call", "still hiring", "refer me to the hiring manager"),
    ),
    (SignalId.CLEAR_ASK, Side.COUNTER, ("still hiring",)),
)
_LETTER = (
    (Role.GREET, "Hello Jordan,"),
    (Role.THANK, "Thank you for reaching out."),
    (Role.DECLINE, "I cannot take a call at the moment."),
    (Role.SIGN, "Best wishes,\nAlex"),
)


class FakeServices:
    """In memory; ``full_disk`` and ``spoilt`` make it fail, ``during`` acts while a beat is written."""

    def __init__(self) -> None:
        self.profile = Profile(name="Alex")
        self.model_info = ModelInfo(id="fake")
        self.kept: dict[int, Request] = {}
        self.paste_box = ""
        self.full_disk = False
        self.left_out: DemurError | None = None
        self.spoilt: Exception | None = None
        self.required: tuple[Slot, ...] = ()
        self.during: Callable[[int], None] = _nothing
        self.voice_shelf = FakeVoices()
        self.saved: dict[Path, Reply] = {}
        self.rewrites = 0
        self.stuck = False

    def read_text(self, text: str) -> Message:
        if not text.strip():
            raise DemurError("There is no text.", "Paste the whole message.")
        return Message(subject="Quick question", body=text, sender=Sender(name="Jordan Blake"))

    def read_file(self, path: Path) -> Message:
        if path.suffix == ".bin":
            raise DemurError("This is not a message.", "Open a text or an .eml file.")
        return self.read_text(path.read_text("utf-8"))

    def check(self, message: Message) -> Report:
        if self.spoilt:
            raise self.spoilt
        understood = message.language in ("en", "de")
        return Report(
            message=message, acts=(), signals=_signals(message), advice=ADVICE, understood=understood
        )

    def asked_slots(self, move: MoveId, message: Message) -> tuple[AskedSlot, ...]:  # noqa: ARG002
        topic = AskedSlot(
            slot=Slot.TOPIC, question="What is it about?", required=Slot.TOPIC in self.required, value=""
        )
        me = AskedSlot(slot=Slot.ME, question="Your name?", required=False, value=self.profile.name)
        return (topic, me)

    def draft(
        self, request: Request, on_progress: Callable[[Progress], None], cancel: threading.Event
    ) -> Draft:
        move = request.move or request.advised
        draft = _letter(move, request.slots)
        on_progress(Progress(index=0, total=len(draft.beats), draft=draft))
        for index, beat in enumerate(draft.beats):
            self.during(index)
            if cancel.is_set():
                break
            if beat.role in {Role.THANK, Role.DECLINE}:
                draft = with_beat(draft, index, _rewritten(beat, f"({request.voice}) {beat.fallback}"))
            on_progress(Progress(index=index, total=len(draft.beats), beat=draft.beats[index], draft=draft))
        return draft

    def regenerate(
        self, request: Request, index: int, on_progress: Callable[[Progress], None], _: threading.Event
    ) -> Draft:
        assert request.draft is not None
        if self.stuck:
            return request.draft
        self.rewrites += 1
        beat = request.draft.beats[index]
        on_progress(Progress(index=index, total=len(request.draft.beats), words="Thanks"))
        self.during(index)
        return with_beat(request.draft, index, _rewritten(beat, f"Thanks so much, number {self.rewrites}."))

    def revert(self, request: Request, index: int) -> Draft:
        assert request.draft is not None
        beat = request.draft.beats[index]
        back = beat.model_copy(update={"text": beat.fallback, "origin": Origin.VOICE})
        return with_beat(request.draft, index, back)

    def take(self, request: Request, index: int, wanted: Alternative) -> Draft:
        assert request.draft is not None
        beat = request.draft.beats[index]
        others = tuple(one for one in beat.alternatives if one != wanted)
        if self.stuck:
            return with_beat(request.draft, index, beat.model_copy(update={"alternatives": others}))
        now = Alternative(text=beat.text, origin=beat.origin)
        update = {"text": wanted.text, "origin": wanted.origin, "alternatives": (*others, now)}
        return with_beat(request.draft, index, beat.model_copy(update=update))

    def worth_remembering(self, request: Request) -> tuple[str, ...]:
        beats = request.draft.beats if request.draft else ()
        return tuple(beat.text for beat in beats if beat.origin is Origin.PERSON)

    def voices(self) -> tuple[Voice, ...]:
        return (*self.voice_shelf.kept, Voice(id="plain", name="Plain"), Voice(id="warm", name="Warm"))

    def keep(self, request: Request) -> Request:
        if self.full_disk:
            raise DemurError("The disk is full.", "Make room; your text is still in the window.")
        kept = request.model_copy(update={"id": request.id or len(self.kept) + 1})
        self.kept[kept.id] = kept
        return kept

    def recent(self) -> tuple[RequestSummary, ...]:
        return tuple(_summary(request) for request in reversed(self.kept.values()))

    def request(self, number: int) -> Request:
        return self.kept[number]

    def forget(self, number: int) -> None:
        del self.kept[number]

    def keep_scratch(self, text: str) -> None:
        self.paste_box = text

    def scratch(self) -> str:
        return self.paste_box

    def save_profile(self, profile: Profile) -> None:
        self.profile = profile

    def save_reply(self, path: Path, reply: Reply) -> None:
        if self.full_disk:
            raise DemurError("The disk is full.", "Choose another place.")
        self.saved[path] = reply

    def hand_over(self, reply: Reply) -> Path:
        path = Path("/outgoing/reply.eml")
        self.save_reply(path, reply)
        return path

    def warm_up(self, on_step: Callable[[int, int], None]) -> ModelInfo:
        on_step(3, 14)
        return self.model_info

    def sample(self) -> str:
        return CLASSMATE

    def close(self) -> None: ...


class FakeVoices:
    """Learns from anything but too little; ``writers`` are who it must be told apart."""

    def __init__(self) -> None:
        self.kept: list[Voice] = []
        self.writers: tuple[str, ...] = ()
        self.heard: tuple[Sequence[Path], str, str] | None = None
        self.cancelled = False
        self.remembered: list[tuple[str, str]] = []

    def own(self) -> tuple[Voice, ...]:
        return tuple(self.kept)

    def learn(
        self,
        files: Sequence[Path],
        text: str,
        me: str,
        on_progress: Callable[[int, int], None],
        cancel: threading.Event,
    ) -> Lesson:
        self.heard = files, text, me
        if self.writers and not me:
            raise UnknownAuthorError("Several write.", self.writers)
        if not files and len(text) < 10:
            raise DemurError("That is too little to tell.", "Give two or three messages.")
        on_progress(50, 100)
        self.cancelled = cancel.is_set()
        samples = ("Thanks a lot for this!", "I can't make it, sorry.")
        return Lesson(Voice(id="learned", name="Learned", samples=samples), ("2 messages read.",))

    def keep(self, voice: Voice, name: str) -> Voice:
        self.kept.append(voice.model_copy(update={"id": "own-1", "name": name or "My voice"}))
        return self.kept[-1]

    def change(self, voice: Voice) -> Voice:
        self.kept = [voice if one.id == voice.id else one for one in self.kept]
        return voice

    def chosen(self, wanted: str) -> Voice:
        return next((one for one in self.kept if one.id == wanted), self.kept[0])

    def remember(self, voice: str, sentence: str) -> None:
        self.remembered.append((voice, sentence))

    def forget(self, voice: str) -> None:
        self.kept = [one for one in self.kept if one.id != voice]


class AtOnce:
    """Runs everything on the spot."""

    def start(self, work: Callable[[], None]) -> None:
        work()

    def post(self, call: Callable[[], None]) -> None:
        call()

    def wait(self) -> None: ...


class ByHand(AtOnce):
    """Keeps work until the test runs it, in any order."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def start(self, work: Callable[[], None]) -> None:
        self.waiting.append(work)

    def run_all(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


def _nothing(index: int) -> None:
    """Nothing happens while a beat is written, unless a test says so."""


ADVICE = Advice(
    move=MoveId.DECLINE_HELP,
    runner_up=MoveId.ASK_DETAILS,
    because=(SignalId.TOO_SOON,),
    second_look=(
        SecondThought(
            thought="It asks something you can answer.", signal=SignalId.CLEAR_ASK, source=_SOURCE
        ),
    ),
)


def _signals(message: Message) -> tuple[Signal, ...]:
    def evidence(words: str) -> Evidence:
        start = message.body.index(words)
        return Evidence(part=Part.BODY, start=start, end=start + len(words), text=words)

    return tuple(
        Signal(
            id=id_,
            side=side,
            strength=2,
            why=f"It says {words[0]}.",
            evidence=tuple(evidence(one) for one in words if one in message.body),
            source=_SOURCE,
        )
        for id_, side, words in _FLAGS
    )


def _letter(move: MoveId, slots: Mapping[Slot, str]) -> Draft:
    beats: list[DraftBeat] = []
    text = ""
    for role, words in _LETTER:
        words = (
            words.replace("a call", f"a call about {slots[Slot.TOPIC]}") if slots.get(Slot.TOPIC) else words
        )
        gap = "\n\n" if text else ""
        start = len(text + gap)
        text += gap + words
        beat = DraftBeat(role=role, template=words, fallback=words, text=words, origin=Origin.VOICE)
        beats.append(beat.model_copy(update={"start": start, "end": len(text)}))
    return Draft(move=move, text=text, beats=tuple(beats))


def _rewritten(beat: DraftBeat, words: str) -> DraftBeat:
    checks = (Check(id="facts-kept", passed=True), Check(id="no-promise", passed=True))
    return beat.model_copy(update={"text": words, "origin": Origin.MODEL, "checks": checks})


def _summary(request: Request) -> RequestSummary:
    return RequestSummary(
        id=request.id,
        opened=request.opened,
        sender=request.message.sender.name,
        subject=request.message.subject,
        move=request.move or request.advised,
        sent=request.sent is not None,
    )
