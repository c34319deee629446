"""The templates, one a move and language, checked so that filling them cannot fail on a template."""

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from demur.domain.advice import MoveId
from demur.domain.data_file import parse_data_file
from demur.domain.errors import DataFileError
from demur.domain.reading import Source
from demur.domain.template import Beat, Template

from .errors import NoReplyError
from .letters import ENGLISH, Letters
from .wording import checked_wording, slots_of

_Wording = Annotated[str, AfterValidator(checked_wording)]


class _CheckedBeat(Beat):
    """A beat whose wordings hold slots that exist, and whose paraphrases leave open what it leaves open."""

    text: Annotated[_Wording, Field(min_length=1)]
    without: _Wording = ""
    paraphrases: tuple[_Wording, ...] = ()

    @model_validator(mode="after")
    def _slots_agree(self) -> "_CheckedBeat":
        slots = slots_of(self.text)
        for slot in self.required:
            if slot not in slots:
                raise ValueError(f"requires ${slot}, but its text does not hold it")
        if not slots_of(self.without) < slots and self.without:
            raise ValueError("its 'without' must hold fewer slots than its text, and none of its own")
        for paraphrase in self.paraphrases:
            if slots_of(paraphrase) not in (slots, slots_of(self.without)):
                raise ValueError(f"this paraphrase holds other slots than the beat: {paraphrase}")
        return self


class _CheckedTemplate(Template):
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    beats: Annotated[tuple[_CheckedBeat, ...], Field(min_length=1)]


# "{Ihre|deine}": the first to a stranger, the second to somebody who says du.
_FORMS = re.compile(r"\{([^{}|\n]*)\|([^{}|\n]*)\}")
_LETTERS = "language.toml"

# What comes nearest where a language has no reply for a move, and says nothing that may be untrue.
_NEAREST: Mapping[MoveId, tuple[MoveId, ...]] = {
    MoveId.ACCEPT_PRACTICE: (MoveId.ACCEPT,),
    MoveId.DECLINE_BREAK: (MoveId.DECLINE_HELP, MoveId.DECLINE),
    MoveId.DECLINE_CRUNCH: (MoveId.DECLINE_HELP, MoveId.DECLINE),
    MoveId.DECLINE_HELP: (MoveId.DECLINE,),
    MoveId.DECLINE_HONEST: (MoveId.DECLINE,),
    MoveId.CANNOT_HELP: (MoveId.DECLINE,),
    MoveId.REFER: (MoveId.DECLINE,),
}


class TemplateSet:
    """A reply for every move but ``no-reply`` in English, and for some of them in other languages."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self._files = files
        self._languages = {name.rpartition("/")[0] or ENGLISH.language: None for name in files}
        self._read: dict[tuple[str, bool], Mapping[MoveId, Template]] = {}

    @classmethod
    def load(cls, files: Mapping[str, str]) -> "TemplateSet":
        """Read the TOML texts of ``files``, by file name; those of a language are ``de/decline.toml``.

        Raises ``DataFileError`` naming file and line when one does not hold a template, and naming the move
        when it has two templates, none in English, or no use for one; for what is wrong in the files of
        another language not before they are used.
        """
        loaded = cls(files)
        english = loaded._of(ENGLISH.language, familiar=False)
        missing = [move for move in MoveId if move not in english and move is not MoveId.NO_REPLY]
        if missing:
            raise DataFileError(
                f"No template for: {', '.join(missing)}.", "Add a file for each of these moves."
            )
        return loaded

    def template(self, move: MoveId, language: str = "en", *, familiar: bool = False) -> Template:
        """The reply of ``move`` in ``language``; where there is none the nearest that there is.

        In its place stands the reply of another move, else the English one: the template says which it is.
        ``familiar`` is for a sender who says du. Raises ``NoReplyError`` for the move that writes none.
        """
        if move is MoveId.NO_REPLY:
            raise NoReplyError(
                "This message is best left without an answer: it looks like fraud, and a reply would "
                "only show that somebody reads here.",
                "Pick another move if you want to answer after all.",
            )
        there = self._of(language, familiar=familiar) if language in self._languages else {}
        near = next((there[one] for one in (move, *_NEAREST.get(move, ())) if one in there), None)
        return near or self._of(ENGLISH.language, familiar=False)[move]

    def letters(self, language: str) -> Letters:
        """How letters in ``language`` are written, where it has templates, and in English where not."""
        name = f"{language}/{_LETTERS}"
        if name not in self._files:
            return ENGLISH
        return parse_data_file(self._files[name], name, Letters).model_copy(update={"language": language})

    def _of(self, language: str, *, familiar: bool) -> Mapping[MoveId, Template]:
        if (language, familiar) not in self._read:
            self._read[language, familiar] = self._templates(language, familiar=familiar)
        return self._read[language, familiar]

    def _templates(self, language: str, *, familiar: bool) -> Mapping[MoveId, Template]:
        questions = self.letters(language).questions
        folder = "" if language == ENGLISH.language else language
        origins: dict[MoveId, str] = {}
        templates: dict[MoveId, Template] = {}
        for name, text in sorted(self._files.items()):
            within, _, file = name.rpartition("/")
            if within != folder or file == _LETTERS:
                continue
            said = _FORMS.sub(r"\2" if familiar else r"\1", text) if folder else text
            template = parse_data_file(said, name, _CheckedTemplate)
            move = template.move
            if move is MoveId.NO_REPLY:
                raise DataFileError(f"{name}: the move no-reply writes nothing.", "Remove the file.")
            if move in origins:
                raise DataFileError(
                    f"{name}: the move {move} has a template already, in {origins[move]}.",
                    "Remove one of the two.",
                )
            origins[move] = name
            templates[move] = template.model_copy(
                update={"language": language, "questions": questions | template.questions}
            )
        return templates
