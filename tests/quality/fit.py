"""``make fit``: the weights of the wording, from the labelled messages that patterns are written on.

For each signal two logistic regressions, one after the other. The first weighs the cues, on all messages.
The second weighs what the first comes to against what the rules found, on messages that no pattern was
written on: on the others the rules look better than they are. What the first comes to there is learned from
the other files alone, so that no message is weighed by what it has taught.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from demur.domain.data_file import parse_data_file
from demur.domain.ledger import LedgerFacts
from demur.domain.profile import Profile
from demur.domain.reading import SignalId
from demur.rules import Rulebook
from demur.rules.wording import Weights, WordClasses, Wording

from .outcomes import ANY_DAY, TEXT_READ, read_cases

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests/quality/cases"
PACKS = ROOT / "desktop/demur/rules/packs"
WEIGHTS = "weights.toml"
# No pattern was written on any message of these, nor on every third of those.
UNREAD = {"development-7.jsonl", "development-8.jsonl"}
THIRDS_UNREAD = {f"development-{number}.jsonl" for number in (3, 4, 5, 6)}
# The labelled requests of public origin lie beside the checkout; they are few, and what the world is like.
PUBLIC = ROOT.parent / "shared/cases/messages.jsonl"
_PUBLIC_COUNTS = 4.0
# The readers of those call more an offer of value than the authors of our own do: left to the rules alone.
WEIGHED: tuple[SignalId, ...] = tuple(signal for signal in TEXT_READ if signal is not SignalId.OFFERS_VALUE)

# How likely a signal must be to be found where no rule finds it, and to stay where one does.
ADDED, KEPT = 0.8, 0.4
_CUES = 400  # of a signal
_LEAST_MESSAGES, _LEAST_FILES = 4, 2
_SMOOTHING = 0.2  # the smaller, the closer to nothing the weights stay

Numbers = NDArray[np.float64]


class Example(NamedTuple):
    """A labelled message as the regressions see it; ``strengths`` is what the rules found."""

    file: str
    untouched: bool
    cues: frozenset[str]
    strengths: dict[SignalId, int]
    labels: dict[SignalId, bool]


class Fitted(NamedTuple):
    """The weights of one signal."""

    starts: tuple[float, ...]
    cues: dict[str, float]


def read_examples(files: Iterable[Path]) -> list[Example]:
    """The English messages in ``files``, read by the rules without weights.

    What was kept from those who write patterns counts as untouched.
    """
    packs = {path.name: path.read_text("utf-8") for path in PACKS.glob("*.toml")}
    rules = Rulebook.load(packs | {WEIGHTS: ""})
    classes = parse_data_file(packs["word-classes.toml"], "word-classes.toml", WordClasses)
    wording = Wording(Weights(), classes)
    examples = []
    for file in files:
        for case, message in read_cases(file):
            if message.language != "en":
                continue
            reading = rules.read(message, Profile(), LedgerFacts(), ANY_DAY)
            number = int(case.id[1:])
            examples.append(
                Example(
                    file=file.name,
                    untouched=file.name in UNREAD or (file.name in THIRDS_UNREAD and number % 3 == 0),
                    cues=frozenset(wording.cues(message)),
                    strengths={signal.id: signal.strength for signal in reading.signals},
                    labels={
                        id_: label for id_ in TEXT_READ if (label := case.signals.get(id_)) is not None
                    },
                )
            )
    return examples


def fit(signal: SignalId, examples: Sequence[Example]) -> Fitted:
    """The weights of ``signal``, learned from the ``examples`` that have a label for it."""
    labelled = [example for example in examples if signal in example.labels]
    judged = [example for example in labelled if example.untouched]
    said = {}
    for file in {example.file for example in judged}:
        weights, start = weigh(signal, [example for example in labelled if example.file != file])
        for number, example in enumerate(judged):
            if example.file == file:
                said[number] = start + sum(weights.get(cue, 0.0) for cue in example.cues)
    found = np.array([example.strengths.get(signal, 0) for example in judged])
    sums = [said[number] for number in range(len(judged))]
    columns = np.column_stack([sums, found >= 1, found >= 2, found >= 3])
    labels = _labels(signal, judged)
    second = LogisticRegression(solver="liblinear").fit(columns, labels)
    factor = second.coef_[0][0]
    steps = np.cumsum(np.maximum(second.coef_[0][1:], 0))  # a stronger finding never says less
    weights, start = weigh(signal, labelled)
    level = second.intercept_[0] + factor * start
    return Fitted(
        starts=(level - _log_odds(ADDED), *(level + step - _log_odds(KEPT) for step in steps)),
        cues={cue: float(factor * weight) for cue, weight in weights.items()},
    )


def weigh(signal: SignalId, examples: Sequence[Example]) -> tuple[dict[str, float], float]:
    """The weights of the cues that tell most, and what is added to them."""
    files: defaultdict[str, set[str]] = defaultdict(set)
    counts: defaultdict[str, int] = defaultdict(int)
    for example in examples:
        for cue in example.cues:
            files[cue].add(example.file)
            counts[cue] += 1
    names = sorted(
        cue for cue in counts if counts[cue] >= _LEAST_MESSAGES and len(files[cue]) >= _LEAST_FILES
    )
    labels = _labels(signal, examples)
    each = np.array([_PUBLIC_COUNTS if example.file == PUBLIC.name else 1.0 for example in examples])
    weights = _regression(_matrix(examples, names), labels, each).coef_[0]
    telling = np.abs(weights) * np.sqrt([counts[name] for name in names])
    names = sorted(names[number] for number in np.argsort(-telling, kind="stable")[:_CUES])
    model = _regression(_matrix(examples, names), labels, each)
    return dict(zip(names, model.coef_[0], strict=True)), float(model.intercept_[0])


def _regression(matrix: csr_matrix, labels: Numbers, counts: Numbers) -> LogisticRegression:
    model = LogisticRegression(C=_SMOOTHING, solver="liblinear", random_state=0)
    return model.fit(matrix, labels, sample_weight=counts)


def _matrix(examples: Sequence[Example], names: Sequence[str]) -> csr_matrix:
    numbers = {name: number for number, name in enumerate(names)}
    rows = [sorted(numbers[cue] for cue in example.cues if cue in numbers) for example in examples]
    ends = np.cumsum([0, *map(len, rows)], dtype=np.int32)
    columns = np.array([column for row in rows for column in row], dtype=np.int32)
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), len(names)))


def _labels(signal: SignalId, examples: Iterable[Example]) -> Numbers:
    return np.array([example.labels[signal] for example in examples], dtype=float)


def _log_odds(share: float) -> float:
    return float(np.log(share / (1 - share)))


def written(fitted: dict[SignalId, Fitted]) -> str:
    """``weights.toml``."""
    lines = ["# Written by `make fit`; see wording.py. A score above 0 holds."]
    for signal, (starts, cues) in fitted.items():
        ordered = sorted(cues.items(), key=lambda item: (-item[1], item[0]))
        lines += [
            "",
            "[[scale]]",
            f'signal = "{signal}"',
            f"starts = [{', '.join(f'{start:.2f}' for start in starts)}]",
            "cues = '''",
            *(f"{weight:.2f} {cue}" for cue, weight in ordered if f"{weight:.2f}".strip("-") != "0.00"),
            "'''",
        ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the weights anew."""
    if not PUBLIC.is_file():
        sys.exit(f"The weights are learned from the public requests as well, and {PUBLIC} is not there.")
    examples = read_examples([*sorted(CASES.glob("development*.jsonl")), PUBLIC])
    weights = {signal: fit(signal, examples) for signal in WEIGHED}
    (PACKS / WEIGHTS).write_text(written(weights), "utf-8")
    print(f"{PACKS / WEIGHTS} from {len(examples)} messages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
