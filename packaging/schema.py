"""Writes what the commands answer and export in JSON, as JSON Schema, into ``desktop/schema/``."""

import json
from pathlib import Path

from pydantic import BaseModel

from demur.domain.report import DraftReport, GuardReport, Report, RewriteReport
from demur.storage import LedgerCopy

FOLDER = Path(__file__).parent.parent / "desktop" / "schema"
ANSWERS: dict[str, type[BaseModel]] = {
    "check": Report,
    "draft": DraftReport,
    "rewrite": RewriteReport,
    "guard": GuardReport,
    "ledger": LedgerCopy,
}


def schema(command: str) -> str:
    """The schema of what ``command`` answers."""
    written = ANSWERS[command].model_json_schema(mode="serialization")
    return json.dumps(written, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for name in ANSWERS:
        (FOLDER / f"{name}.json").write_text(schema(name), encoding="utf-8")
