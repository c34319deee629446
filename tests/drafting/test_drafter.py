"""A draft: the template in the user's voice, and the model's words where the guard lets them."""

import threading

import pytest

from demur.app.knowledge import Knowledge
from demur.domain.advice import MoveId
from demur.domain.draft import Alternative, Draft, DraftBeat, Origin, Progress
from demur.domain.errors import DemurError
from demur.domain.model import Sampling, Stop
from demur.domain.template import FilledBeat, Role, Slot
from demur.drafting import DraftJob, RewritePrompt, Terms, adopt, with_beat
from demur.drafting.languages import language_notes
from demur.drafting.proposing import Proposer
from demur.drafting.rewriting import Rewriter
from demur.templates import MissingSlotError
from scripted_model import ScriptedModel

KNOWLEDGE = Knowledge()
PROMPT = RewritePrompt(system="", user="$samples $style Sentence: $sentence")
DECLINE = DraftJob(
    move=MoveId.DECLINE,
    slots={Slot.NAME: "Jordan", Slot.ME: "Sam"},
    voice=KNOWLEDGE.voices[0],
    message="Could you refer me?",
)


def write(
    model: ScriptedModel | None, job: DraftJob = DECLINE, seen: list[Progress] | None = None
) -> Draft:
    progress = [] if seen is None else seen
    return KNOWLEDGE.drafter.draft(job, model, progress.append, threading.Event())


def thanks(draft: Draft) -> int:
    return next(index for index, beat in enumerate(draft.beats) if beat.role is Role.THANK)


def echo(sentence: str, _: Sampling) -> str:
    return sentence


def test_without_a_model_the_letter_is_the_template_in_the_users_voice() -> None:
    draft = write(None)
    assert draft.text.startswith("Hello Jordan,\n\n")
    assert draft.text.endswith("\nSam")
    assert {beat.origin for beat in draft.beats} <= {Origin.TEMPLATE, Origin.VOICE}
    assert draft.notes == ()


def test_a_faithful_rewrite_is_used() -> None:
    template = write(None).beats[1].template
    other = "Thanks a lot for getting in touch."
    model = ScriptedModel(lambda sentence, _: other if sentence == template else sentence)
    beat = write(model).beats[1]
    assert (beat.text, beat.origin) == (other, Origin.MODEL)
    assert all(check.passed for check in beat.checks)


@pytest.mark.parametrize(
    "form", ["Hey, {}", "hello! {}", "Good morning, {}", "Oi oi, {}", "{} Kind regards", "{} Best!"]
)
def test_a_letter_greets_and_ends_once(form: str) -> None:
    voice = DECLINE.voice.model_copy(update={"greeting": "Oi oi"})
    model = ScriptedModel(lambda sentence, _: form.format(sentence))
    draft = write(model, DECLINE.model_copy(update={"voice": voice}))
    assert not [beat.text for beat in draft.beats if beat.origin is Origin.MODEL]
    assert any(check.id == "once" for beat in draft.beats for check in beat.refusals)


def in_german(move: MoveId = MoveId.DECLINE, language: str = "de") -> DraftJob:
    return DECLINE.model_copy(update={"move": move, "language": language})


def test_a_german_letter_is_the_template_as_it_stands_and_says_so() -> None:
    model = ScriptedModel(echo)
    draft = write(model, in_german())
    assert draft.text.startswith("Guten Tag Jordan,\n\nvielen Dank für Ihre Nachricht.")
    assert {beat.origin for beat in draft.beats} == {Origin.TEMPLATE}
    assert all(check.passed for beat in draft.beats for check in beat.checks)
    assert draft.notes == ("Demur rewrites English only: this is the template's wording.",)
    assert not model.asked


def test_a_german_sentence_has_no_other_wording() -> None:
    draft = write(None, in_german())
    with pytest.raises(DemurError, match="rewrites English only"):
        KNOWLEDGE.drafter.regenerate(
            draft, 1, in_german(), ScriptedModel(echo), 1, lambda _: None, threading.Event()
        )


def test_a_letter_that_falls_back_on_another_language_or_reply_says_so() -> None:
    (note,) = write(None, in_german(language="pl")).notes
    assert note == "There is no reply of this kind in Polish, so this one is in English."
    decline = KNOWLEDGE.templates.template(MoveId.DECLINE, "de")
    notes = list(language_notes(in_german(MoveId.REFER), decline))
    assert notes[0].startswith("There is no reply of this kind in German; this is the nearest one")


