"""The hand-written pairs: source sentences, and how people of many voices would put them."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator

from demur.domain.advice import MoveId
from demur.domain.data_file import parse_data_file
from demur.domain.errors import DataFileError
from demur.domain.frozen import Frozen
from demur.domain.template import Role, Template
from demur.templates import TemplateSet

from .wording import Wording, fault_of

ROOT = Path(__file__).parents[2]
_DATA = Path("models/training/data")
_TEMPLATES = Path("prompts/templates")


class Kind(StrEnum):
    """Where a source sentence stands: in a shipped beat, as what, or in ``sentences.toml``."""

    TEXT = "text"
    WITHOUT = "without"
    PARAPHRASE = "paraphrase"
    FURTHER = "further"


class Sentence(Frozen):
    """A sentence to be rewritten; one that is ``held_out`` is never trained on."""

    text: Wording
    role: Role
    held_out: bool = False
    kind: Kind = Kind.FURTHER


class _SentencesFile(Frozen):
    sentence: tuple[Sentence, ...]


class _VoiceFile(Frozen):
    about: str
    split: Literal["train", "held-out"]
    samples: Annotated[tuple[Wording, ...], Field(min_length=12)]
    rewrites: dict[str, Wording] = Field(default_factory=dict)

    @field_validator("samples")
    @classmethod
    def _each_once(cls, samples: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(samples)) < len(samples):
            raise ValueError("holds a sample twice")
        return samples

    @field_validator("rewrites")
    @classmethod
    def _stand_for_their_sources(cls, rewrites: dict[str, str], info: ValidationInfo) -> dict[str, str]:
        known: Mapping[str, Sentence] = info.context or {}
        for source, rewrite in rewrites.items():
            if source not in known:
                raise ValueError(f"no source sentence: {source}")
            if known[source].held_out:
                raise ValueError(f"this sentence is held out: {source}")
            if fault := fault_of(rewrite, source):
                raise ValueError(f"{fault}: {source} = {rewrite}")
        return rewrites

    @model_validator(mode="after")
    def _held_out_entirely(self) -> Self:
        if self.split == "held-out" and self.rewrites:
            raise ValueError("a voice that is held out has no rewrites")
        return self


class TrainingVoice(Frozen):
    """A person: ``samples`` of their writing, and ``rewrites`` of source sentences by their text."""

    name: str
    about: str
    held_out: bool
    samples: tuple[str, ...]
    rewrites: dict[str, str]


class Pair(Frozen):
    """A source sentence in the words of one voice, both with their ``$slots`` open."""

    voice: TrainingVoice
    sentence: Sentence
    rewrite: str


class Corpus(Frozen):
    """All sentences, the shipped ones first, and all voices by name."""

    sentences: tuple[Sentence, ...]
    voices: tuple[TrainingVoice, ...]

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Every rewrite with its voice and its source, by voice."""
        known = {sentence.text: sentence for sentence in self.sentences}
        return tuple(
            Pair(voice=voice, sentence=known[source], rewrite=rewrite)
            for voice in self.voices
            for source, rewrite in voice.rewrites.items()
        )


def read_corpus(root: Path = ROOT) -> Corpus:
    """The training data of the checkout at ``root``, with the sentences of its templates.

    Raises ``DataFileError`` naming file and line where a file does not hold what it must.
    """
    file = root / _DATA / "sentences.toml"
    further = parse_data_file(file.read_text("utf-8"), file.name, _SentencesFile).sentence
    sentences = (*_shipped(root), *further)
    known = {sentence.text: sentence for sentence in sentences}
    if len(known) < len(sentences):
        texts = [sentence.text for sentence in sentences]
        twice = next(text for text in known if texts.count(text) > 1)
        raise DataFileError(f"{file.name}: stands there twice, or in a template: {twice}", "Remove one.")
    voices = tuple(_voice(path, known) for path in sorted((root / _DATA / "voices").glob("*.toml")))
    return Corpus(sentences=sentences, voices=voices)


def shipped(root: Path = ROOT) -> tuple[Template, ...]:
    """The English templates of the checkout at ``root``, one for each move that writes a reply."""
    files = {path.name: path.read_text("utf-8") for path in (root / _TEMPLATES).glob("*.toml")}
    templates = TemplateSet.load(files)
    return tuple(templates.template(move) for move in MoveId if move is not MoveId.NO_REPLY)


def _shipped(root: Path) -> tuple[Sentence, ...]:
    """What the beats say, each sentence once; the letter greets and signs by rule."""
    found: dict[str, Sentence] = {}
    for template in shipped(root):
        for sentence in _said(template):
            found.setdefault(sentence.text, sentence)
    return tuple(found.values())


def _said(template: Template) -> list[Sentence]:
    return [
        Sentence(text=text, role=beat.role, kind=kind)
        for beat in template.beats
        if beat.role not in (Role.GREET, Role.SIGN)
        for kind, texts in (
            (Kind.TEXT, (beat.text,)),
            (Kind.WITHOUT, (beat.without,)),
            (Kind.PARAPHRASE, beat.paraphrases),
        )
        for text in texts
        if text
    ]


def _voice(path: Path, known: Mapping[str, Sentence]) -> TrainingVoice:
    file = parse_data_file(path.read_text("utf-8"), path.name, _VoiceFile, known)
    return TrainingVoice(
        name=path.stem,
        about=file.about,
        held_out=file.split == "held-out",
        samples=file.samples,
        rewrites=file.rewrites,
    )
