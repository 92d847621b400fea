"""Labels, buttons, cards and layouts, made the same way everywhere."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from rehabtimer.gui import theme
from rehabtimer.gui.icons import icon
from rehabtimer.gui.widgets.breaking_label import BreakingLabel

Part = QWidget | QLayout | int | None  # an int is space in pixels, None stretches


def label(text: str = "", role: str = "body", *, wrap: bool = True) -> QLabel:
    """Return a plain-text label; `role` is one that the style sheet knows.

    One that wraps breaks even a long word, such as a link in a note, where there is no room for it.
    """
    made = BreakingLabel(text) if wrap else QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    made.setProperty("role", role)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def button(
    text: str,
    on_press: Callable[[], object] | None = None,
    *,
    kind: str = "",
    icon_name: str = "",
    checkable: bool = False,
) -> QPushButton:
    """Return a button; `kind` is one that the style sheet knows, the icon takes its colour."""
    made = QPushButton(text)
    made.setCheckable(checkable)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if kind:
        made.setProperty("kind", kind)
    if icon_name:
        made.setProperty("iconName", icon_name)
        made.setIconSize(QSize(20, 20))
        paint_button_icon(made)
    if on_press:
        made.clicked.connect(lambda *_: on_press())
    return made


def paint_button_icon(made: QPushButton) -> None:
    """Give a button's icon the colours of the look at hand."""
    colours = theme.look.colours
    kind = made.property("kind") or ""
    colour = {
        "primary": colours.on_accent,
        "start": colours.on_accent,
        "hurts": colours.hurts,
        "quiet": colours.accent,
        "link": colours.accent,
    }.get(kind, colours.ink)
    made.setIcon(icon(made.property("iconName"), colour, chosen=colours.accent))


def card(*parts: Part, kind: str = "true", margin: int = theme.CARD_MARGIN) -> QFrame:
    """Return a card with its parts one below the other."""
    made = QFrame()
    made.setProperty("card", kind)
    fill(QVBoxLayout(made), parts, gap=8, margin=margin)
    return made


def column(*parts: Part, gap: int = 8, margin: int = 0) -> QVBoxLayout:
    """Return a layout with its parts one below the other."""
    made = QVBoxLayout()
    fill(made, parts, gap, margin)
    return made


def row(*parts: Part, gap: int = 8, margin: int = 0) -> QHBoxLayout:
    """Return a layout with its parts side by side."""
    made = QHBoxLayout()
    fill(made, parts, gap, margin)
    return made


def fill(layout: QBoxLayout, parts: Iterable[Part], gap: int, margin: int) -> None:
    """Add parts to a layout with the same gap between all of them."""
    layout.setSpacing(gap)
    layout.setContentsMargins(margin, margin, margin, margin)
    for part in parts:
        if isinstance(part, QWidget):
            layout.addWidget(part)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        elif part is None:
            layout.addStretch(1)
        else:
            layout.addSpacing(part)


def scroll(content: QWidget) -> QScrollArea:
    """Return a frameless area that scrolls its content up and down only."""
    made = QScrollArea()
    made.setWidget(content)
    made.setWidgetResizable(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, and away."""
    while (item := layout.takeAt(0)) is not None:
        _remove(item)


def _remove(item: QLayoutItem) -> None:
    widget, layout = item.widget(), item.layout()
    if widget is not None:
        widget.hide()
        widget.deleteLater()
    elif layout is not None:
        clear(layout)
        layout.deleteLater()
