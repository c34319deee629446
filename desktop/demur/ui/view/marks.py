"""Where the signals stand in the text that is shown, and how they are drawn."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from demur.domain.message import Message, Part
from demur.domain.reading import Side, Signal, SignalId
from demur.ui.positions import to_units
from demur.ui.theme import Theme

# Each side has a line of its own, so that colour is never alone.
_STYLES = {
    Side.SENDER: Qt.PenStyle.SolidLine,
    Side.SELF: Qt.PenStyle.DashDotLine,
    Side.FIT: Qt.PenStyle.DotLine,
    Side.COUNTER: Qt.PenStyle.DashLine,
}
_SUBJECT_GAP = "\n\n"
# A message may repeat its words thousands of times; that many marks would stop the window.
_MOST_A_SIGNAL = 40


@dataclass(frozen=True)
class Mark:
    """Words of the shown text, UTF-16 ``start`` to ``end``, that signal ``number`` rests on.

    ``depth`` is how many lines run above its own: where they overlap, each side has one.
    """

    number: int
    signal: SignalId
    side: Side
    start: int
    end: int
    depth: int = 0


def shown_text(message: Message) -> str:
    """The message as the window shows it: the subject, if it has one, above the body."""
    return message.subject + _SUBJECT_GAP + message.body if message.subject else message.body


def marks_of(message: Message, signals: tuple[Signal, ...], dismissed: tuple[SignalId, ...]) -> list[Mark]:
    """The marks of all signals that hold, numbered from 1 in their order; of each signal the first 40."""
    text = shown_text(message)
    body_at = len(message.subject + _SUBJECT_GAP) if message.subject else 0
    marks: list[Mark] = []
    for number, signal in enumerate(signals, start=1):
        if signal.id in dismissed:
            continue
        for evidence in signal.evidence[:_MOST_A_SIGNAL]:
            offset = body_at if evidence.part is Part.BODY else 0
            start, end = (to_units(text, offset + place) for place in (evidence.start, evidence.end))
            depth = _depth([mark for mark in marks if mark.start < end and start < mark.end], signal.side)
            marks.append(Mark(number, signal.id, signal.side, start, end, depth))
    return marks


def _depth(overlapping: list[Mark], side: Side) -> int:
    depths = {mark.side: mark.depth for mark in overlapping}
    return depths.get(side, len(depths))


def draw_line(painter: QPainter, theme: Theme, side: Side, start: QPointF, end: QPointF) -> None:
    """The line of ``side``, from ``start`` to ``end``."""
    painter.setPen(QPen(theme.side(side), 1.6, _STYLES[side]))
    painter.drawLine(start, end)
