"""The voices to start from."""

import re

import pytest

from demur.domain.errors import DataFileError
from demur.domain.voice import Voice
from demur.voice import load_voice, measure, style_line
from shipped import VOICES


def test_there_are_five_each_unlike_the_others() -> None:
    assert sorted(voice.id for voice in VOICES) == ["brief", "formal", "plain", "relaxed", "warm"]
    assert len({style_line(voice) for voice in VOICES}) == 5


@pytest.mark.parametrize("voice", VOICES, ids=lambda voice: voice.id)
def test_a_starter_voice_is_what_its_samples_show(voice: Voice) -> None:
    measured = measure(voice.samples, id=voice.id, name=voice.name)
    assert len(voice.samples) >= 8
    assert measured.samples == voice.samples
    assert style_line(measured) == style_line(voice)
    assert measured.sentence_length == voice.sentence_length


@pytest.mark.parametrize("voice", VOICES, ids=lambda voice: voice.id)
def test_the_samples_are_about_anything_but_declining(voice: Voice) -> None:
    # What the model could copy from a sample must not pass for part of a reply.
    words = re.compile(
        r"\b(?:network|meeting|decline|intro|refer|role|job|career|connect|interview)", re.IGNORECASE
    )
    assert not [sample for sample in voice.samples if words.search(sample)]


def test_a_voice_that_is_none_is_refused_by_file_and_line() -> None:
    with pytest.raises(DataFileError, match=r"mine.toml, line 3: contractions"):
        load_voice('id = "mine"\nname = "Mine"\ncontractions = 7\n', "mine.toml")
