"""What is read again and what is not, told from a model that writes down what it reads."""

import re
import time
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demur.domain.model import Generation, Prompt, Sampling, Stop
from demur.engine import CatalogueEntry, EngineError
from demur.engine.session import Session

END = 0
GREEDY = Sampling()


class Scribe:
    """A model of one token a character, which writes down what it reads.

    Each sequence answers with one of ``answers``. ``reads`` is what sequence 0 has read, ``steps`` what all
    sequences have, side by side.
    """

    def __init__(self, *answers: str, aborts_after: int = 1000) -> None:
        self.reads: list[list[int]] = []
        self.steps: list[dict[int, str]] = []
        self.answers = answers or ("ok",)
        self.seeds: list[int] = []
        self.sequences = 1
        self.left = aborts_after

    def tokens(self, text: str, special: bool) -> list[int]:
        pattern = r"<end>|." if special else r"."
        return [END if part == "<end>" else ord(part) for part in re.findall(pattern, text, re.DOTALL)]

    def piece(self, token: int) -> bytes:
        return chr(token).encode()

    def ends_answer(self, token: int) -> bool:
        return token == END

    def read(self, tokens: Sequence[int]) -> bool:
        self.left -= 1
        self.reads.append(list(tokens))
        return self.left >= 0

    def branch(self, count: int) -> None:
        self.sequences = count

    def read_each(self, tokens: Mapping[int, int]) -> bool:
        assert set(tokens) <= set(range(self.sequences))
        self.steps.append({sequence: chr(token) for sequence, token in tokens.items()})
        return self.read([tokens[0]]) if 0 in tokens else True

    def forget_from(self, position: int) -> None:
        kept = 0
        for n, tokens in enumerate(self.reads):
            if kept == position:
                del self.reads[n:]
                return
            kept += len(tokens)
        assert kept == position, "cut within what was read at once"

    def sampler(self, sampling: Sampling, sequence: int) -> "Scribe.Dictation":
        self.seeds.append(sampling.seed)
        return Scribe.Dictation(self.answers[sequence])

    class Dictation:
        def __init__(self, answer: str) -> None:
            self._tokens = [*map(ord, answer), END]

        def pick(self) -> int:
            return self._tokens.pop(0)

        def close(self) -> None:
            self._tokens.clear()


@pytest.fixture(scope="module")
def entry(embedded_model: CatalogueEntry) -> CatalogueEntry:
    return embedded_model.model_copy(update={"prompt_format": "{system}|{user}|", "stop": ("<end>",)})


def ask(session: Session, user: str, system: str = "", sampling: Sampling = GREEDY) -> Generation:
    prompt = Prompt(system=system, user=user)
    return ask_for(1, session, prompt, sampling)[0]


def ask_for(
    count: int,
    session: Session,
    prompt: Prompt,
    sampling: Sampling,
    pieces: list[tuple[int, str]] | None = None,
) -> tuple[Generation, ...]:
    def collect(number: int, words: str) -> None:
        if pieces is not None:
            pieces.append((number, words))

    return session.answer(prompt, sampling, count, collect, time.perf_counter())


@given(st.lists(st.text("ab", max_size=80), min_size=1, max_size=5))
def test_memory_is_the_same_whatever_was_asked_before(entry: CatalogueEntry, users: list[str]) -> None:
    used, fresh = Scribe(), Scribe()
    session = Session(used, entry, 512)
    for user in users:
        ask(session, user)
    ask(Session(fresh, entry, 512), users[-1])
    assert used.reads == fresh.reads


def test_what_was_there_already_is_not_read_again(entry: CatalogueEntry) -> None:
    scribe = Scribe()
    session = Session(scribe, entry, 512)
    assert ask(session, "first", "s" * 100).reused_tokens == 0
    second = ask(session, "second", "s" * 100)
    assert second.reused_tokens == 96  # of 101 that are the same, in strides of 32
    assert second.prompt_tokens == 100 + len("|second|")


