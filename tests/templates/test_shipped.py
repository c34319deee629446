"""The templates that Demur ships."""

import pytest

from demur.domain.advice import MoveId
from demur.domain.template import Role
from demur.templates import NoReplyError, fill, open_slots
from demur.templates.wording import slots_of
from shipped import OTHERS, ROOT, SLOTS, TEMPLATES, WRITING

ARTICLES = ROOT.parent / "shared" / "articles"


@pytest.mark.parametrize("move", WRITING)
def test_each_letter_greets_says_a_little_and_signs_with_few_slots_and_with_all(move: MoveId) -> None:
    template = TEMPLATES.template(move)
    needed = {slot: SLOTS[slot] for slot, required in open_slots(template).items() if required}
    for slots in (needed, SLOTS):
        beats = fill(template, slots)
        assert beats[0].role is Role.GREET
        assert beats[0].text.startswith("Hello")
        assert beats[0].text.endswith(",")
        assert beats[-1].role is Role.SIGN
        assert 3 <= len(beats[1:-1]) <= 6


@pytest.mark.parametrize("move", WRITING)
def test_each_beat_is_one_sentence(move: MoveId) -> None:
    for beat in TEMPLATES.template(move).beats[1:-1]:
        for wording in (beat.text, beat.without, *beat.paraphrases):
            assert wording.count(".") + wording.count("?") == (1 if wording else 0)
            assert "!" not in wording


@pytest.mark.parametrize("move", WRITING)
def test_paraphrases_stand_by_for_the_model_and_the_guard(move: MoveId) -> None:
    for beat in TEMPLATES.template(move).beats[1:-1]:
        assert 2 <= len(beat.paraphrases) <= 5
        assert len({beat.text, beat.without, *beat.paraphrases}) == len(beat.paraphrases) + 2


@pytest.mark.parametrize("familiar", [False, True], ids=["stranger", "familiar"])
@pytest.mark.parametrize(("language", "move"), OTHERS)
def test_a_reply_in_another_language_does_what_the_english_one_does(
    language: str, move: MoveId, familiar: bool
) -> None:
    english = TEMPLATES.template(move)
    other = TEMPLATES.template(move, language, familiar=familiar)
    assert (other.move, other.language, other.sources) == (move, language, english.sources)
    for beat, same in zip(other.beats, english.beats, strict=True):
        assert (beat.role, beat.required, beat.paraphrases) == (same.role, same.required, ())
        assert slots_of(beat.text) == slots_of(same.text)
        assert slots_of(beat.without) == slots_of(same.without)
        assert (beat.text + beat.without).count("!") == 0


@pytest.mark.parametrize("move", WRITING)
def test_nothing_apologises_or_tells_of_flags(move: MoveId) -> None:
    words = " ".join(beat.text.lower() for beat in fill(TEMPLATES.template(move), SLOTS))
    assert not [word for word in ("sorry", "apolog", "afraid", "unfortunately", "flag") if word in words]


@pytest.mark.skipif(not ARTICLES.exists(), reason="the articles are not part of the repository")
@pytest.mark.parametrize("move", WRITING)
def test_sources_are_quoted_word_for_word(move: MoveId) -> None:
    for source in TEMPLATES.template(move).sources:
        (article,) = ARTICLES.glob(f"{source.article}_*.txt")
        assert source.quote in article.read_text("utf-8")


def test_no_reply_writes_nothing_and_says_why() -> None:
    with pytest.raises(NoReplyError, match="best left without an answer") as raised:
        TEMPLATES.template(MoveId.NO_REPLY)
    assert "another move" in raised.value.hint
