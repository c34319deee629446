"""Colours, derived from the system's palette so that they stay readable in every theme."""

from dataclasses import dataclass
from typing import Self

from PySide6.QtGui import QColor, QPalette

from demur.domain.draft import Origin
from demur.domain.reading import Side

# WCAG 2.2, success criterion 1.4.3.
_LEAST_CONTRAST = 4.5
_STEP = 4
_AMBER_HUE, _TEAL_HUE, _SATURATION = 28, 178, 170


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two colours, 1 to 21, after WCAG 2.2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: QColor, background: QColor) -> QColor:
    """``colour``, made lighter or darker until text in it can be read on ``background``."""
    end, step = (255, _STEP) if _luminance(background) < 0.2 else (0, -_STEP)
    hue, saturation, lightness = colour.hslHue(), colour.hslSaturation(), colour.lightness()
    while contrast(colour, background) < _LEAST_CONTRAST and lightness != end:
        lightness = max(0, min(255, lightness + step))
        colour = QColor.fromHsl(hue, saturation, lightness)
    return colour


def mixed(colour: QColor, background: QColor, share: float) -> QColor:
    """``share`` parts of ``colour`` on ``background``."""

    def part(over: int, under: int) -> int:
        return round(share * over + (1 - share) * under)

    return QColor(
        part(colour.red(), background.red()),
        part(colour.green(), background.green()),
        part(colour.blue(), background.blue()),
    )


@dataclass(frozen=True)
class Theme:
    """Two accents, one for what speaks against and one for what speaks for, and the quiet tones."""

    against: QColor
    speaks_for: QColor
    text: QColor
    muted: QColor
    base: QColor
    line: QColor

    @classmethod
    def of(cls, palette: QPalette) -> Self:
        """The colours that go with ``palette``."""
        base = palette.color(QPalette.ColorRole.Base)
        text = palette.color(QPalette.ColorRole.Text)
        return cls(
            against=readable(QColor.fromHsl(_AMBER_HUE, _SATURATION, 128), base),
            speaks_for=readable(QColor.fromHsl(_TEAL_HUE, _SATURATION, 128), base),
            text=text,
            muted=readable(mixed(text, base, 0.6), palette.color(QPalette.ColorRole.Window)),
            base=base,
            line=mixed(text, base, 0.25),
        )

    def side(self, side: Side) -> QColor:
        """The colour of a signal's side."""
        return self.speaks_for if side is Side.COUNTER else self.against

    def tint(self, side: Side) -> QColor:
        """The quiet background of what belongs to a side; text stays readable on it."""
        return mixed(self.side(side), self.base, 0.18)

    def origin(self, origin: Origin) -> QColor:
        """The colour of a beat's origin."""
        if origin is Origin.MODEL:
            return self.speaks_for
        return self.against if origin is Origin.PERSON else self.muted


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    return (
        0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())
    )
