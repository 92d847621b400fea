"""The panels of a session: what keys and buttons in them tell."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from rehabtimer.core.programme import Side
from rehabtimer.gui.keys import keys_in_words
from rehabtimer.gui.views.session_panels import KeysPanel, PainBeforePanel
from rehabtimer.gui.widgets.overlay import Panel
from tests.support.window import press

Told = list[tuple[str, object]]


def told_by(panel: Panel, *names: str) -> Told:
    """What a panel tells from now on, in order."""
    told: Told = []
    for name in names:
        getattr(panel, name).connect(lambda *values, name=name: told.append((name, values)))
    return told


@pytest.fixture
def before(qtbot: QtBot) -> PainBeforePanel:
    panel = PainBeforePanel((Side.LEFT, Side.RIGHT), ("Left?", "Right?"))
    qtbot.addWidget(panel)
    panel.show()
    return panel


def type_keys(qtbot: QtBot, panel: Panel, keys: str) -> None:
    for key in keys:
        press(panel, key)


def test_before_answers_knee_by_knee(qtbot: QtBot, before: PainBeforePanel) -> None:
    told = told_by(before, "answered", "started", "closed")
    type_keys(qtbot, before, "36")
    press(before, "Return")
    assert told == [
        ("answered", (Side.LEFT, 3)),
        ("answered", (Side.RIGHT, 6)),
        ("started", ()),
        ("closed", ()),
    ]


def test_before_may_stay_open(qtbot: QtBot, before: PainBeforePanel) -> None:
    told = told_by(before, "answered", "started", "closed")
    press(before, "Space")
    assert told == [("started", ()), ("closed", ())]


def test_before_may_be_put_off(qtbot: QtBot, before: PainBeforePanel) -> None:
    told = told_by(before, "left", "started", "closed")
    press(before, "Esc")
    assert told == [("left", ()), ("closed", ())]


@pytest.mark.parametrize(
    "keys, last",
    [
        ("R4", (Side.RIGHT, 4)),
        ("L10", (Side.LEFT, 10)),
        ("3610", (Side.RIGHT, 10)),
        ("L5L2", (Side.LEFT, 2)),
    ],
)
def test_before_knees_are_chosen_by_their_letter(
    qtbot: QtBot, before: PainBeforePanel, keys: str, last: tuple[Side, int]
) -> None:
    told = told_by(before, "answered")
    type_keys(qtbot, before, keys)
    assert told[-1] == ("answered", last)


def test_before_takes_only_digits_for_an_answer(qtbot: QtBot, before: PainBeforePanel) -> None:
    told = told_by(before, "answered", "started", "closed", "left")
    type_keys(qtbot, before, "xq.")
    assert told == []


def test_all_keys_are_listed(qtbot: QtBot) -> None:
    panel = KeysPanel(keys_in_words())
    qtbot.addWidget(panel)
    words = " ".join(words.text() for words in panel.findChildren(QLabel))
    for key, meaning in keys_in_words():
        assert key in words
        assert meaning in words
    told = told_by(panel, "closed")
    press(panel, "Esc")
    assert told == [("closed", ())]
