"""A letter is beats put together, and stays so under whatever a person types into it."""

from hypothesis import given
from hypothesis import strategies as st

from demur.domain.advice import MoveId
from demur.domain.draft import Draft, DraftBeat, Origin
from demur.domain.template import Role
from demur.drafting.letter import adopt, compose, with_beat


def beat(role: Role, text: str) -> DraftBeat:
    return DraftBeat(role=role, template=text, fallback=text, text=text, origin=Origin.TEMPLATE)


def letter() -> Draft:
    beats = [
        beat(Role.GREET, "Hi Jordan,"),
        beat(Role.THANK, "Thanks for writing."),
        beat(Role.DECLINE, "I can't take this on."),
        beat(Role.FUTURE, "Good luck with the search."),
        beat(Role.SIGN, "Best,\nSam"),
    ]
    return compose(Draft(move=MoveId.DECLINE, text="", beats=()), beats)


def origins(draft: Draft) -> list[Origin]:
    return [beat.origin for beat in draft.beats]


def holds_together(draft: Draft) -> bool:
    places = [0, *(place for beat in draft.beats for place in (beat.start, beat.end)), len(draft.text)]
    return places == sorted(places) and all(
        draft.text[beat.start : beat.end] == beat.text for beat in draft.beats
    )


def test_beats_of_one_kind_share_a_paragraph() -> None:
    assert letter().text == (
        "Hi Jordan,\n\nThanks for writing. I can't take this on.\n\n"
        "Good luck with the search.\n\nBest,\nSam"
    )


def test_a_sentence_that_is_edited_becomes_the_persons_own_and_no_other_does() -> None:
    draft = letter()
    edited = adopt(draft, draft.text.replace("can't take this on", "have to pass"))
    assert edited.beats[2].text == "I have to pass."
    assert origins(edited) == [*[Origin.TEMPLATE] * 2, Origin.PERSON, *[Origin.TEMPLATE] * 2]
    assert holds_together(edited)


def typed(draft: Draft, words: str, place: int) -> Draft:
    for number, letter in enumerate(words):
        at = place + number
        draft = adopt(draft, draft.text[:at] + letter + draft.text[at:])
    return draft


def test_words_typed_at_either_edge_of_a_sentence_belong_to_it() -> None:
    draft = letter()
    assert typed(draft, " Truly.", draft.beats[1].end).beats[1].text == "Thanks for writing. Truly."
    assert typed(draft, "Sadly, ", draft.beats[2].start).beats[2].text == "Sadly, I can't take this on."


def test_a_sentence_pasted_after_another_belongs_to_that_one() -> None:
    draft = letter()
    edited = adopt(draft, draft.text.replace("writing.", "writing. Truly."))
    assert edited.beats[1].text == "Thanks for writing. Truly."
    assert edited.beats[2].origin is Origin.TEMPLATE


def test_what_replaces_two_sentences_belongs_to_the_first() -> None:
    draft = letter()
    edited = adopt(draft, draft.text.replace("Thanks for writing. I can't take this on.", "No!"))
    assert [edited.beats[1].text, edited.beats[2].text] == ["No!", ""]
    assert holds_together(edited)


def test_another_wording_leaves_what_was_typed_around_it() -> None:
    draft = letter()
    edited = adopt(draft, draft.text + "\nPS: say hi to Ana")
    again = with_beat(edited, 2, edited.beats[2].model_copy(update={"text": "I'll pass."}))
    assert again.text.startswith("Hi Jordan,\n\nThanks for writing. I'll pass.\n\nGood luck")
    assert again.text.endswith("PS: say hi to Ana")
    assert holds_together(again)


def test_no_change_is_no_edit() -> None:
    draft = letter()
    assert adopt(draft, draft.text) == draft


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_whatever_is_pasted_over_the_letter_every_beat_still_knows_its_place(texts: list[str]) -> None:
    draft = letter()
    for text in texts:
        draft = adopt(draft, text)
        assert draft.text == text
        assert holds_together(draft)


@given(st.data())
def test_any_single_edit_changes_only_what_it_touches(data: st.DataObject) -> None:
    draft = letter()
    first = data.draw(st.integers(0, len(draft.text)))
    last = data.draw(st.integers(first, len(draft.text)))
    edited = adopt(draft, draft.text[:first] + data.draw(st.text(max_size=9)) + draft.text[last:])
    assert holds_together(edited)
    untouched = [beat for beat in draft.beats if beat.end < first or beat.start > last]
    assert all(beat.text in [other.text for other in edited.beats] for beat in untouched)
