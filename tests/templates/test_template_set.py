"""A template file is refused, by name and line, when filling it could go wrong."""

import pytest

from demur.domain.errors import DataFileError
from demur.templates import TemplateSet
from shipped import ROOT

FILES = {path.name: path.read_text("utf-8") for path in (ROOT / "prompts/templates").glob("*.toml")}
DECLINE = """move = "decline"
language = "en"

[[sources]]
article = "002"
quote = "So, empower yourself to say no"

[[beats]]
role = "greet"
text = "Hello $name,"
without = "Hello,"

[[beats]]
role = "decline"
text = "I cannot talk about $topic before $date."
without = "I cannot talk before $date."
required = ["date"]
paraphrases = ["Before $date I cannot talk about $topic.", "Before $date I cannot talk."]
"""


def load(decline: str) -> TemplateSet:
    return TemplateSet.load(FILES | {"decline.toml": decline})


def refused(was: str, becomes: str) -> str:
    assert was in DECLINE
    with pytest.raises(DataFileError) as raised:
        load(DECLINE.replace(was, becomes))
    assert raised.value.hint
    return raised.value.message


def test_a_good_file_is_taken() -> None:
    assert load(DECLINE)


@pytest.mark.parametrize(
    ("was", "becomes", "line", "says"),
    [
        ("about $topic before", "about $subject before", 15, "$subject is no slot"),
        ("cannot talk before", "cannot [talk] before", 16, "[talk] would be sent as it stands"),
        ("Hello,", "Hello {name},", 11, "{name} would be sent as it stands"),
        ("cannot talk before", "owe $ 5 before", 16, "a $ by itself would be sent as it stands"),
        ("cannot talk before", "owe $$topic before", 16, "$topic would be sent as it stands"),
        ("Hello $name", "Hello ${name}", 10, "a $ by itself would be sent as it stands"),
        ("Before $date I cannot talk.", "Before $day I cannot.", 18, "$day is no slot"),
    ],
)
def test_wordings_hold_slots_and_words_only(was: str, becomes: str, line: int, says: str) -> None:
    message = refused(was, becomes)
    assert message.startswith(f"decline.toml, line {line}: ")
    assert says in message


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        ('required = ["date"]', 'required = ["name"]', "requires $name, but its text does not hold it"),
        (
            "I cannot talk before $date",
            "I cannot see $person before $date",
            "its 'without' must hold fewer",
        ),
        ("I cannot talk before", "I cannot talk about $topic before", "its 'without' must hold fewer"),
        (
            "Before $date I cannot talk.",
            "I cannot talk.",
            "holds other slots than the beat: I cannot talk.",
        ),
    ],
)
def test_the_wordings_of_a_beat_agree_on_their_slots(was: str, becomes: str, says: str) -> None:
    message = refused(was, becomes)
    assert message.startswith("decline.toml, line 13: beats.1")
    assert says in message


def test_without_sources_there_is_no_template() -> None:
    sources = DECLINE[DECLINE.index("[[sources]]") : DECLINE.index("[[beats]]")]
    assert "sources" in refused(sources, "")


def test_a_move_has_one_template() -> None:
    with pytest.raises(DataFileError, match="decline has a template already, in decline"):
        TemplateSet.load(FILES | {"other.toml": DECLINE})
    with pytest.raises(DataFileError, match="No template for: decline, reconnect"):
        TemplateSet.load({n: f for n, f in FILES.items() if n not in ("decline.toml", "reconnect.toml")})


def test_no_reply_needs_none() -> None:
    with pytest.raises(DataFileError, match="no-reply writes nothing"):
        TemplateSet.load(FILES | {"no-reply.toml": DECLINE.replace('"decline"', '"no-reply"', 1)})
