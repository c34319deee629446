"""A data file that holds what it must not is refused with its name and the line to mend."""

import pytest

from demur.domain.data_file import parse_data_file
from demur.domain.errors import DataFileError
from demur.domain.frozen import Frozen


class Room(Frozen):
    name: str
    doors: int = 1


class House(Frozen):
    street: str = ""
    cellar: Room | None = None
    rooms: tuple[Room, ...] = ()


GOOD = """\
street = "Elm"

[cellar]
name = "dark"

[[rooms]]
name = "hall"

[[rooms]]
name = "attic"
doors = 2
"""


def refusal(text: str) -> str:
    with pytest.raises(DataFileError) as caught:
        parse_data_file(text, "house.toml", House)
    assert caught.value.hint
    return caught.value.message


def test_a_right_file_becomes_a_value() -> None:
    house = parse_data_file(GOOD, "house.toml", House)
    assert house.rooms[1] == Room(name="attic", doors=2)
    assert house.cellar == Room(name="dark")


def test_wrong_syntax_names_file_and_line() -> None:
    assert refusal('street = "Elm"\nrooms = = 2').startswith("house.toml: ")
    assert "line 2" in refusal('street = "Elm"\nrooms = = 2')


@pytest.mark.parametrize("text", ["doors = " + "9" * 5_000, "rooms = " + "[" * 50_000])
def test_what_no_reader_takes_is_refused_too(text: str) -> None:
    assert "too long, or too much is nested" in refusal(text)


@pytest.mark.parametrize(
    ("right", "wrong", "line"),
    [
        ('street = "Elm"', "street = 7", 1),
        ('name = "dark"', "name = 7", 4),
        ("doors = 2", 'doors = "two"', 11),
        ("doors = 2", "windows = 2", 11),
        ('name = "attic"\n', "", 9),
    ],
)
def test_wrong_content_names_its_line(right: str, wrong: str, line: int) -> None:
    assert refusal(GOOD.replace(right, wrong)).startswith(f"house.toml, line {line}: ")


def test_a_table_written_on_one_line_is_found_there() -> None:
    assert refusal('rooms = [{name = "hall"}, {name = 7}]').startswith("house.toml, line 1: rooms.1.name: ")


LIST = """\
[[rooms]]
name = "hall"
walls = [
  "red",

  # the north
  7,
]
[[rooms.windows]]
panes = 4
[[rooms]]
name = "attic"
walls = ["red", 7]
[[rooms.windows]]
panes = 1
[[rooms.windows]]
panes = "two"
"""


class Window(Frozen):
    panes: int


class LitRoom(Room):
    walls: tuple[str, ...]
    windows: tuple[Window, ...]


class LitHouse(Frozen):
    rooms: tuple[LitRoom, ...]


def test_everything_that_is_wrong_is_said_at_once_each_with_its_line() -> None:
    with pytest.raises(DataFileError) as caught:
        parse_data_file(LIST, "house.toml", LitHouse)
    assert [problem.split(":")[0] for problem in caught.value.message.splitlines()] == [
        "house.toml, line 7",
        "house.toml, line 13",
        "house.toml, line 17",
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        ("doors = 2", "windows = 2", "there is no such entry"),
        ('name = "attic"', "", "is missing"),
        ('name = "attic"', "name = 2", "must be text in quotation marks"),
    ],
)
def test_what_is_wrong_is_said_in_plain_words(right: str, wrong: str, words: str) -> None:
    assert refusal(GOOD.replace(right, wrong)).endswith(words)


def test_of_very_many_things_the_first_are_said() -> None:
    said = refusal("[[rooms]]\n" * 50).splitlines()
    assert len(said) == 9
    assert said[-1] == "house.toml: and 42 more"
