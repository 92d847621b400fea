"""The pain part of the Settings through its real widgets, by keyboard and by mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rehabtimer.app.wiring import then
from rehabtimer.core.pain import PainLimits, PainRule
from rehabtimer.core.settings import Theme
from rehabtimer.gui.theme import apply_theme
from rehabtimer.gui.views.pain_settings import PainSettingsCard
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.pain_settings import PainSettingsPresenter
from tests.support.cases import welcomed
from tests.support.views import MOUSE, show, tab_to


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def card(qtbot: QtBot, qapp: QApplication, case: Case) -> PainSettingsCard:
    apply_theme(qapp, Theme.LIGHT)
    card, presenter = PainSettingsCard(), PainSettingsPresenter(case)

    def fill() -> None:
        card.show_frame(presenter.frame())

    card.rule_chosen.connect(then(presenter.choose_rule, fill))
    card.ease_set.connect(then(presenter.set_ease, fill))
    card.stop_set.connect(then(presenter.set_stop, fill))
    card.calm_days_set.connect(then(presenter.set_calm_days, fill))
    card.calm_most_set.connect(then(presenter.set_calm_most, fill))
    card.undo_wanted.connect(then(presenter.undo, fill))
    fill()
    show(qtbot, card, (553, 700))
    return card


def words(card: PainSettingsCard) -> str:
    QApplication.processEvents()
    return "\n".join(each.text() for each in card.findChildren(QLabel) if each.isVisible())


def test_both_rules_explain_themselves(card: PainSettingsCard) -> None:
    assert "Source: the article" in words(card)
    assert "La Trobe" in words(card)


def test_cut_points_are_there_for_monitoring_alone(case: Case, card: PainSettingsCard) -> None:
    assert "ease off." not in words(card)
    QTest.mouseClick(card.rules.buttons["monitoring"], MOUSE)
    assert "0 to 2: go on. 3 to 5: ease off. 6 to 10: stop." in words(card)
    QTest.mouseClick(card.rules.buttons["article"], MOUSE)
    assert not card.ease.isVisible()
    assert case.settings.pain.rule is PainRule.ARTICLE


def test_all_of_it_by_keyboard(case: Case, card: PainSettingsCard) -> None:
    tab_to(card.rules.buttons["article"])
    QTest.keyClick(card.rules.buttons["article"], Qt.Key.Key_Right)
    for stepper, key in (
        (card.ease, Qt.Key.Key_Down),
        (card.stop, Qt.Key.Key_Up),
        (card.calm_days, Qt.Key.Key_Up),
        (card.calm_most, Qt.Key.Key_Down),
    ):
        tab_to(stepper.field)
        QTest.keyClick(stepper.field, key)
    assert case.settings.pain == PainLimits(
        rule=PainRule.MONITORING, ease=2, stop=7, calm_days=8, calm_most=1
    )


def test_steppers_end_where_the_cut_points_meet(case: Case, card: PainSettingsCard) -> None:
    QTest.mouseClick(card.rules.buttons["monitoring"], MOUSE)
    for _press in range(12):
        QTest.mouseClick(card.ease.plus, MOUSE)
    assert case.settings.pain.ease == 6
    assert not card.ease.plus.isEnabled()
    assert not card.stop.minus.isEnabled()


def test_undo_by_mouse(case: Case, card: PainSettingsCard) -> None:
    QTest.mouseClick(card.calm_days.plus, MOUSE)
    assert "The days to try again were changed." in words(card)
    QTest.mouseClick(card.undo.undo, MOUSE)
    assert case.settings.pain == PainLimits()
    assert not card.undo.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.6])
def test_nothing_is_cut(qapp: QApplication, card: PainSettingsCard, scale: float) -> None:
    apply_theme(qapp, Theme.DARK, scale)
    QTest.mouseClick(card.rules.buttons["monitoring"], MOUSE)
    QApplication.processEvents()
    card.resize(int(360 * scale), card.heightForWidth(int(360 * scale)))
    QApplication.processEvents()
    for stepper in (card.ease, card.stop, card.calm_days, card.calm_most):
        assert stepper.mapTo(card, stepper.rect().topRight()).x() <= card.width()
    apply_theme(qapp, Theme.LIGHT)