def test_a_yes_in_the_place_of_a_no_never_reaches_the_letter() -> None:
    model = ScriptedModel(lambda *_: "I'd be delighted to meet you on Tuesday!")
    draft = write(model)
    assert draft.text == write(None).text
    refused = [beat for beat in draft.beats if beat.refused]
    assert refused
    assert all(beat.refusals and beat.origin is not Origin.MODEL for beat in refused)


def lively(sentence: str) -> str:
    return sentence.replace("I keep", "I do keep")


def test_a_refused_rewrite_is_tried_again_with_other_words() -> None:
    model = ScriptedModel(lambda sentence, how: lively(sentence) if how.temperature else "Yes, gladly!")
    beat = write(model).beats[2]
    tries = [how.temperature for sentence, how in model.asked if sentence == beat.template]
    assert tries == [0.0, *[0.7] * 4]
    assert (beat.text, beat.origin) == (lively(beat.template), Origin.MODEL)


def test_where_the_model_has_nothing_to_add_it_is_asked_for_a_paraphrase_before_any_sample() -> None:
    far = DECLINE.voice.model_copy(update={"sentence_length": 30.0})
    other = "My network is made up of people I know well, and I do keep it that way."
    model = ScriptedModel(lambda sentence, _: other if sentence.startswith("My network") else sentence)
    beat = write(model, DECLINE.model_copy(update={"voice": far})).beats[2]
    assert (beat.text, beat.origin) == (other, Origin.MODEL)
    assert not any(how.temperature for sentence, how in model.asked if sentence == beat.template)


def test_a_letter_near_to_the_voice_is_left_as_it_is() -> None:
    model = ScriptedModel(echo)
    beat = write(model).beats[2]
    assert [sentence for sentence, _ in model.asked if "network" in sentence] == [beat.template]


def test_a_letter_that_has_openers_enough_takes_the_words_without_them() -> None:
    voice = DECLINE.voice.model_copy(update={"samples": (*DECLINE.voice.samples, "Well, it's late.")})
    said = {"Thank": "Well, thanks a lot for getting in touch.", "I keep": "Well, I do keep {}"}

    def adorned(sentence: str, _: Sampling) -> str:
        first = next((words for start, words in said.items() if sentence.startswith(start)), sentence)
        return first.format(sentence.removeprefix("I keep "))

    model = ScriptedModel(adorned)
    draft = write(model, DECLINE.model_copy(update={"voice": voice}))
    assert draft.text.count("Well") == 1
    assert (draft.beats[2].text, draft.beats[2].origin) == (lively(draft.beats[2].template), Origin.MODEL)


def test_a_letter_that_has_marks_enough_takes_the_words_without_them() -> None:
    model = ScriptedModel(lambda sentence, _: lively(sentence).replace(".", "!"))
    beat = write(model).beats[2]
    assert (beat.text, beat.origin) == (lively(beat.template), Origin.MODEL)


def test_a_rewrite_that_serves_costs_no_second_try() -> None:
    model = ScriptedModel(lambda sentence, _: lively(sentence))
    draft = write(model)
    assert draft.beats[2].origin is Origin.MODEL
    assert [how.temperature for sentence, how in model.asked if sentence == draft.beats[2].template] == [
        0.0
    ]


def test_greeting_and_sign_off_are_never_left_to_the_model() -> None:
    model = ScriptedModel(echo)
    write(model)
    assert not any("Jordan," in sentence or sentence.endswith("Sam") for sentence, _ in model.asked)


def test_a_model_that_fails_costs_its_rewrites_and_says_so_once() -> None:
    model = ScriptedModel(lambda *_: DemurError("The model's process stopped.", "Try again."))
    draft = write(model)
    assert draft.text == write(None).text
    assert draft.notes == ("The model's process stopped. Try again.",)
    assert len(model.asked) == 2


def test_stopping_leaves_a_whole_letter() -> None:
    cancel = threading.Event()

    def stop_after_one(sentence: str, _: Sampling) -> str:
        cancel.set()
        return sentence

    model = ScriptedModel(stop_after_one)
    draft = KNOWLEDGE.drafter.draft(DECLINE, model, lambda _: None, cancel)
    assert draft.text == write(None).text
    assert len(model.asked) == 1


