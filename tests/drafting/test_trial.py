"""What a model can do, counted."""

import pytest

from demur.app.knowledge import Knowledge
from demur.domain.errors import DemurError
from demur.domain.model import Sampling
from demur.domain.template import FilledBeat, Role
from demur.drafting import Tally, Terms, TrialLetter
from scripted_model import ScriptedModel

KNOWLEDGE = Knowledge()
THANKS = FilledBeat(
    role=Role.THANK,
    text="Thank you for the invitation to the panel.",
    alternatives=("I thank you for the invitation to the panel.",),
)
DECLINE = FilledBeat(
    role=Role.DECLINE,
    text="I cannot join the panel in May.",
    facts=("May",),
    alternatives=("I will not be able to join the panel in May.",),
)
LETTER = TrialLetter(terms=Terms(voice=KNOWLEDGE.voices[0]), beats=(THANKS, DECLINE))
REWRITES = {
    THANKS.text: "Thanks for the invitation to the panel.",
    DECLINE.text: "I am not able to join the panel in May.",
}


def tried(model: ScriptedModel, steps: list[tuple[int, int]] | None = None) -> Tally:
    heard = [] if steps is None else steps
    return KNOWLEDGE.drafter.trial.run([LETTER], model, lambda *step: heard.append(step))


def rewritten(asked: str, _: Sampling) -> str:
    lines = (line.partition(". ") for line in asked.split("\n"))
    return "\n".join(
        f"{number}. {REWRITES[line]}" if line else REWRITES[number] for number, _, line in lines
    )


def test_a_model_that_keeps_meaning_and_numbers_scores_both_ways() -> None:
    assert tried(ScriptedModel(rewritten)) == Tally(by_beat=2, by_letter=2, of=2)


def test_a_model_that_loses_the_numbers_scores_by_sentence_alone() -> None:
    model = ScriptedModel(lambda asked, how: "Sure!" if asked.startswith("1. ") else rewritten(asked, how))
    assert tried(model) == Tally(by_beat=2, by_letter=0, of=2)


@pytest.mark.parametrize(
    "answer",
    ["I'd be delighted to join the panel in May!", THANKS.text, DECLINE.text, THANKS.alternatives[0], ""],
)
def test_a_yes_and_the_words_of_a_rule_score_nothing(answer: str) -> None:
    assert tried(ScriptedModel(lambda *_: answer)) == Tally(by_beat=0, by_letter=0, of=2)


def test_every_question_is_told() -> None:
    steps: list[tuple[int, int]] = []
    tried(ScriptedModel(rewritten), steps)
    assert steps == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_model_that_fails_ends_the_trial() -> None:
    with pytest.raises(DemurError, match="stopped"):
        tried(ScriptedModel(lambda *_: DemurError("It stopped.", "Try again.")))
