"""What is trained on, as text: prompts as the app asks them, with the answers wanted."""

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import islice
from random import Random

import pytest

from demur.domain.template import Role
from demur.drafting import RewritePrompt
from demur.voice import measure
from shipped import ROOT
from training import Corpus, Sentence, TrainingVoice, read_corpus
from training.items import TOGETHER, Asking, ByHand, ByRule, Item, mixed
from training.parts import Parts
from training.values import Values

DATA = ROOT / "models/training/data"
VALUES = Values.read(DATA / "values.toml")
PARTS = Parts.read(DATA / "parts.toml")
FILE = ROOT / "prompts/rewrite/beat.toml"
PROMPT = RewritePrompt.load(FILE.read_text("utf-8"), FILE.name)

SAMPLES = tuple(
    f"The {thing} is on the shelf in the hall." for thing in ("cup", "jar", "hat", "box", "pan", "map")
)
SAMPLES += tuple(f"Was the {thing} here?" for thing in ("dog", "cat", "fox", "hen", "bee", "elk"))


Make = Callable[[int], Iterable[Item]]


def source(number: int) -> str:
    return f"Sentence {number} is the source."


def voice(name: str, count: int) -> TrainingVoice:
    rewrites = {source(n): f"Says {name}: {n}." for n in range(count)}
    return TrainingVoice(name=name, about="", held_out=not count, samples=SAMPLES, rewrites=rewrites)


VOICES = (voice("ada", 23), voice("bo", 1), voice("cy", 10), voice("held", 0))
CORPUS = Corpus(
    sentences=tuple(Sentence(text=source(n), role=Role.STATEMENT) for n in range(23)), voices=VOICES
)
# In as many items every pair has come once: 8 + 8 + 7 pairs of ada's, one of bo's, ten of cy's.
ROUND = 5


def by_hand(seed: int) -> ByHand:
    chance = Random(seed)
    return ByHand(CORPUS, Asking(PROMPT, VALUES, chance), chance)


def by_rule(seed: int) -> ByRule:
    chance = Random(seed)
    return ByRule(PARTS, Asking(PROMPT, VALUES, chance), chance)


def first_answers(items: list[Item]) -> Counter[str]:
    """The answers, of doubled ones the first."""
    return Counter(f"{answer.split('. ')[0].rstrip('.')}." for item in items for answer in item.answers)


@pytest.mark.parametrize("seed", range(5))
def test_every_pair_is_learned_from_before_any_again(seed: int) -> None:
    items = iter(by_hand(seed))
    every = {rewrite: 1 for one in VOICES for rewrite in one.rewrites.values()}
    for _ in range(2):
        assert first_answers(list(islice(items, ROUND))) == every


def test_few_enough_are_learned_from_at_once() -> None:
    sizes = [len(item.answers) for item in islice(by_hand(1), ROUND)]
    assert sorted(sizes) == [1, 7, 8, 8, TOGETHER]


@pytest.mark.parametrize("make", [by_hand, by_rule])
def test_the_same_seed_makes_the_same_items(make: Make) -> None:
    assert list(islice(make(3), 8)) == list(islice(make(3), 8))
    assert list(islice(make(3), 8)) != list(islice(make(4), 8))


def test_all_slots_are_filled_alike_in_question_and_answer() -> None:
    pair = ("I met $person at $meeting.", "Met $person at $meeting!")
    for seed in range(20):
        item = Asking(PROMPT, VALUES, Random(seed)).item(SAMPLES, [pair])
        _, asked = item.prompts[0].user.split("Sentence: I met ")
        assert item.answers[0] in (f"Met {asked[:-1]}!", f"Met {asked}!")


@pytest.mark.parametrize(
    ("source", "rewrite", "asked", "answer"),
    [
        ("See $link.", "It's at $link!", "See [link].", "It's at [link]!"),
        (
            "See $link or $resource.",
            "$resource, or $link",
            "See [link 1] or [link 2].",
            "[link 2], or [link 1]",
        ),
    ],
)
def test_addresses_are_kept_from_the_model_as_the_app_keeps_them(
    source: str, rewrite: str, asked: str, answer: str
) -> None:
    values = Values(slots={"link": ("https://a.example",), "resource": ("https://b.example/2",)}, words={})
    item = Asking(PROMPT, values, Random(1)).item(SAMPLES, [(source, rewrite)])
    assert item.prompts[0].user.endswith(f"Sentence: {asked}")
    assert item.answers == (answer,)


def test_of_all_that_is_written_no_address_reaches_the_model() -> None:
    chance = Random(1)
    items = islice(ByHand(read_corpus(), Asking(PROMPT, VALUES, chance), chance), 300)
    texts = [text for item in items for text in (item.prompts[0].user, *item.answers)]
    assert not [text for text in texts if "://" in text]


def test_a_lower_case_voice_keeps_a_value_as_it_is() -> None:
    asking = Asking(PROMPT, Values(slots={"topic": ("the move",)}, words={}), Random(1))
    small = [sample.lower() for sample in SAMPLES]
    assert asking.item(small, [("$topic?", "$topic?")]).answers == ("the move?",)
    assert asking.item(SAMPLES, [("$topic?", "$topic?")]).answers == ("The move?",)


def test_a_voice_that_is_held_out_is_never_heard() -> None:
    shown = [prompt.user for item in islice(by_hand(1), 2 * ROUND) for prompt in item.prompts]
    assert not [user for user in shown if "held" in user]


def test_another_voices_words_and_two_sentences_are_asked_now_and_then() -> None:
    items = list(islice(by_hand(1), 20 * ROUND))
    asked = [prompt.user.split("Sentence: ")[1] for item in items for prompt in item.prompts]
    assert 0.02 < sum("Says" in text for text in asked) / len(asked) < 0.3
    assert 0.02 < sum(text.count(".") == 2 for text in asked) / len(asked) < 0.12


def test_what_people_wrote_to_the_app_before_is_among_their_samples() -> None:
    shown = [item.prompts[0].user.split("Style: ")[0] for item in islice(by_hand(1), 10 * ROUND)]
    assert [user for user in shown if "- Says" in user]


def test_items_are_mixed_in_the_share_wanted() -> None:
    one, other = Item((), ("one",)), Item((), ("other",))
    drawn = islice(mixed(iter([one] * 1000), iter([other] * 1000), 0.35, Random(1)), 1000)
    assert 300 < sum(item is other for item in drawn) < 400


@pytest.mark.parametrize("make", [by_hand, by_rule])
def test_the_model_is_asked_as_the_app_asks_it(make: Make) -> None:
    for item in islice(make(2), 8):
        samples, _ = item.prompts[0].user.split("\nStyle: ")
        voice = measure(samples.split("\n- ")[1:], id="", name="")
        beginning = PROMPT.ask("", voice).user
        assert all(prompt.user.startswith(beginning) for prompt in item.prompts)
        assert all(prompt.system == PROMPT.system for prompt in item.prompts)
