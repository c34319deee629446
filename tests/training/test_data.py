"""The training data as it lies in the repository, and what its loader refuses."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from demur.domain.errors import DataFileError
from demur.voice import measure
from shipped import ROOT
from training import Corpus, Kind, TrainingVoice, figures, read_corpus

CORPUS = read_corpus()
DATA = Path("models/training/data")

by_name = pytest.mark.parametrize("voice", CORPUS.voices, ids=lambda voice: voice.name)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of templates and training data that a test may spoil."""
    for folder in ("prompts/templates", str(DATA)):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def written(checkout: Path, voice: str, change: Callable[[str], str]) -> Path:
    file = checkout / DATA / "voices" / f"{voice}.toml"
    file.write_text(change(file.read_text("utf-8")), "utf-8")
    return checkout


def test_there_are_voices_and_sentences_enough() -> None:
    held_out = [voice for voice in CORPUS.voices if voice.held_out]
    assert len(CORPUS.voices) >= 60
    assert len(held_out) == 10
    assert len(CORPUS.sentences) >= 400
    assert sum(sentence.held_out for sentence in CORPUS.sentences) == 40


@by_name
def test_samples_are_sentences_that_the_app_would_keep(voice: TrainingVoice) -> None:
    # What the model sees in training is chosen as the app chooses it: no scraps, no addresses, no years.
    assert len(measure(voice.samples, id=voice.name, name=voice.name).samples) == 12


@by_name
def test_samples_are_about_anything_but_networking(voice: TrainingVoice) -> None:
    # What the model could copy from a sample must not pass for part of a reply.
    words = re.compile(r"(?i)\b(?:network|meeting|declin|introduc|refer|role|job|career|connect|interview)")
    assert not [sample for sample in voice.samples if words.search(sample)]


def test_no_sample_is_shared() -> None:
    samples = [sample for voice in CORPUS.voices for sample in voice.samples]
    assert len(set(samples)) == len(samples)


def test_a_pair_brings_its_voice_and_its_source_together() -> None:
    for pair in CORPUS.pairs:
        assert pair.voice.rewrites[pair.sentence.text] == pair.rewrite


def test_every_sentence_of_a_shipped_beat_may_be_trained_on() -> None:
    assert not [s.text for s in CORPUS.sentences if s.held_out and s.kind is not Kind.FURTHER]


def test_the_readme_shows_the_figures() -> None:
    readme = (ROOT / "models/training/README.md").read_text("utf-8")
    *rows, _ = figures(CORPUS).splitlines()
    assert not [row for row in rows if row not in readme.splitlines()]


def test_there_are_as_many_rewrites_as_the_readme_promises() -> None:
    readme = (ROOT / "models/training/README.md").read_text("utf-8")
    [promised] = re.findall(r"\| rewrites, at least \| ([\d,]+) \|", readme)
    assert len(CORPUS.pairs) >= int(promised.replace(",", ""))


SOURCE = "Would you like me to ask?"


def rewriting(*lines: str) -> Callable[[str], str]:
    return lambda text: re.sub(r"(?s)\[rewrites\].*", "\n".join(["[rewrites]", *lines]) + "\n", text)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (f'"{SOURCE}" = "Would you like me to ask $person?"', "holds other slots"),
        (f'"{SOURCE}" = "{SOURCE}"', "in the same words"),
        (f'"{SOURCE}" = "{"Shall I? " * 10}Yes?"', "is too long"),
        (f'"{SOURCE}" = "Shall I ask $boss?"', "boss is no slot"),
        (f'"{SOURCE}" = "Shall I ask for $?"', r"a \$ by itself is no slot"),
        (f'"{SOURCE}" = "Shall  I ask?"', "one line, single blanks"),
        (f'"{SOURCE}" = "{"ask " * 60}me"', "longer than 60 words"),
        ('"Shall we dance?" = "Dance?"', "no source sentence: Shall we dance"),
        ('"Who would be in the room?" = "Who else is there?"', "this sentence is held out"),
    ],
)
def test_a_rewrite_that_cannot_stand_for_its_source_is_refused(
    checkout: Path, line: str, says: str
) -> None:
    with pytest.raises(DataFileError, match=rf"academic.toml, line \d+: rewrites.*{says}"):
        read_corpus(written(checkout, "academic", rewriting(line)))


def test_a_rewrite_is_read_with_its_voice(checkout: Path) -> None:
    line = f'"{SOURCE}" = "Might I ask?"'
    corpus = read_corpus(written(checkout, "academic", rewriting(line)))
    [pair] = [pair for pair in corpus.pairs if pair.voice.name == "academic"]
    assert (pair.sentence.text, pair.rewrite) == (SOURCE, "Might I ask?")


def test_a_voice_that_is_held_out_has_no_rewrites(checkout: Path) -> None:
    with pytest.raises(DataFileError, match=r"novelist.toml.*has no rewrites"):
        read_corpus(written(checkout, "novelist", lambda text: f'{text}[rewrites]\n"{SOURCE}" = "Ask?"\n'))


@pytest.mark.parametrize(
    ("samples", "says"),
    [("", "at least 12"), ('"It rains.", ' * 12, "holds a sample twice")],
)
def test_a_voice_needs_twelve_samples_each_another(checkout: Path, samples: str, says: str) -> None:
    def few(text: str) -> str:
        return f"{text.split('samples')[0]}samples = [{samples}]\n"

    with pytest.raises(DataFileError, match=rf"novelist.toml, line 3: samples: .*{says}"):
        read_corpus(written(checkout, "novelist", few))


@pytest.mark.parametrize("text", [SOURCE, "What made you think of me?"])
def test_a_sentence_stands_in_one_place(checkout: Path, text: str) -> None:
    file = checkout / DATA / "sentences.toml"
    again = f'\n[[sentence]]\nrole = "question"\ntext = "{text}"\n'
    file.write_text(file.read_text("utf-8") + again, "utf-8")
    with pytest.raises(DataFileError, match=re.escape(text)):
        read_corpus(checkout)


def test_the_figures_count_what_there_is() -> None:
    voice = TrainingVoice(name="a", about="", held_out=True, samples=("One.", "Two."), rewrites={})
    table = figures(Corpus(sentences=CORPUS.sentences[:1], voices=(voice,)))
    assert "| voices held out | 1 |" in table
    assert "| samples | 2 |" in table
    assert "| rewrites | 0 |" in table
