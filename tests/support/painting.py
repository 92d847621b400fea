"""Widgets that remember what they were asked to paint, and pictures of what is on the screen."""

from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QWidget


class Watched(QWidget):
    """Put before a widget's own class; `painted` has each rectangle that was asked for."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.painted: list[QRect] = []

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        self.painted.append(event.rect())
        super().paintEvent(event)


def on_screen(widget: QWidget) -> QImage:
    """What the window shows now, without painting anything for it."""
    return widget.screen().grabWindow(widget.winId()).toImage()
