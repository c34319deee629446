"""The templates and starter voices that Demur ships, and what fills a letter."""

from pathlib import Path

from demur.domain.advice import MoveId
from demur.domain.template import Slot
from demur.templates import TemplateSet
from demur.voice import load_voice

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "prompts/templates"
TEMPLATES = TemplateSet.load(
    {path.relative_to(FOLDER).as_posix(): path.read_text("utf-8") for path in FOLDER.rglob("*.toml")}
)
VOICES = [
    load_voice(path.read_text("utf-8"), path.name) for path in (ROOT / "prompts/voices").glob("*.toml")
]
OTHERS = [
    (path.parent.name, MoveId(path.stem))
    for path in sorted(FOLDER.glob("*/*.toml"))
    if path.stem != "language"
]
WRITING = [move for move in MoveId if move is not MoveId.NO_REPLY]
SLOTS = {
    Slot.NAME: "Jordan",
    Slot.ME: "Alex Rivera",
    Slot.TOPIC: "product management",
    Slot.DATE: "14 December",
    Slot.RESOURCE: "First steps in product (https://example.com/steps)",
    Slot.ORGANISATION: "Product Guild (https://guild.example)",
    Slot.PERSON: "Maria Garcia",
    Slot.MEETING: "the annual meeting in May",
}
