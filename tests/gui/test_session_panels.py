"""The panels of a session: what keys and buttons in them tell."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from rehabtimer.core.programme import Side
from rehabtimer.gui.keys import keys_in_words
from rehabtimer.gui.views.session_panels import HurtsPanel, KeysPanel, PainBeforePanel
from rehabtimer.gui.widgets.overlay import Panel
from tests.support.window import click, press

Told = list[tuple[str, object]]


def told_by(panel: Panel, *names: str) -> Told:
    """What a panel tells from now on, in order."""
    told: Told = []
    for name in names:
        getattr(panel, name).connect(lambda *values, name=name: told.append((name, values)))
    return told


def pressed(panel: Panel, name: str) -> QPushButton:
    return next(b for b in panel.findChildren(QPushButton) if b.text() == name)


@pytest.fixture
def before(qtbot: QtBot) -> PainBeforePanel:
    panel = PainBeforePanel((Side.LEFT, Side.RIGHT), ("Left?", "Right?"))
    qtbot.addWidget(panel)
    panel.show()
    return panel


@pytest.fixture
def hurts(qtbot: QtBot) -> HurtsPanel:
    panel = HurtsPanel(Side.RIGHT)
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


def test_before_takes_only_digits_for_an_answer(qtbot: QtBot, before: PainBeforePanel) -> None:
    told = told_by(before, "answered", "started", "closed", "left")
    type_keys(qtbot, before, "xq.")
    assert told == []


def test_hurts_begins_with_the_sore_knee(hurts: HurtsPanel) -> None:
    assert pressed(hurts, "Right knee").isChecked()
    assert not pressed(hurts, "Left knee").isChecked()


@pytest.mark.parametrize(
    "keys, last",
    [
        ("4", (Side.RIGHT, 4)),
        ("10", (Side.RIGHT, 10)),
        ("5L", (Side.LEFT, 5)),
        ("0", (Side.RIGHT, 0)),
    ],
)
def test_hurts_tells_the_answer(
    qtbot: QtBot, hurts: HurtsPanel, keys: str, last: tuple[Side, int]
) -> None:
    told = told_by(hurts, "answered")
    type_keys(qtbot, hurts, keys)
    assert told[-1] == ("answered", last)


def test_hurts_says_nothing_before_there_is_a_score(qtbot: QtBot, hurts: HurtsPanel) -> None:
    told = told_by(hurts, "answered")
    type_keys(qtbot, hurts, "LRL")
    assert told == []


@pytest.mark.parametrize(
    "key, told_first",
    [("S", "skip_wanted"), ("E", "end_wanted"), ("Return", "closed")],
)
def test_what_to_do_about_it(qtbot: QtBot, hurts: HurtsPanel, key: str, told_first: str) -> None:
    told = told_by(hurts, "skip_wanted", "end_wanted", "care_wanted", "closed")
    press(hurts, key)
    names = [name for name, _values in told]
    assert names[0] == told_first
    assert names.count("closed") == 1


def test_the_page_about_doctors_is_one_press_away(qtbot: QtBot, hurts: HurtsPanel) -> None:
    told = told_by(hurts, "care_wanted")
    click(pressed(hurts, "When to see someone"))
    assert told == [("care_wanted", ())]


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