def test_progress_shows_a_whole_letter_from_the_first_moment() -> None:
    seen: list[Progress] = []
    draft = write(ScriptedModel(echo), seen=seen)
    letters = [progress.draft for progress in seen if progress.draft]
    assert letters[0].text == write(None).text
    assert letters[-1] == draft
    assert [progress.index for progress in seen if progress.beat] == list(range(len(draft.beats)))


def test_a_missing_slot_is_an_error_that_names_it() -> None:
    job = DECLINE.model_copy(update={"move": MoveId.DECLINE_CRUNCH})
    with pytest.raises(MissingSlotError) as caught:
        write(None, job)
    assert Slot.DATE in caught.value.slots


def test_another_wording_of_one_beat_leaves_the_rest_and_what_was_typed() -> None:
    draft = write(None)
    edited = adopt(draft, draft.text + "\nPS: good luck")
    index = thanks(draft)
    model = ScriptedModel(lambda *_: "Thanks a lot for getting in touch.")
    again = KNOWLEDGE.drafter.regenerate(
        edited, index, DECLINE, model, 7, lambda _: None, threading.Event()
    )
    assert again.beats[index].origin is Origin.MODEL
    assert again.text.endswith("PS: good luck")
    assert model.asked[0][1].seed == 7
    assert KNOWLEDGE.drafter.revert(again, index, DECLINE).text == edited.text


def another(draft: Draft, index: int, model: ScriptedModel, seed: int = 0) -> Draft:
    return KNOWLEDGE.drafter.regenerate(
        draft, index, DECLINE, model, seed, lambda _: None, threading.Event()
    )


def test_when_every_other_wording_of_the_model_is_refused_a_paraphrase_is_offered() -> None:
    draft = write(None)
    again = another(draft, 2, ScriptedModel(lambda *_: "Let's have coffee on Monday because I love it."))
    beat = again.beats[2]
    assert beat.text == "I keep to a network of people whom I know well."
    assert beat.origin is Origin.VOICE
    assert beat.refused == "Let's have coffee on Monday because I love it."
    assert beat.refusals


def test_where_nothing_else_may_be_said_the_sentence_stays_and_says_why() -> None:
    rewriter = Rewriter(Proposer(PROMPT, KNOWLEDGE.guard))
    terms = Terms(voice=DECLINE.voice)
    source = FilledBeat(role=Role.DECLINE, text="I won't be there.")
    beat = rewriter.by_rule(source, terms)
    promising = ScriptedModel(lambda *_: "I'll be there.")
    again = rewriter.another([beat], 0, source, terms, promising, 0, threading.Event())
    assert (again.text, again.origin) == (beat.text, beat.origin)
    assert again.refused == "I'll be there."
    assert again.refusals


def test_every_press_offers_what_was_not_shown_before() -> None:
    draft = write(ScriptedModel(lambda sentence, _: lively(sentence)))
    model = ScriptedModel(lambda *_: "Yes, gladly!")
    shown = [draft.beats[2].text]
    for seed in range(len(draft.beats[2].alternatives)):
        draft = another(draft, 2, model, seed)
        shown.append(draft.beats[2].text)
    assert len(set(shown)) == len(shown) > 3
    assert another(draft, 2, model).beats[2].text == shown[0]


def test_a_reverted_sentence_can_be_had_again() -> None:
    draft = write(ScriptedModel(lambda sentence, _: lively(sentence)))
    back = KNOWLEDGE.drafter.revert(draft, 2, DECLINE)
    assert back.beats[2].alternatives[0].text == draft.beats[2].text


def test_an_alternative_is_taken_checked_and_what_stood_there_kept_as_the_last() -> None:
    draft = write(ScriptedModel(lambda sentence, _: lively(sentence)))
    before = draft.beats[2]
    wanted = before.alternatives[1]
    taken = KNOWLEDGE.drafter.take(draft, 2, wanted, DECLINE)
    beat = taken.beats[2]
    assert (beat.text, beat.origin) == (wanted.text, wanted.origin)
    assert beat.checks
    assert all(check.passed for check in beat.checks)
    assert wanted not in beat.alternatives
    assert beat.alternatives[-1] == Alternative(text=before.text, origin=before.origin)
    assert [one.text for one in taken.beats if one is not beat] == [
        one.text for one in draft.beats if one is not before
    ]
    assert KNOWLEDGE.drafter.take(taken, 2, beat.alternatives[-1], DECLINE).text == draft.text