def test_an_answer_ends_with_its_stop_its_length_or_its_line(entry: CatalogueEntry) -> None:
    def stop_and_text(answer: str, **sampling: int) -> tuple[Stop, str, int]:
        generation = ask(Session(Scribe(answer), entry, 512), "x", sampling=Sampling(**sampling))
        return generation.stop, generation.text, generation.new_tokens

    assert stop_and_text("ok") == (Stop.END, "ok", 2)
    assert stop_and_text("too long", max_tokens=3) == (Stop.LENGTH, "too", 3)
    assert stop_and_text("\nok\nmore", one_line=True) == (Stop.END, "ok", 4)


@pytest.mark.parametrize("reads", [0, 3, 8])
def test_an_abort_cancels_and_harms_nothing(entry: CatalogueEntry, reads: int) -> None:
    scribe = Scribe("an answer", aborts_after=reads)
    session = Session(scribe, entry, 512)
    assert ask(session, "x" * 80).stop is Stop.CANCELLED
    scribe.left = 1000
    again = ask(session, "x" * 80)
    assert (again.stop, again.text) == (Stop.END, "an answer")
    assert [token for tokens in scribe.reads for token in tokens] == [
        *map(ord, "|" + "x" * 80 + "|an answer")
    ]


def test_answers_are_written_side_by_side_each_until_its_end(entry: CatalogueEntry) -> None:
    scribe = Scribe("yes", "no", "")
    pieces: list[tuple[int, str]] = []
    answers = ask_for(3, Session(scribe, entry, 512), Prompt(system="", user="x"), Sampling(seed=5), pieces)
    assert [answer.text for answer in answers] == ["yes", "no", ""]
    assert [answer.new_tokens for answer in answers] == [3, 2, 0]
    assert {answer.stop for answer in answers} == {Stop.END}
    assert scribe.steps == [{0: "y", 1: "n"}, {0: "e", 1: "o"}, {0: "s"}]
    assert scribe.seeds == [5, 6, 7]
    assert pieces == [(0, "y"), (1, "n"), (0, "e"), (1, "o"), (0, "s")]


def test_an_abort_spares_the_answers_that_have_ended(entry: CatalogueEntry) -> None:
    session = Session(Scribe("a story", "no", aborts_after=4), entry, 512)
    cut, whole = ask_for(2, session, Prompt(system="", user="x"), GREEDY)
    assert (cut.stop, cut.text) == (Stop.CANCELLED, "a st")
    assert (whole.stop, whole.text) == (Stop.END, "no")


def test_what_was_asked_once_is_read_once_for_all_answers_and_the_next_question(
    entry: CatalogueEntry,
) -> None:
    scribe = Scribe("yes", "no")
    session = Session(scribe, entry, 512)
    ask_for(2, session, Prompt(system="s" * 100, user="first"), GREEDY)
    assert "".join(chr(token) for tokens in scribe.reads for token in tokens) == f"{'s' * 100}|first|yes"
    assert ask(session, "second", "s" * 100).reused_tokens == 96


def test_answers_share_the_room_that_is_left(entry: CatalogueEntry) -> None:
    session = Session(Scribe("a long story", "no"), entry, 100)
    prompt = Prompt(system="", user="x" * 80)
    assert ask_for(1, session, prompt, Sampling(max_tokens=18))[0].text == "a long story"
    cut, whole = ask_for(2, session, prompt, Sampling(max_tokens=18))
    assert (cut.stop, cut.text) == (Stop.LENGTH, "a long st")
    assert (whole.stop, whole.text) == (Stop.END, "no")


def test_what_does_not_fit_is_refused_with_both_numbers(entry: CatalogueEntry) -> None:
    session = Session(Scribe(), entry, 100)
    assert ask(session, "x" * 90, sampling=Sampling(max_tokens=8)).stop is Stop.END
    with pytest.raises(EngineError, match="it reads 100 tokens, this takes 101") as caught:
        ask(session, "x" * 91, sampling=Sampling(max_tokens=8))
    assert "Shorten" in caught.value.hint
    with pytest.raises(EngineError, match="this takes far more"):
        ask(session, "x" * 10_000)


def test_a_stop_must_be_one_token(entry: CatalogueEntry) -> None:
    wrong = entry.model_copy(update={"stop": ("<stop>",)})
    with pytest.raises(
        EngineError, match="The stop <stop> in the model catalogue is 6 tokens of it, not one"
    ):
        Session(Scribe(), wrong, 512)
