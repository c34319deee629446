"""Letters as the app writes them, with all that is counted of them."""

import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

import re2

from demur.domain.draft import DraftBeat, Origin
from demur.domain.errors import DataFileError, DemurError
from demur.domain.frozen import Frozen
from demur.domain.ports import LanguageModel
from demur.domain.template import FilledBeat, Role
from demur.domain.voice import Voice
from demur.drafting import Drafter, DraftJob, Terms
from demur.templates import TemplateSet, fill
from demur.voice import carry, contract

from .material import Person, Task

BY_RULE = (Role.GREET, Role.SIGN)
_NO_WORD = re2.compile(r"[^\pL\pN']+")


class Beat(Frozen):
    """One beat: the template's words, those of the rules, those in the letter, and who wrote these.

    ``own`` says that the model wrote them and no template or rule would, ``reworded`` that they differ in
    more than case, marks and contractions. ``refusals`` are the checks that a wording failed, if one did.
    """

    role: Role
    template: str
    rules: str
    text: str
    origin: Origin
    facts: tuple[str, ...] = ()
    own: bool
    reworded: bool
    refused: str = ""
    refusals: tuple[str, ...] = ()


class Letter(Frozen):
    """A letter by the ``model`` of that name, or some single sentences: then ``move`` is empty."""

    model: str
    person: str
    seen: bool
    move: str
    text: str
    beats: tuple[Beat, ...]
    notes: tuple[str, ...] = ()

    @property
    def asked(self) -> tuple[Beat, ...]:
        """The beats that the model is asked for: all but greeting and sign-off."""
        return tuple(beat for beat in self.beats if beat.role not in BY_RULE)


class Writer:
    """Writes ``Task``s with the drafter of the app and ``model``, called ``name`` in the figures."""

    def __init__(self, drafter: Drafter, templates: TemplateSet, model: LanguageModel, name: str) -> None:
        self._drafter = drafter
        self._templates = templates
        self._model = model
        self._name = name

    def write(self, task: Task) -> Letter:
        """The letter of ``task``. Raises ``DemurError`` when the model fails on a single sentence."""
        return self._letter(task) if task.move else self._sentences(task)

    def _letter(self, task: Task) -> Letter:
        assert task.move
        voice = task.person.voice
        job = DraftJob(move=task.move, slots=task.slots, voice=voice)
        draft = self._drafter.draft(job, self._model, lambda _: None, threading.Event())
        filled = fill(self._templates.template(task.move), task.slots)
        beats = [measured(beat, source, voice) for beat, source in zip(draft.beats, filled, strict=True)]
        return self._made(task.person, beats, task.move, draft.text, draft.notes)

    def _sentences(self, task: Task) -> Letter:
        voice = task.person.voice
        beats = [self._sentence(sentence, voice) for sentence in task.sentences]
        return self._made(task.person, beats, "", " ".join(beat.text for beat in beats), ())

    def _sentence(self, sentence: str, voice: Voice) -> Beat:
        terms = Terms(voice=voice)
        beat = self._drafter.rewrite(sentence, terms, self._model, _give_up, threading.Event())
        return measured(beat, FilledBeat(role=Role.STATEMENT, text=sentence), voice)

    def _made(
        self, person: Person, beats: list[Beat], move: str, text: str, notes: tuple[str, ...]
    ) -> Letter:
        return Letter(
            model=self._name,
            person=person.name,
            seen=person.seen,
            move=move,
            text=text,
            beats=tuple(beats),
            notes=notes,
        )


def _give_up(error: DemurError) -> None:
    raise error


def measured(beat: DraftBeat, source: FilledBeat, voice: Voice) -> Beat:
    """``beat`` of ``source``, with what is to be counted of it."""
    wordings = (source.text, *source.alternatives)
    said = {text for wording in wordings for text in (wording, _carried(source, wording, voice))}
    by_model = beat.origin is Origin.MODEL
    return Beat(
        role=beat.role,
        template=beat.template,
        rules=beat.fallback,
        text=beat.text,
        origin=beat.origin,
        facts=source.facts,
        own=by_model and beat.text not in said,
        reworded=by_model and _bare(beat.text) not in map(_bare, said),
        refused=beat.refused,
        refusals=tuple(check.id for check in beat.refusals),
    )


def _carried(source: FilledBeat, wording: str, voice: Voice) -> str:
    return carry(source.model_copy(update={"text": wording, "alternatives": ()}), voice)


def _bare(text: str) -> str:
    """``text`` without what tells nothing but a manner: case, marks, emoji, contractions."""
    return str(_NO_WORD.sub(" ", contract(text)[0].replace("’", "'").casefold()).strip())


def save(letters: Iterable[Letter], path: Path) -> Iterator[Letter]:
    """``letters`` as they come, each written to the file at ``path``, one JSON object a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        for letter in letters:
            file.write(letter.model_dump_json() + "\n")
            file.flush()
            yield letter


def load(path: Path) -> list[Letter]:
    """The letters in the file at ``path``; raises ``DataFileError`` when it cannot be read."""
    try:
        lines = path.read_text("utf-8").splitlines()
        return [Letter.model_validate_json(line) for line in lines]
    except (OSError, ValueError) as error:
        raise DataFileError(f"{path}: {error}", "Write the letters anew.") from error
