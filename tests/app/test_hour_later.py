"""The question an hour after a session finds the person, and is quiet about it."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rehabtimer.app.hour_later import HourLater
from rehabtimer.app.wiring import Board, Leads
from rehabtimer.gui.main_window import MainWindow, Page
from rehabtimer.presenters.case import Case
from tests.support.cases import clock_of, play, welcomed

MINUTE = 60.0


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def board(qtbot: QtBot, qapp: QApplication, case: Case) -> Board:
    window = MainWindow()
    qtbot.addWidget(window)
    for page in (Page.TODAY, Page.TRENDS):
        window.add_page(page, QWidget)
    return Board(qapp, window, cast("Leads", None), case)


def test_nothing_is_asked_without_a_session(board: Board) -> None:
    later = HourLater(board)
    later.look()
    assert not later.is_waiting


def test_a_session_that_ended_is_asked_about_in_an_hour(board: Board, case: Case) -> None:
    later = HourLater(board)
    play(case, 60).leave()
    later.look()
    assert later.is_waiting
    clock_of(case).advance(61 * MINUTE)
    later.look()
    assert not later.is_waiting, "it is due, and needs no waiting"


def test_today_asks_by_itself(board: Board) -> None:
    filled: list[Page] = []
    board.fill_with(Page.TODAY, lambda: filled.append(Page.TODAY))
    board.window.open_page(Page.TODAY)
    HourLater(board).ask()
    assert filled == [Page.TODAY]
    assert board.window.notice.isHidden()


def test_another_page_says_that_today_does(board: Board) -> None:
    board.window.open_page(Page.TRENDS)
    HourLater(board).ask()
    assert board.window.notice.text() == "An hour has passed: Today asks how your knee is."
    assert not board.window.notice.isHidden()
