"""The templates, one a move, checked when loaded so that filling them cannot fail on a template."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from demur.domain.advice import MoveId
from demur.domain.data_file import parse_data_file
from demur.domain.errors import DataFileError
from demur.domain.reading import Source
from demur.domain.template import Beat, Template

from .errors import NoReplyError
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


class TemplateSet:
    """A reply for every move but ``no-reply``."""

    def __init__(self, templates: Mapping[MoveId, Template]) -> None:
        self._templates = templates

    @classmethod
    def load(cls, files: Mapping[str, str]) -> "TemplateSet":
        """Read the TOML texts of ``files``, by file name.

        Raises ``DataFileError`` naming file and line when one does not hold a template, and naming the move
        when it has two templates, none, or no use for one.
        """
        origins: dict[MoveId, str] = {}
        templates: dict[MoveId, Template] = {}
        for name, text in sorted(files.items()):
            template = parse_data_file(text, name, _CheckedTemplate)
            move = template.move
            if move is MoveId.NO_REPLY:
                raise DataFileError(f"{name}: the move no-reply writes nothing.", "Remove the file.")
            if move in origins:
                raise DataFileError(
                    f"{name}: the move {move} has a template already, in {origins[move]}.",
                    "Remove one of the two.",
                )
            origins[move], templates[move] = name, template
        missing = [move for move in MoveId if move not in templates and move is not MoveId.NO_REPLY]
        if missing:
            raise DataFileError(
                f"No template for: {', '.join(missing)}.", "Add a file for each of these moves."
            )
        return cls(templates)

    def template(self, move: MoveId) -> Template:
        """The reply of ``move``; raises ``NoReplyError`` for the one that writes none."""
        if move is MoveId.NO_REPLY:
            raise NoReplyError(
                "This message is best left without an answer: it looks like fraud, and a reply would "
                "only show that somebody reads here.",
                "Pick another move if you want to answer after all.",
            )
        return self._templates[move]
