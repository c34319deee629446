"""The JSON that scripts rely on is the JSON that the documentation shows."""

import pytest

import schema


@pytest.mark.parametrize("command", schema.ANSWERS)
def test_the_documented_schema_is_the_real_one(command: str) -> None:
    documented = (schema.FOLDER / f"{command}.json").read_text(encoding="utf-8")
    assert documented == schema.schema(command), "it changed: run make schema, and say so in CHANGELOG.md"
