"""The panel over the screen that shows a file before it is imported."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from rehabtimer.core.programme import Exercise
from rehabtimer.core.settings import Theme
from rehabtimer.gui.theme import apply_theme
from rehabtimer.gui.views.import_panel import ImportPanel
from rehabtimer.gui.widgets.overlay import Overlay
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.import_panel import ImportPresenter, Way
from tests.support.cases import shipped, welcomed
from tests.support.shared import exercise_file, programme_file
from tests.support.views import MOUSE, show
from tests.support.window import press


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def overlay(qtbot: QtBot, qapp: QApplication) -> Overlay:
    apply_theme(qapp, Theme.LIGHT)
    screen = QWidget()
    show(qtbot, screen)
    return Overlay(screen)


def side_step(**changes: object) -> Exercise:
    """An exercise of one's own."""
    known = replace(shipped().exercise("clam"), id="side-step", name="Side step", own=True)
    return replace(known, **changes)


def opened(overlay: Overlay, case: Case, path: Path) -> ImportPanel:
    """The panel of a file, wired as it is in the window."""
    presenter = ImportPresenter(case, path)
    panel = ImportPanel(presenter.frame())

    def take(way: Way) -> None:
        said = presenter.take(way)
        if said:
            panel.finish(said)
        else:
            panel.show_frame(presenter.frame())

    panel.wanted.connect(take)
    overlay.open(panel)
    QApplication.processEvents()
    return panel


def words(panel: ImportPanel) -> list[str]:
    return [part.text() for part in panel.findChildren(QLabel) if part.isVisible()]


def names(case: Case) -> list[str]:
    return [exercise.name for exercise in case.programme.exercises]


def test_enter_imports_and_says_so(
    qtbot: QtBot, overlay: Overlay, case: Case, tmp_path: Path
) -> None:
    panel = opened(overlay, case, exercise_file(tmp_path, side_step()))
    assert words(panel) == [
        "Import Side step",
        "An exercise. Nothing has been changed yet.",
        "Side step",
        "2 sets of 15 each side, 2 s hold",
        "new",
    ]
    with qtbot.waitSignal(panel.done) as told:
        press(panel, "Return")
    assert told.args == ["Side step is in your programme now."]
    assert names(case)[-1] == "Side step"
    assert overlay.panel is None


def test_escape_changes_nothing(overlay: Overlay, case: Case, tmp_path: Path) -> None:
    press(opened(overlay, case, exercise_file(tmp_path, side_step())), "Esc")
    assert overlay.panel is None
    assert "Side step" not in names(case)


def test_cancel_changes_nothing(overlay: Overlay, case: Case, tmp_path: Path) -> None:
    QTest.mouseClick(opened(overlay, case, exercise_file(tmp_path, side_step())).cancel, MOUSE)
    assert overlay.panel is None
    assert "Side step" not in names(case)


def test_enter_is_for_the_button_with_the_focus(
    overlay: Overlay, case: Case, tmp_path: Path
) -> None:
    panel = opened(overlay, case, programme_file(tmp_path, ("clam", "side-step"), side_step()))
    for _stop in panel.ways:
        press(panel, "Tab")
    assert panel.ways[Way.FOLLOW].hasFocus()
    press(panel, "Return")
    assert names(case) == ["Clam", "Side step"]


def test_a_programme_is_imported_by_mouse(overlay: Overlay, case: Case, tmp_path: Path) -> None:
    panel = opened(overlay, case, programme_file(tmp_path, ("clam", "side-step"), side_step()))
    QTest.mouseClick(panel.ways[Way.PLAIN], MOUSE)
    assert [each.name for each in case.library.programmes][-1] == "Spring"
    assert "Side step" not in names(case)


@pytest.mark.parametrize("way, kept", [(Way.REPLACE, 1), (Way.KEEP_BOTH, 2)])
def test_a_conflict_is_settled(
    overlay: Overlay, case: Case, tmp_path: Path, way: Way, kept: int
) -> None:
    case.library.save(side_step())
    path = exercise_file(tmp_path, side_step(safety="Mind the step."))
    panel = opened(overlay, case, path)
    assert "yours is different" in words(panel)
    QTest.mouseClick(panel.ways[way], MOUSE)
    assert len(case.library.exercises) == kept


def test_a_fault_is_the_panels_one_sentence(overlay: Overlay, case: Case, tmp_path: Path) -> None:
    path = exercise_file(tmp_path, side_step())
    path.write_text(path.read_text().replace("hold = 2", "hold = 0"))
    panel = opened(overlay, case, path)
    title, problem = words(panel)
    assert title == '"side-step.toml" cannot be imported'
    assert problem.startswith("side-step.toml: dose.hold is 0")
    assert panel.ways == {}
    press(panel, "Return")
    assert overlay.panel is None


def test_what_goes_wrong_in_the_meantime_is_said(
    overlay: Overlay, case: Case, tmp_path: Path
) -> None:
    panel = opened(overlay, case, exercise_file(tmp_path, side_step()))
    case.library.save(side_step(safety="Mind the step."))
    press(panel, "Return")
    QApplication.processEvents()
    assert overlay.panel is panel
    assert panel.ways == {}
    assert any("is there already, and different" in line for line in words(panel))


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.6])
def test_a_long_programme_fits_the_smallest_window(
    qapp: QApplication, overlay: Overlay, case: Case, tmp_path: Path, scale: float
) -> None:
    apply_theme(qapp, Theme.DARK, scale)
    every = tuple(exercise.id for exercise in shipped().exercises)
    panel = opened(overlay, case, programme_file(tmp_path, (*every, "side-step"), side_step()))
    assert panel.height() <= overlay.height()
    for button in (*panel.ways.values(), panel.cancel):
        assert button.width() >= button.minimumSizeHint().width()
        assert panel.rect().contains(button.mapTo(panel, button.rect().bottomRight()))
    apply_theme(qapp, Theme.LIGHT)
