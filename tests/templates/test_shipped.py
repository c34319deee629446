"""The templates that Demur ships."""

from pathlib import Path

import pytest

from demur.domain.advice import MoveId
from demur.domain.template import Role, Slot, Template
from demur.templates import NoReplyError, TemplateSet, fill

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT.parent / "shared" / "articles"
SHIPPED = TemplateSet.load(
    {p.name: p.read_text("utf-8") for p in (ROOT / "prompts/templates").glob("*.toml")}
)
WRITING = [move for move in MoveId if move is not MoveId.NO_REPLY]
ALL_SLOTS = {
    Slot.NAME: "Jordan",
    Slot.ME: "Alex Rivera",
    Slot.TOPIC: "product management",
    Slot.DATE: "14 December",
    Slot.RESOURCE: "First steps in product (https://example.com/steps)",
    Slot.ORGANISATION: "Product Guild (https://guild.example)",
    Slot.PERSON: "Maria Garcia",
    Slot.MEETING: "the annual meeting in May",
}


def required(template: Template) -> dict[Slot, str]:
    return {slot: ALL_SLOTS[slot] for beat in template.beats for slot in beat.required}


@pytest.mark.parametrize("move", WRITING)
def test_each_move_greets_says_something_and_signs(move: MoveId) -> None:
    template = SHIPPED.template(move)
    for slots in (required(template), ALL_SLOTS):
        beats = fill(template, slots)
        assert [beats[0].role, beats[-1].role] == [Role.GREET, Role.SIGN]
        assert 3 <= len(beats[1:-1]) <= 6
        assert beats[0].text.endswith(",")


def test_no_reply_writes_nothing_and_says_why() -> None:
    with pytest.raises(NoReplyError, match="best left without an answer"):
        SHIPPED.template(MoveId.NO_REPLY)


@pytest.mark.parametrize("move", WRITING)
def test_paraphrases_stand_by_for_the_model_and_the_guard(move: MoveId) -> None:
    for beat in SHIPPED.template(move).beats:
        if beat.role not in (Role.GREET, Role.SIGN):
            assert 2 <= len(beat.paraphrases) <= 5
            assert beat.text not in beat.paraphrases


@pytest.mark.skipif(not ARTICLES.exists(), reason="the articles are not part of the repository")
@pytest.mark.parametrize("move", WRITING)
def test_sources_are_quoted_word_for_word(move: MoveId) -> None:
    for source in SHIPPED.template(move).sources:
        (article,) = ARTICLES.glob(f"{source.article}_*.txt")
        assert source.quote in article.read_text("utf-8")
