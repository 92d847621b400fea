"""Puts the keyboard's way through a screen in the order in which it is read."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def set_reading_order(root: QWidget) -> None:
    """Let Tab go through everything in `root` as its layouts place it."""
    stops = [widget for widget in _inside(root) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _inside(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    layout = widget.layout()
    content = widget.widget() if isinstance(widget, QScrollArea) else None
    if content is not None:
        yield from _inside(content)
    elif layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget = item.widget() if item else None
        inner = item.layout() if item else None
        if widget is not None:
            yield from _inside(widget)
        elif inner is not None:
            yield from _in_layout(inner)
