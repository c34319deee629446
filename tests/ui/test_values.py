"""Colours, places and drafts: small laws that the window stands on."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QPalette

from demur.domain.advice import MoveId
from demur.domain.draft import Draft, DraftBeat, Origin
from demur.domain.message import Evidence, Message, Part
from demur.domain.reading import Side, Signal, SignalId, Source
from demur.domain.template import Role
from demur.ui import labels
from demur.ui.positions import to_units
from demur.ui.theme import Theme, contrast, readable
from demur.ui.view.marks import marks_of, shown_text
from demur.ui.weave import weave

COLOURS = st.builds(QColor, *[st.integers(0, 255)] * 3)


@given(COLOURS, st.sampled_from(["#ffffff", "#efefef", "#1e1e20", "#2a2a2c", "#000000"]))
def test_text_can_be_read_in_any_colour_on_any_usual_background(colour: QColor, background: str) -> None:
    assert contrast(readable(colour, QColor(background)), QColor(background)) >= 4.5


@given(st.sampled_from([("#efefef", "#ffffff"), ("#2a2a2c", "#1e1e20"), ("#000000", "#000000")]))
def test_every_tone_can_be_read_on_the_palette_it_comes_from(shades: tuple[str, str]) -> None:
    window, base = map(QColor, shades)
    palette = QPalette(window, window)
    palette.setColor(QPalette.ColorRole.Base, base)
    theme = Theme.of(palette)
    tones = [theme.side(side) for side in Side] + [theme.origin(origin) for origin in Origin]
    assert all(contrast(tone, base) >= 4.5 for tone in tones)
    assert all(contrast(theme.text, theme.tint(side)) >= 4.5 for side in Side)
    assert contrast(theme.muted, window) >= 4.5


def test_black_and_white_contrast_as_the_guidelines_say() -> None:
    assert round(contrast(QColor("white"), QColor("black")), 2) == 21
    assert round(contrast(QColor("#777777"), QColor("white")), 2) == 4.48


@given(st.text(alphabet="aé👋🏽\n", max_size=30), st.data())
def test_a_place_is_as_many_units_as_stand_before_it(text: str, data: st.DataObject) -> None:
    point = data.draw(st.integers(0, len(text)))
    assert 2 * to_units(text, point) == len(text[:point].encode("utf-16-le"))


def test_an_emoji_moves_what_follows_it_by_two() -> None:
    assert to_units("👋 hi", 2) == 3


def a_draft(*texts: str, mine: int = -1) -> Draft:
    beats, at = [], 0
    for number, text in enumerate(texts):
        origin = Origin.PERSON if number == mine else Origin.VOICE
        end = at + len(text)
        beats.append(
            DraftBeat(
                role=Role.STATEMENT, template="t", fallback="f", text=text, origin=origin, start=at, end=end
            )
        )
        at = end + 1
    return Draft(move=MoveId.DECLINE, text=" ".join(texts), beats=tuple(beats))


def test_the_persons_own_sentence_stays_and_the_others_come_in() -> None:
    woven = weave(a_draft("Hi.", "My own words.", "Bye."), a_draft("Hello there.", "Theirs.", "Goodbye."))
    assert woven.text == "Hello there. Theirs. Goodbye."
    woven = weave(a_draft("Hi.", "My own.", "Bye.", mine=1), a_draft("Hello there.", "Theirs.", "Goodbye."))
    assert woven.text == "Hello there. My own. Goodbye."


@given(
    st.lists(st.tuples(st.text(max_size=5), st.text(max_size=5)), min_size=1, max_size=5), st.integers(0, 4)
)
def test_beats_stand_where_they_say_after_weaving(pairs: list[tuple[str, str]], mine: int) -> None:
    woven = weave(a_draft(*[one for one, _ in pairs], mine=mine), a_draft(*[other for _, other in pairs]))
    assert all(woven.text[beat.start : beat.end] == beat.text for beat in woven.beats)


def a_signal(id_: SignalId, side: Side, message: Message, part: Part, words: str) -> Signal:
    start = message.part(part).index(words)
    evidence = Evidence(part=part, start=start, end=start + len(words), text=words)
    source = Source(article="002", quote="-")
    return Signal(id=id_, side=side, strength=2, why="-", evidence=(evidence,), source=source)


def test_marks_point_at_the_words_in_subject_and_body() -> None:
    message = Message(subject="A favour 👋", body="Refer me 👋 now please")
    signals = (
        a_signal(SignalId.VAGUE, Side.SENDER, message, Part.SUBJECT, "favour"),
        a_signal(SignalId.PRESSURE, Side.SENDER, message, Part.BODY, "now"),
    )
    text = shown_text(message).encode("utf-16-le")
    marks = marks_of(message, signals, ())
    assert [text[2 * mark.start : 2 * mark.end].decode("utf-16-le") for mark in marks] == ["favour", "now"]


def test_sides_that_overlap_have_a_line_each_and_one_side_has_one() -> None:
    message = Message(body="Can you refer me today?")
    signals = (
        a_signal(SignalId.TOO_SOON, Side.SENDER, message, Part.BODY, "refer me"),
        a_signal(SignalId.ONE_SIDED, Side.SENDER, message, Part.BODY, "refer me today"),
        a_signal(SignalId.CLEAR_ASK, Side.COUNTER, message, Part.BODY, "you refer me"),
    )
    assert [mark.depth for mark in marks_of(message, signals, ())] == [0, 0, 1]


def test_a_message_that_repeats_itself_has_no_more_marks_than_a_window_can_draw() -> None:
    message = Message(body="refer me " * 50_000)
    words = tuple(
        Evidence(part=Part.BODY, start=start, end=start + 8, text="refer me")
        for start in range(0, len(message.body), 9)
    )
    source = Source(article="002", quote="-")
    flag = Signal(
        id=SignalId.TOO_SOON, side=Side.SENDER, strength=2, why="-", evidence=words, source=source
    )
    marks = marks_of(message, (flag, flag.model_copy(update={"id": SignalId.ONE_SIDED})), ())
    assert len(marks) == 80
    assert marks[0].start == 0


def test_every_id_has_its_words() -> None:
    assert set(labels.SIGNALS) == set(SignalId)
    assert set(labels.MOVES) == set(MoveId)
    assert sorted(move for moves in labels.MOVE_GROUPS.values() for move in moves) == sorted(MoveId)
    assert set(labels.ROLES) == set(Role)
    assert set(labels.ORIGINS) == set(labels.ORIGIN_LETTERS) == set(Origin)
