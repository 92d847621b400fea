"""The Programme through its real widgets, by keyboard alone and by mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry, new_id
from rehabtimer.core.schedule import THREE_DAYS
from rehabtimer.core.settings import Theme
from rehabtimer.gui.theme import apply_theme
from rehabtimer.gui.views.programme import ProgrammeView
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.library import Conflict
from rehabtimer.presenters.programme_frame import Part
from tests.support.cases import welcomed
from tests.support.own_exercises import KNEE_FILE, bridge, written
from tests.support.programme_view import details, programme_view
from tests.support.views import MOUSE, tab_to


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path, stairs_hurt=True) as case:
        yield case


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication, case: Case) -> ProgrammeView:
    return programme_view(qtbot, qapp, case)


def test_an_exercise_is_switched_off_and_back_by_keyboard(case: Case, view: ProgrammeView) -> None:
    clam = view.exercises.rows["clam"]
    tab_to(clam.switch)
    QTest.keyClick(clam.switch, Qt.Key.Key_Space)
    assert not case.choice("clam").on
    assert clam.dose.text() == "Off since 2 Mar: your own choice"
    assert clam.switch.hasFocus()
    tab_to(view.undo.undo)
    QTest.keyClick(view.undo.undo, Qt.Key.Key_Space)
    assert case.choice("clam").on
    assert not view.undo.isVisible()


def test_what_is_skipped_says_why_and_is_tried_again(case: Case, view: ProgrammeView) -> None:
    step_up = view.exercises.rows["step-up"]
    assert step_up.dose.text() == "Skipped since 2 Mar: stairs hurt"
    assert not view.exercises.rows["clam"].try_again.isVisible()
    QTest.mouseClick(step_up.try_again, MOUSE)
    assert case.choice("step-up").on
    assert view.undo.text.text() == "Step up is on."
    assert not step_up.try_again.isVisible()


def test_knee_days_and_first_leg_are_changed_by_mouse(case: Case, view: ProgrammeView) -> None:
    QTest.mouseClick(view.knees.buttons["both"], MOUSE)
    assert case.settings.affected is Side.BOTH
    QTest.mouseClick(view.firsts.buttons["right"], MOUSE)
    assert case.settings.first is Side.RIGHT
    QTest.mouseClick(view.plan.plans.buttons["three"], MOUSE)
    assert case.plan.weekdays(case.today) == THREE_DAYS
    QTest.mouseClick(view.plan.weekdays.buttons["7"], MOUSE)
    assert case.plan.weekdays(case.today) == (1, 3, 5, 7)
    assert not any(made.isChecked() for made in view.plan.plans.buttons.values())


def test_the_last_day_of_the_week_stays_chosen(case: Case, view: ProgrammeView) -> None:
    for day in "1234567":
        QTest.mouseClick(view.plan.weekdays.buttons[day], MOUSE)
    assert view.plan.weekdays.buttons["7"].isChecked()
    assert case.plan.weekdays(case.today) == (7,)


def test_the_course_is_paused_and_begun_again_by_keyboard(case: Case, view: ProgrammeView) -> None:
    course = view.plan.course
    assert not course.isVisible()
    tab_to(view.plan.more)
    QTest.keyClick(view.plan.more, Qt.Key.Key_Space)
    tab_to(course.pause)
    QTest.keyClick(course.pause, Qt.Key.Key_Space)
    assert case.plan.is_paused(case.today)
    assert course.pause.text() == "Go on today"
    assert course.isVisible()
    QTest.keyClick(course.pause, Qt.Key.Key_Space)
    assert not case.plan.is_paused(case.today)
    former = case.course.id
    tab_to(course.begin)
    QTest.keyClick(course.begin, Qt.Key.Key_Space)
    assert course.question.no.hasFocus(), "Space once more changes nothing"
    QTest.keyClick(course.question.no, Qt.Key.Key_Space)
    assert course.begin.hasFocus()
    assert case.course.id == former
    QTest.mouseClick(course.begin, MOUSE)
    QTest.mouseClick(course.question.yes, MOUSE)
    assert case.course.id != former
    assert not course.question.isVisible()


def test_the_start_is_moved_by_the_day(case: Case, view: ProgrammeView) -> None:
    QTest.mouseClick(view.plan.more, MOUSE)
    before = case.plan.started_on
    QTest.mouseClick(view.plan.course.start.minus, MOUSE)
    assert (before - case.plan.started_on).days == 1


def test_another_programme_is_chosen_first_and_followed_then(
    tmp_path: Path, case: Case, view: ProgrammeView
) -> None:
    assert not view.plan.programmes.isVisible()
    path = written(tmp_path, KNEE_FILE)
    case.library.take(case.library.preview(path), Conflict.REPLACE)
    QTest.mouseClick(view.knees.buttons["both"], MOUSE)
    assert not view.plan.follow.isEnabled()
    tab_to(view.plan.programmes)
    QTest.keyClick(view.plan.programmes, Qt.Key.Key_Down)
    assert case.programme.id == "runners-knee"
    QTest.mouseClick(view.plan.follow, MOUSE)
    assert case.programme.id == "knee"
    assert list(view.exercises.rows) == ["clam", "bridge"]
    QTest.mouseClick(view.undo.undo, MOUSE)
    assert case.programme.id == "runners-knee"
    assert len(view.exercises.rows) == 10


def test_what_hurt_is_skipped_in_one_step(case: Case, view: ProgrammeView) -> None:
    assert not view.skip_hurt.isEnabled()
    assert view.hurt_text.text()
    case.store.diary.add(
        PainEntry(
            id=new_id(),
            when=case.stamp,
            knee=Side.LEFT,
            score=5,
            moment=Moment.DURING,
            exercise="clam",
        )
    )
    QTest.mouseClick(view.knees.buttons["right"], MOUSE)
    QTest.mouseClick(view.skip_hurt, MOUSE)
    assert not case.choice("clam").on
    assert (
        view.exercises.rows["clam"].dose.text() == "Skipped since 2 Mar: hurt 5 with the left leg"
    )


def test_own_exercises_join_below(case: Case, view: ProgrammeView) -> None:
    case.library.save(bridge())
    QTest.mouseClick(view.knees.buttons["right"], MOUSE)
    opened = details(view, "clam")
    QTest.mouseClick(view.foot.own["bridge"], MOUSE)
    assert list(view.exercises.rows)[-1] == "bridge"
    assert opened.isVisible(), "open rows stay open"
    assert view.foot.own == {}
    case.library.save(bridge(name="High bridge"))
    case.reload()
    QTest.mouseClick(view.knees.buttons["left"], MOUSE)
    assert view.exercises.rows["bridge"].name.text() == "High bridge"


def test_an_own_file_that_is_wrong_is_said(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with welcomed(tmp_path / "other") as case:
        folder = case.store.database.path.with_name("rehabtimer-own") / "exercises"
        folder.mkdir(parents=True)
        (folder / "broken.toml").write_text("nonsense")
        other = programme_view(qtbot, qapp, case)
        texts = [made.text() for made in other.foot.findChildren(QLabel)]
        assert any("broken.toml" in text for text in texts)


def test_everything_off_says_so_and_the_article_comes_back(case: Case, view: ProgrammeView) -> None:
    assert not view.empty.isVisible()
    for row in view.exercises.rows.values():
        row.switch.setChecked(True)
        row.switch.click()
    assert view.empty.isVisible()
    QTest.mouseClick(view.foot.restore, MOUSE)
    assert not view.empty.isVisible()
    assert view.total.text().startswith("33 sets")
    QTest.mouseClick(view.undo.undo, MOUSE)
    assert view.empty.isVisible()


def test_what_leads_elsewhere_is_told(qtbot: QtBot, view: ProgrammeView) -> None:
    for signal, made in (
        (view.foot.new_wanted, view.foot.new),
        (view.foot.import_wanted, view.foot.import_file),
        (view.foot.export_wanted, view.foot.export),
    ):
        with qtbot.waitSignal(signal):
            QTest.mouseClick(made, MOUSE)
    with qtbot.waitSignal(view.exercises.open_wanted) as told:
        QTest.mouseClick(details(view, "clam").open, MOUSE)
    assert told.args == ["clam"]


def test_every_control_says_what_it_is(view: ProgrammeView) -> None:
    for exercise, row in view.exercises.rows.items():
        inside = details(view, exercise)
        controls = [row.switch, row.more, row.handle, inside.swaps, inside.off_date.field]
        controls += [stepper.field for stepper in inside.steppers.values()]
        names = [control.accessibleName() for control in controls]
        assert all(row.name.text() in name for name in names)


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.6])
def test_rows_fit_the_smallest_window(
    qapp: QApplication, view: ProgrammeView, scale: float
) -> None:
    apply_theme(qapp, Theme.DARK, scale)
    view.plan.more.click()
    for exercise in view.exercises.rows:
        inside = details(view, exercise)
        inside.steppers[Part.HOLD].plus.click()
        inside.offs.buttons["date"].click()
    qapp.processEvents()
    for row in view.exercises.rows.values():
        assert row.minimumSizeHint().width() <= view.width()
        assert row.width() <= view.width()
    for card in (view.plan, view.plan.course, view.foot):
        assert card.minimumSizeHint().width() <= view.width()
    apply_theme(qapp, Theme.LIGHT)
