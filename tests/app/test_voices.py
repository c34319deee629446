"""The user's own voices: kept under a free name, changed, forgotten."""

from pathlib import Path

import pytest

from demur.app import Voices
from demur.domain.errors import DemurError
from demur.domain.voice import Voice

PLAIN = Voice(id="plain", name="Plain")
LEARNED = Voice(id="learned", name="Learned", samples=("One of them.", "Two of them.", "Three of them."))


@pytest.fixture
def voices(tmp_path: Path) -> Voices:
    return Voices(tmp_path, lambda: (PLAIN,))


def test_a_voice_is_kept_under_a_name_that_is_free(voices: Voices) -> None:
    first, second, third = voices.keep(LEARNED), voices.keep(LEARNED), voices.keep(LEARNED, " Work ")
    assert [(one.id, one.name) for one in (first, second, third)] == [
        ("own-1", "My voice"),
        ("own-2", "My voice 2"),
        ("own-3", "Work"),
    ]
    assert voices.own() == (first, second, third)
    assert voices.all() == (first, second, third, PLAIN)
    with pytest.raises(DemurError, match="“work” already"):
        voices.keep(LEARNED, "work")


def test_a_voice_is_found_by_name_or_id(voices: Voices) -> None:
    kept = voices.keep(LEARNED, "Work")
    assert voices.called("work") == voices.called("OWN-1") == kept
    assert voices.called("plain") == PLAIN
    with pytest.raises(DemurError, match="no voice called “Kim”") as unknown:
        voices.called("Kim")
    assert unknown.value.hint == "There are “Work”, “Plain”."


def test_own_voices_are_forgotten_and_starters_are_not(voices: Voices) -> None:
    kept = voices.keep(LEARNED)
    voices.forget(kept.id)
    assert voices.all() == (PLAIN,)
    with pytest.raises(DemurError, match="starts with"):
        voices.forget("plain")


def test_own_voices_are_changed_and_keep_a_name_of_their_own(voices: Voices) -> None:
    kept, other = voices.keep(LEARNED, "Work"), voices.keep(LEARNED, "Home")
    changed = voices.change(kept.model_copy(update={"name": " Office ", "samples": ("Another one.",)}))
    assert (changed.name, changed.samples) == ("Office", ("Another one.",))
    assert voices.own() == (changed, other)
    assert voices.change(changed.model_copy(update={"name": ""})).name == "Office"
    with pytest.raises(DemurError, match="“home” already"):
        voices.change(changed.model_copy(update={"name": "home"}))
    with pytest.raises(DemurError, match="starts with"):
        voices.change(PLAIN)


def test_single_samples_are_forgotten(voices: Voices) -> None:
    kept = voices.keep(LEARNED)
    assert voices.forget_sample(kept.id, 2).samples == ("One of them.", "Three of them.")
    assert voices.own()[0].samples == ("One of them.", "Three of them.")
    for number in (0, 3):
        with pytest.raises(DemurError, match=f"no sample {number}"):
            voices.forget_sample(kept.id, number)


def test_what_is_remembered_comes_first_and_no_more_than_twelve_are_kept(voices: Voices) -> None:
    kept = voices.keep(LEARNED.model_copy(update={"samples": tuple(f"This is {n}." for n in range(12))}))
    assert voices.remember(kept.id, "New.").samples == ("New.", *kept.samples[:11])
    assert voices.remember(kept.id, "This is 3.").samples[:3] == ("This is 3.", "New.", "This is 0.")
    assert len(voices.own()[0].samples) == 12
