"""Draws the contact sheet: every exercise and easier version, on both sides, at five moments.

It is for looking at, again and again, with a physiotherapist's eye.
"""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from rehabtimer import paths
from rehabtimer.core.catalogue import load_programme
from rehabtimer.core.figure import Figure, Moment, load_figure
from rehabtimer.core.programme import Exercise, Legs, Phase, Side
from rehabtimer.gui import theme
from rehabtimer.gui.widgets import figure

TITLE = "Every exercise and easier version, on both sides, at five moments"
MOMENTS = 5
NAMES, HEAD = 190, 60  # the column of names, and the strip above all rows
CELL = QSizeF(330, 218)
CAPTION, GAP, RADIUS = 22, 10, 10


class Still(NamedTuple):
    """A named point in time; `side` is "old" for the row's side, "new" for the one after it."""

    caption: str
    phase: Phase
    fraction: float
    duration: float
    side: str = "old"


READY = Still("get ready", Phase.PREPARE, 0.0, 5)
HOLD = Still("hold", Phase.HOLD, 0.5, 5)
SWITCH = Still("switch, half way", Phase.SWITCH, 0.5, 5, "new")
REST = Still("rest", Phase.REST, 0.5, 30)
REP = (
    READY,
    Still("go, half way", Phase.GO, 0.5, 2),
    HOLD,
    Still("return, a third", Phase.RETURN, 0.36, 3),
)
STRETCH = (
    READY,
    Still("going in", Phase.PREPARE, 0.76, 5),
    HOLD,
    Still("coming out", Phase.REST, 0.045, 30),
)


class Row(NamedTuple):
    """An exercise or easier version with one side."""

    figure: Figure
    exercise: Exercise
    variant: str
    side: Side

    @property
    def names(self) -> tuple[str, str, str]:
        """Exercise, easier version and side, as the column of names shows them."""
        version = next((v.name for v in self.exercise.variants if v.id == self.variant), "")
        side = "both legs" if self.side is Side.BOTH else f"{self.side} side"
        return self.exercise.name, version, side

    def stills(self) -> tuple[Still, ...]:
        """Return the five moments that tell most."""
        sided = self.exercise.sides.legs is Legs.EACH
        return (*(REP if self.exercise.moving else STRETCH), SWITCH if sided else REST)

    def moment(self, still: Still) -> Moment:
        """Return a moment of this row."""
        other = Side.RIGHT if self.side is Side.LEFT else Side.LEFT
        return Moment(
            still.phase,
            still.fraction,
            other if still.side == "new" else self.side,
            still.fraction * still.duration,
            still.duration,
            moving=self.exercise.moving,
            variant=self.variant,
        )


def rows() -> list[Row]:
    """Return all rows in the order of the session."""
    found = []
    for exercise in load_programme(paths.resources()).exercises:
        made = load_figure(paths.resources() / "poses" / f"{exercise.id}.toml")
        together = exercise.sides.legs is Legs.TOGETHER
        for variant in ("", *(variant.id for variant in exercise.variants)):
            sides = (Side.BOTH,) if together else (Side.LEFT, Side.RIGHT)
            found += [Row(made, exercise, variant, side) for side in sides]
    return found


class Sheet:
    """A sheet in one look."""

    def __init__(self, look: theme.Colours, colours: figure.FigureColours) -> None:
        """Use the colours of a look."""
        self._look = look
        self._colours = colours
        self._painter = QPainter()

    def drawn(self, shown: list[Row]) -> QImage:
        """Return the picture of all rows."""
        wide, tall = CELL.width() + GAP, CELL.height() + GAP
        size = QSizeF(NAMES + MOMENTS * wide, HEAD + len(shown) * tall).toSize()
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(QColor(self._look.ground))
        self._painter.begin(image)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._write(QRectF(20, 16, size.width(), HEAD), TITLE, self._look.ink, 20)
        for number, row in enumerate(shown):
            top = HEAD + number * tall
            self._name(row, top)
            for column, still in enumerate(row.stills()):
                self._show(row, still, QRectF(QPointF(NAMES + column * wide, top), CELL))
        self._painter.end()
        return image

    def _show(self, row: Row, still: Still, place: QRectF) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(self._look.card))
        self._painter.drawRoundedRect(place, RADIUS, RADIUS)
        colour = self._look.phase(still.phase)
        self._write(place.adjusted(12, 6, 0, 0), still.caption, colour, 12, bold=True)
        self._painter.save()
        self._painter.setClipRect(place)
        room = place.adjusted(4, CAPTION, -4, -4)
        moment = row.moment(still)
        figure.paint_figure(self._painter, room, row.figure, self._colours, moment)
        self._painter.restore()

    def _name(self, row: Row, top: float) -> None:
        exercise, version, side = row.names
        place = QRectF(20, top + 8, NAMES - 36, CELL.height())
        self._write(place, exercise, self._look.ink, 15, bold=True)
        self._write(place.translated(0, 46), side, self._look.muted, 13)
        self._write(place.translated(0, 72), version, self._look.accent, 13)

    def _write(
        self, place: QRectF, words: str, colour: str, size: int, *, bold: bool = False
    ) -> None:
        font = QFont(QGuiApplication.font())
        font.setPixelSize(size)
        font.setBold(bold)
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        self._painter.drawText(place, flags, words)


def draw(folder: Path) -> None:
    """Write contact-sheet-light.png and contact-sheet-dark.png."""
    for name, look, colours in (
        ("light", theme.LIGHT, figure.LIGHT),
        ("dark", theme.DARK, figure.DARK),
    ):
        Sheet(look, colours).drawn(rows()).save(str(folder / f"contact-sheet-{name}.png"))