def test_an_alternative_that_the_guard_no_longer_lets_through_is_refused_and_gone() -> None:
    draft = write(None)
    old = Alternative(text="Let's have coffee on Monday.", origin=Origin.MODEL)
    kept = with_beat(draft, 2, draft.beats[2].model_copy(update={"alternatives": (old,)}))
    beat = KNOWLEDGE.drafter.take(kept, 2, old, DECLINE).beats[2]
    assert beat.text == draft.beats[2].text
    assert beat.refused == old.text
    assert beat.refusals
    assert not beat.alternatives


def test_what_a_person_wrote_can_be_taken_back_and_an_empty_sentence_is_not_kept() -> None:
    draft = write(None)
    mine = Alternative(text="Let's have coffee on Monday.", origin=Origin.PERSON)
    gone = {"text": "", "origin": Origin.PERSON, "alternatives": (mine,)}
    beat = KNOWLEDGE.drafter.take(
        with_beat(draft, 2, draft.beats[2].model_copy(update=gone)), 2, mine, DECLINE
    ).beats[2]
    assert (beat.text, beat.origin, beat.checks) == (mine.text, Origin.PERSON, ())
    assert not beat.alternatives


def test_a_press_that_is_stopped_changes_nothing() -> None:
    draft = write(None)
    cancel = threading.Event()
    cancel.set()
    model = ScriptedModel(lambda sentence, _: lively(sentence))
    assert KNOWLEDGE.drafter.regenerate(draft, 2, DECLINE, model, 0, lambda _: None, cancel) == draft


def test_a_letter_that_is_stopped_is_asked_for_no_more() -> None:
    rewriter = Rewriter(Proposer(PROMPT, KNOWLEDGE.guard))
    terms = Terms(voice=DECLINE.voice)
    source = FilledBeat(role=Role.STATEMENT, text="I won't be there.", alternatives=("I can't be there.",))
    beat = rewriter.by_rule(source, terms)
    yes = [Proposer(PROMPT, KNOWLEDGE.guard).by_model("I'll be there.", source, terms)]
    model = ScriptedModel(echo)

    class StoppedByNow(threading.Event):
        def is_set(self) -> bool:
            asked.append(None)
            return len(asked) > 1

    asked: list[None] = []
    after = rewriter.rewrite([beat], 0, source, terms, model, lambda _: None, StoppedByNow(), yes)
    assert (after.text, model.asked) == (beat.text, [])


def test_a_letter_that_is_stopped_while_samples_are_drawn_keeps_what_it_has() -> None:
    cancel = threading.Event()

    def stop_at_the_samples(_: str, how: Sampling) -> str:
        if how.temperature:
            cancel.set()
        return "Yes, gladly!"

    draft = KNOWLEDGE.drafter.draft(DECLINE, ScriptedModel(stop_at_the_samples), lambda _: None, cancel)
    assert draft.text == write(None).text


def test_a_rewrite_that_stops_in_mid_sentence_is_refused() -> None:
    draft = write(ScriptedModel(lambda sentence, _: "Hey, " + sentence, stop=Stop.LENGTH))
    assert Origin.MODEL not in {beat.origin for beat in draft.beats}
    assert "stops in mid-sentence" in [check.detail for beat in draft.beats for check in beat.refusals]


def test_a_rewrite_keeps_to_the_voice_where_the_rules_know_it() -> None:
    formal = next(voice for voice in KNOWLEDGE.voices if voice.id == "formal")
    job = DECLINE.model_copy(update={"voice": formal})
    contracted = "I'm not looking to add to it at the moment, so I have to say no."
    model = ScriptedModel(lambda sentence, _: contracted if "at this point" in sentence else sentence)
    beat = write(model, job).beats[3]
    assert (beat.text, beat.origin) == (contracted.replace("I'm", "I am"), Origin.MODEL)


def test_the_template_given_back_is_no_merit_of_the_model() -> None:
    draft = write(ScriptedModel(echo))
    assert Origin.MODEL not in {beat.origin for beat in draft.beats}
    assert draft.text == write(None).text


