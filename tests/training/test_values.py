"""What the slots are filled with, and how it is put in."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demur.domain.errors import DataFileError
from shipped import ROOT
from training.values import Values, filled
from training.wording import SLOTS

VALUES = Values.read(ROOT / "models/training/data/values.toml")

seeds = st.integers(min_value=0, max_value=2**32)


@given(seeds)
def test_every_slot_has_a_value_of_one_line_that_is_wholly_grown(seed: int) -> None:
    values = VALUES.chosen(Random(seed))
    assert values.keys() == SLOTS
    for value in values.values():
        assert value == " ".join(value.split()) != ""
        assert "$" not in value


@given(seeds)
def test_the_same_seed_gives_the_same_values(seed: int) -> None:
    assert VALUES.chosen(Random(seed)) == VALUES.chosen(Random(seed))


@pytest.mark.parametrize("slot", ["topic", "resource", "organisation", "person", "meeting"])
def test_what_has_to_be_copied_is_hardly_ever_the_same(slot: str) -> None:
    chance = Random(1)
    assert len({VALUES.chosen(chance)[slot] for _ in range(1000)}) > 450


@given(seeds)
def test_a_date_reads_well_after_on_by_and_until(seed: int) -> None:
    date = VALUES.chosen(Random(seed))["date"]
    assert date.split()[0] not in {"on", "by", "in", "at", "next", "until", "tomorrow"}


@given(seeds)
def test_a_link_is_an_address_which_begins_small_anywhere(seed: int) -> None:
    values = VALUES.chosen(Random(seed))
    assert filled("$link has it.", values).startswith("https://")


@given(seeds)
def test_no_sentence_says_the_twice(seed: int) -> None:
    source, rewrite = "I know $organisation well.", "I know the $organisation people."
    values = VALUES.chosen(Random(seed), source, rewrite)
    assert not values["organisation"].startswith(("the ", "The "))


@pytest.mark.parametrize(
    ("wording", "lower_case", "says"),
    [
        ("$topic is not for me.", False, "Your thesis is not for me."),
        ("$topic isn't for me", True, "your thesis isn't for me"),
        ("Thanks. $topic is not for me.", False, "Thanks. Your thesis is not for me."),
        ("I have read $topic.", False, "I have read your thesis."),
        ("I don't work at $organisation.", False, "I don't work at Acme Inc."),
        ("i don't work at $organisation...", True, "i don't work at Acme Inc...."),
        ("$person's at $organisation, mate.", False, "Zoë's at Acme Inc., mate."),
    ],
)
def test_values_are_put_in_as_people_would_write_them(wording: str, lower_case: bool, says: str) -> None:
    values = {"topic": "your thesis", "organisation": "Acme Inc.", "person": "Zoë"}
    assert filled(wording, values, lower_case=lower_case) == says


def test_a_word_that_has_no_list_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "values.toml"
    file.write_text('[slots]\nname = ["$first", "$frist"]\n[words]\nfirst = ["Ada"]\n', "utf-8")
    with pytest.raises(DataFileError, match=r"values.toml, line 1: .*no words for frist"):
        Values.read(file)
