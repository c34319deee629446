"""A letter that a model is asked for at once."""

import threading

from demur.app.knowledge import Knowledge
from demur.domain.advice import MoveId
from demur.domain.draft import Draft, Origin
from demur.domain.errors import DemurError
from demur.domain.model import Sampling
from demur.domain.template import Role, Slot
from demur.drafting import DraftJob
from scripted_model import ScriptedModel

KNOWLEDGE = Knowledge()
REDIRECT = DraftJob(
    move=MoveId.DECLINE_HELP,
    slots={
        Slot.NAME: "Jordan",
        Slot.ME: "Sam",
        Slot.RESOURCE: "First steps (https://example.org/steps?n=1)",
    },
    voice=KNOWLEDGE.voices[0],
)
THANKS = "Thanks a lot for getting in touch."


def write(model: ScriptedModel) -> Draft:
    return KNOWLEDGE.drafter.draft(REDIRECT, model, lambda _: None, threading.Event(), by_letter=True)


def plain() -> Draft:
    return KNOWLEDGE.drafter.draft(REDIRECT, None, lambda _: None, threading.Event())


def letters(model: ScriptedModel) -> list[str]:
    return [asked for asked, _ in model.asked if asked.startswith("1. ")]


def given_back(asked: str, _: Sampling) -> str:
    return asked


def test_a_letter_is_asked_for_once_without_greeting_and_name() -> None:
    model = ScriptedModel(given_back)
    write(model)
    (asked,) = letters(model)
    beats = [beat for beat in plain().beats if beat.role not in (Role.GREET, Role.SIGN)]
    assert len(asked.split("\n")) == len(beats)
    assert "Jordan," not in asked
    assert "First steps ([link])" in asked


def test_each_line_is_a_candidate_for_its_own_sentence() -> None:
    def thanking(asked: str, _: Sampling) -> str:
        lines = asked.split("\n")
        return "\n".join([*reversed(lines[1:]), f"1. {THANKS}"]) if len(lines) > 1 else asked

    draft = write(ScriptedModel(thanking))
    assert (draft.beats[1].text, draft.beats[1].origin) == (THANKS, Origin.MODEL)
    assert [beat.text for beat in draft.beats[2:]] == [beat.text for beat in plain().beats[2:]]


def test_a_line_that_the_guard_refuses_never_reaches_the_letter() -> None:
    draft = write(ScriptedModel(lambda *_: "\n".join(f"{n}. Yes, gladly!" for n in range(1, 9))))
    assert draft.text == plain().text
    assert "Yes, gladly!" in {beat.refused for beat in draft.beats}


def test_what_the_answer_leaves_out_is_asked_for_alone() -> None:
    model = ScriptedModel(lambda asked, _: "1. Thanks." if asked.startswith("1. ") else asked)
    write(model)
    alone = [asked for asked, how in model.asked if not asked.startswith("1. ") and not how.temperature]
    left_out = [line.partition(" ")[2] for line in letters(model)[0].split("\n")[1:]]
    assert [asked for asked in alone if asked in left_out] == left_out


def test_a_model_that_fails_at_a_letter_costs_its_rewrites() -> None:
    draft = write(ScriptedModel(lambda *_: DemurError("The model's process stopped.", "Try again.")))
    assert draft.text == plain().text
    assert draft.notes == ("The model's process stopped. Try again.",)


def test_stopping_in_mid_letter_leaves_the_rules_words() -> None:
    cancel = threading.Event()

    def stopped(asked: str, _: Sampling) -> str:
        cancel.set()
        return asked

    model = ScriptedModel(stopped)
    draft = KNOWLEDGE.drafter.draft(REDIRECT, model, lambda _: None, cancel, by_letter=True)
    assert draft.text == plain().text
    assert len(model.asked) == 1