REDIRECT = DECLINE.model_copy(
    update={
        "move": MoveId.DECLINE_HELP,
        "slots": DECLINE.slots | {Slot.RESOURCE: "First steps (https://example.org/steps?n=1)"},
    }
)


def with_link(draft: Draft) -> DraftBeat:
    return next(beat for beat in draft.beats if "example.org" in beat.template)


def test_the_model_never_sees_an_address_and_the_letter_holds_it() -> None:
    other = "For now, First steps ([link]) may be useful to you."
    model = ScriptedModel(lambda sentence, _: other if "[link]" in sentence else sentence)
    seen: list[Progress] = []
    beat = with_link(write(model, REDIRECT, seen))
    assert "First steps ([link])" in "".join(sentence for sentence, _ in model.asked)
    assert not any("example.org" in sentence for sentence, _ in model.asked)
    assert beat.text.startswith("For now, ")
    assert "First steps (https://example.org/steps?n=1)" in beat.text
    assert beat.origin is Origin.MODEL
    assert any("example.org" in progress.words for progress in seen)


def test_a_title_keeps_its_case_and_a_sentence_its_end() -> None:
    said = "For now, first steps ([link]) may be useful to you"
    model = ScriptedModel(lambda sentence, _: said if "[link]" in sentence else sentence)
    beat = with_link(write(model, REDIRECT))
    assert beat.text == "For now, First steps (https://example.org/steps?n=1) may be useful to you."


@pytest.mark.parametrize(
    ("change", "check", "detail"),
    [
        (("[link]", "there"), "facts-kept", "drops First steps (https://example.org/steps?n=1)"),
        (("[link]", "[link], [link]"), "facts-added", "adds https://example.org/steps?n=1 once more"),
        (("[link]", "[link 2]"), "form", "holds something that is no letter: “[”"),
    ],
)
def test_an_address_that_is_lost_or_doubled_or_made_up_is_refused(
    change: tuple[str, str], check: str, detail: str
) -> None:
    model = ScriptedModel(lambda sentence, _: sentence.replace(*change))
    beat = with_link(write(model, REDIRECT))
    assert beat.text == beat.fallback
    failed = {refusal.id: refusal.detail for refusal in beat.refusals}
    assert detail in failed[check]


def say(sentence: str, model: ScriptedModel | None, seen: list[DemurError] | None = None) -> DraftBeat:
    terms = Terms(voice=DECLINE.voice.model_copy(update={"contractions": 1.0}))
    failures = [] if seen is None else seen
    return KNOWLEDGE.drafter.rewrite(sentence, terms, model, failures.append, threading.Event())


def test_a_sentence_of_anybodys_is_said_by_the_model_or_else_by_the_rules() -> None:
    model = ScriptedModel(lambda *_: "I really cannot come.")
    by_model, by_rule = say("I cannot come.", model), say("I cannot come.", None)
    assert (by_model.text, by_model.origin) == ("I really can't come.", Origin.MODEL)
    assert (by_rule.text, by_rule.origin) == ("I can't come.", Origin.VOICE)


def test_a_sentence_of_anybodys_is_never_turned_into_a_yes() -> None:
    beat = say("I cannot come.", ScriptedModel(lambda _, __: "I can come."))
    assert (beat.text, beat.origin) == ("I can't come.", Origin.VOICE)
    assert beat.refused == "I can come."


def test_a_model_that_fails_at_a_sentence_is_told_and_the_rules_say_it() -> None:
    gone = DemurError("It is gone.", "Start again.")
    failures: list[DemurError] = []
    assert say("I cannot come.", ScriptedModel(lambda _, __: gone), failures).text == "I can't come."
    assert failures == [gone]


def test_a_sentence_in_another_language_stays_as_it_is() -> None:
    model = ScriptedModel(echo)
    beat = say("Das geht leider wirklich nicht, so gern ich es auch wollte.", model)
    assert beat.text == beat.template
    assert beat.origin is Origin.TEMPLATE
    assert not model.asked


def test_a_long_sentence_leaves_the_model_no_more_room_than_it_takes() -> None:
    model = ScriptedModel(lambda *_: "No.")
    say("I cannot come. " * 100, model)
    assert {how.max_tokens for _, how in model.asked} == {512}
