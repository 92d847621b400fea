"""The panel "This hurts": what keys and mouse tell, which page comes when, and that it fits."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from rehabtimer.core.pain import Decision
from rehabtimer.core.programme import Side
from rehabtimer.core.settings import Theme
from rehabtimer.gui import theme
from rehabtimer.gui.theme import apply_theme
from rehabtimer.gui.views.hurts_panel import HurtsPanel
from rehabtimer.gui.widgets.overlay import Overlay
from rehabtimer.presenters.hurts_frame import (
    CHOICE_KEYS,
    HurtChoice,
    HurtsFrame,
    date_options,
    date_span,
    hurt_choice,
)
from tests.support.views import MOUSE, show, tab_to
from tests.support.window import press

TODAY = date(2026, 3, 2)
TEXTS = {
    Decision.SKIP_TODAY: "Skip this exercise today",
    Decision.SKIP_SIDE: "Skip the left leg today",
    Decision.EASIER: "Easier version: lying on your side",
    Decision.LESS: "Fewer reps: 10 instead of 20",
    Decision.SKIP_UNTIL: "Skip until a date",
    Decision.SKIP_OPEN: "Skip until I turn it on again",
    Decision.GO_ON: "Go on",
    Decision.END: "End the session",
}
CHOICES = tuple(hurt_choice(decision, text) for decision, text in TEXTS.items())
FRAME = HurtsFrame(
    title="This hurts",
    what="Straight leg lift, left leg, rep 7 of 20",
    knee=Side.RIGHT,
    choices=CHOICES,
    date_options=date_options(TODAY),
    earliest=date_span(TODAY)[0],
    latest=date_span(TODAY)[1],
)
Told = list[tuple[object, ...]]


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication) -> HurtsPanel:
    apply_theme(qapp, Theme.LIGHT)
    panel = HurtsPanel(FRAME)
    show(qtbot, panel, (640, 600))
    panel.setFocus()
    return panel


def told_by(panel: HurtsPanel, name: str) -> Told:
    told: Told = []
    getattr(panel, name).connect(lambda *values: told.append(values))
    return told


def type_keys(panel: HurtsPanel, keys: str) -> None:
    for key in keys:
        press(panel, key)


def words(panel: HurtsPanel) -> str:
    labels = [each for each in panel.findChildren(QLabel) if each.isVisible()]
    return "\n".join(each.text() for each in labels)


def find(panel: HurtsPanel, name: str) -> QPushButton:
    buttons = [each for each in panel.findChildren(QPushButton) if each.isVisible()]
    return next(each for each in buttons if name in (each.accessibleName(), each.text()))


def shown(choices: tuple[HurtChoice, ...]) -> list[str]:
    return [choice.text for choice in choices]


def in_order(panel: HurtsPanel) -> list[str]:
    """The choices as they are read: from the top, from the left."""
    QApplication.processEvents()
    made = panel.ask.choices.values()
    places = {each: each.mapTo(panel, each.rect().topLeft()) for each in made}
    by_place = sorted(made, key=lambda each: (places[each].y() // 8, places[each].x()))
    return [each.accessibleName() for each in by_place]


# Answers


def test_it_says_where_it_hurts(panel: HurtsPanel) -> None:
    assert "This hurts" in words(panel)
    assert "rep 7 of 20" in words(panel)
    assert panel.ask.knees[Side.RIGHT].isChecked()


@pytest.mark.parametrize(
    "keys, last",
    [
        ("4", (Side.RIGHT, 4, False, False)),
        ("10", (Side.RIGHT, 10, False, False)),
        ("01", (Side.RIGHT, 1, False, False)),
        ("5L", (Side.LEFT, 5, False, False)),
        ("bB3", (Side.BOTH, 3, False, False)),
        ("L", (Side.LEFT, None, False, False)),
        ("7S", (Side.RIGHT, 7, True, False)),
        ("W", (Side.RIGHT, None, False, True)),
    ],
)
def test_each_answer_is_one_key(panel: HurtsPanel, keys: str, last: tuple[object, ...]) -> None:
    told = told_by(panel, "told")
    type_keys(panel, keys)
    assert told[-1] == last


def test_each_answer_is_one_click(panel: HurtsPanel) -> None:
    told = told_by(panel, "told")
    QTest.mouseClick(find(panel, "Left knee"), MOUSE)
    QTest.mouseClick(find(panel, "How much does it hurt? 10 of 10"), MOUSE)
    QTest.mouseClick(find(panel, "Sharp pain"), MOUSE)
    assert told == [
        (Side.LEFT, None, False, False),
        (Side.LEFT, 10, False, False),
        (Side.LEFT, 10, True, False),
    ]


def test_other_keys_answer_nothing(panel: HurtsPanel) -> None:
    told = [told_by(panel, name) for name in ("told", "chosen", "closed", "care_wanted")]
    type_keys(panel, "XY.Z")
    press(panel, "Space")
    assert told == [[], [], [], []]


# Choices


def test_enter_takes_the_first(panel: HurtsPanel) -> None:
    chosen, closed = told_by(panel, "chosen"), told_by(panel, "closed")
    press(panel, "Return")
    assert (chosen, closed) == ([(Decision.SKIP_TODAY, None)], [()])


@pytest.mark.parametrize("decision", [each for each in Decision if each is not Decision.SKIP_UNTIL])
def test_each_choice_has_its_letter(panel: HurtsPanel, decision: Decision) -> None:
    chosen = told_by(panel, "chosen")
    press(panel, CHOICE_KEYS[decision])
    assert chosen == [(decision, None)]


@pytest.mark.parametrize("decision", [each for each in Decision if each is not Decision.SKIP_UNTIL])
def test_each_choice_can_be_clicked(panel: HurtsPanel, decision: Decision) -> None:
    chosen = told_by(panel, "chosen")
    QTest.mouseClick(find(panel, TEXTS[decision]), MOUSE)
    assert chosen == [(decision, None)]


def test_no_letter_means_two_things() -> None:
    keys = [*CHOICE_KEYS.values(), *"LRBSW"]
    assert len(keys) == len(set(keys))
    assert CHOICE_KEYS.keys() == set(Decision)


def test_escape_goes_back_without_a_choice(panel: HurtsPanel) -> None:
    chosen, closed = told_by(panel, "chosen"), told_by(panel, "closed")
    press(panel, "Esc")
    assert (chosen, closed) == ([], [()])


def test_a_key_held_down_chooses_once(panel: HurtsPanel) -> None:
    chosen = told_by(panel, "chosen")
    press(panel, "D")
    none = Qt.KeyboardModifier.NoModifier
    QTest.simulateEvent(panel, True, Qt.Key.Key_Return, none, "", True)
    assert chosen == []
    assert "Skip until a date" in words(panel)


def test_the_order_changes_and_the_focus_stays(panel: HurtsPanel) -> None:
    assert in_order(panel) == list(TEXTS.values())
    focused = find(panel, TEXTS[Decision.LESS])
    tab_to(focused)
    panel.show_choices(CHOICES[::-1])
    assert in_order(panel) == list(TEXTS.values())[::-1]
    assert QApplication.focusWidget() is focused
    assert find(panel, TEXTS[Decision.END]).property("kind") == "primary"
    assert find(panel, TEXTS[Decision.SKIP_TODAY]).property("kind") == ""
    panel.setFocus()
    chosen = told_by(panel, "chosen")
    press(panel, "Return")
    assert chosen == [(Decision.END, None)]


@pytest.mark.parametrize("look", [Theme.LIGHT, Theme.DARK])
def test_words_can_be_read_wherever_they_stand(
    qapp: QApplication, panel: HurtsPanel, look: Theme
) -> None:
    apply_theme(qapp, look)
    colours = theme.look.colours
    for choices in (CHOICES, CHOICES[::-1], CHOICES):
        panel.show_choices(choices)
        inks = [
            panel.ask.choices[choice.decision].words.palette().windowText().color().name().upper()
            for choice in choices
        ]
        assert inks == [colours.on_accent] + [colours.ink] * (len(choices) - 1)
    apply_theme(qapp, Theme.LIGHT)


def test_tab_goes_through_the_choices_as_they_stand(panel: HurtsPanel) -> None:
    panel.show_choices(CHOICES[::-1])
    first = find(panel, TEXTS[Decision.END])
    tab_to(first)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is find(panel, TEXTS[Decision.GO_ON])


def test_choices_come_and_go(panel: HurtsPanel) -> None:
    panel.show_choices(CHOICES[:2])
    assert in_order(panel) == shown(CHOICES[:2])
    chosen = told_by(panel, "chosen")
    press(panel, CHOICE_KEYS[Decision.LESS])
    assert chosen == []
    panel.show_choices(CHOICES[3:])
    assert in_order(panel) == shown(CHOICES[3:])
    press(panel, CHOICE_KEYS[Decision.LESS])
    assert chosen == [(Decision.LESS, None)]


# The doctor's page


@pytest.mark.parametrize("key", ["S", "W"])
def test_an_alarm_shows_the_doctors_page_first(panel: HurtsPanel, key: str) -> None:
    chosen = told_by(panel, "chosen")
    press(panel, key)
    assert "Please stop for today" in words(panel)
    assert "have a doctor look at your knee" in words(panel)
    assert "This hurts" not in words(panel)
    press(panel, "Return")
    assert chosen == [(Decision.END, None)]


@pytest.mark.parametrize("key", ["C", "Esc"])
def test_the_person_may_do_otherwise(panel: HurtsPanel, key: str) -> None:
    chosen, closed = told_by(panel, "chosen"), told_by(panel, "closed")
    type_keys(panel, "6S")
    press(panel, key)
    assert "This hurts" in words(panel)
    assert panel.ask.sharp.isChecked()
    assert closed == []
    press(panel, "G")
    assert chosen == [(Decision.GO_ON, None)]


def test_a_tick_taken_back_is_no_alarm(panel: HurtsPanel) -> None:
    told = told_by(panel, "told")
    type_keys(panel, "SCS")
    assert told[-1] == (Side.RIGHT, None, False, False)
    assert "This hurts" in words(panel)


@pytest.mark.parametrize("keys", ["", "S"])
def test_when_to_see_someone_is_one_press_away(panel: HurtsPanel, keys: str) -> None:
    type_keys(panel, keys)
    care = told_by(panel, "care_wanted")
    QTest.mouseClick(find(panel, "When to see someone"), MOUSE)
    assert care == [()]


def test_enter_presses_the_button_that_has_the_focus(panel: HurtsPanel) -> None:
    care, chosen = told_by(panel, "care_wanted"), told_by(panel, "chosen")
    link = find(panel, "When to see someone")
    tab_to(link)
    press(link, "Return")
    assert (care, chosen) == ([()], [])


# Until when


def test_a_week_is_two_keys_away(panel: HurtsPanel) -> None:
    chosen, closed = told_by(panel, "chosen"), told_by(panel, "closed")
    press(panel, "D")
    assert "1 week: back on Monday 9 March" in words(panel)
    press(panel, "Return")
    assert chosen == [(Decision.SKIP_UNTIL, date(2026, 3, 9))]
    assert closed == [()]


@pytest.mark.parametrize("key, day", [("2", date(2026, 3, 16)), ("3", date(2026, 3, 30))])
def test_a_digit_takes_a_date(panel: HurtsPanel, key: str, day: date) -> None:
    chosen = told_by(panel, "chosen")
    type_keys(panel, "D" + key)
    assert chosen == [(Decision.SKIP_UNTIL, day)]


def test_an_own_date_by_keys(panel: HurtsPanel) -> None:
    chosen = told_by(panel, "chosen")
    press(panel, "D")
    field = panel.until.field.field
    tab_to(field)
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert chosen == [(Decision.SKIP_UNTIL, date(2026, 3, 11))]


def test_an_own_date_by_mouse(panel: HurtsPanel) -> None:
    chosen = told_by(panel, "chosen")
    QTest.mouseClick(find(panel, TEXTS[Decision.SKIP_UNTIL]), MOUSE)
    QTest.mouseClick(panel.until.field.minus, MOUSE)
    QTest.mouseClick(panel.until.field.minus, MOUSE)
    QTest.mouseClick(find(panel, "Skip until this date"), MOUSE)
    assert chosen == [(Decision.SKIP_UNTIL, date(2026, 3, 8))]


def test_no_own_date_is_in_the_past(panel: HurtsPanel) -> None:
    press(panel, "D")
    for _day in range(20):
        QTest.mouseClick(panel.until.field.minus, MOUSE)
    assert panel.until.field.field.date().toPython() == date(2026, 3, 3)


def test_back_from_the_dates(panel: HurtsPanel) -> None:
    closed = told_by(panel, "closed")
    press(panel, "D")
    press(panel, "Esc")
    assert "This hurts" in words(panel)
    press(panel, "D")
    QTest.mouseClick(find(panel, "Back  Esc"), MOUSE)
    assert "This hurts" in words(panel)
    assert closed == []


# Room


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.3, 1.6])
def test_nothing_is_cut_in_the_smallest_window(
    qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    apply_theme(qapp, Theme.LIGHT, scale)
    window = QWidget()
    show(qtbot, window, (1024, 640))
    overlay, panel = Overlay(window), HurtsPanel(FRAME)
    overlay.open(panel)
    for keys in ("", "S", "OD"):
        type_keys(panel, keys)
        QApplication.processEvents()
        assert window.rect().contains(panel.geometry())
        for each in panel.findChildren(QLabel):
            if each.isVisible():
                assert each.height() >= each.heightForWidth(each.width()), each.text()
                assert each.mapTo(panel, each.rect().topRight()).x() <= panel.width()
    apply_theme(qapp, Theme.LIGHT)


def test_all_is_in_sight_at_the_usual_size(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, Theme.LIGHT)
    window = QWidget()
    show(qtbot, window, (1024, 640))
    overlay, panel = Overlay(window), HurtsPanel(FRAME)
    overlay.open(panel)
    QApplication.processEvents()
    last = find(panel, "When to see someone")
    assert last.mapTo(panel, last.rect().bottomLeft()).y() < panel.height()
