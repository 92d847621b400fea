"""The form for an exercise of one's own through its real widgets, by keyboard and by mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rehabtimer.app.wiring import then
from rehabtimer.core.prescription import Choice
from rehabtimer.core.settings import Theme
from rehabtimer.gui.theme import apply_theme
from rehabtimer.gui.views.exercise_form import ExerciseFormView
from rehabtimer.gui.widgets.scroller import Scroller
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.exercise_draft import Field
from rehabtimer.presenters.exercise_form import ExerciseFormPresenter
from tests.support.cases import shipped, welcomed
from tests.support.views import MOUSE, show, tab_to


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication, case: Case) -> ExerciseFormView:
    return opened(qtbot, qapp, case)


def opened(
    qtbot: QtBot, qapp: QApplication, case: Case, exercise: str = "", scale: float = 1.0
) -> ExerciseFormView:
    """The form, wired as it is in the window."""
    apply_theme(qapp, Theme.LIGHT, scale)
    view, presenter = ExerciseFormView(), ExerciseFormPresenter(case, exercise)

    def fill() -> None:
        view.show_frame(presenter.frame())

    for signal, verb in (
        (view.written, presenter.write),
        (view.number_set, presenter.set_number),
        (view.chosen, presenter.choose),
        (view.save_wanted, presenter.save),
        (view.leave_wanted, presenter.leave),
        (view.keep_wanted, presenter.keep_editing),
        (view.throw_wanted, presenter.throw_away),
    ):
        signal.connect(then(verb, fill))
    fill()
    show(qtbot, view)
    view.setFocus()
    return view


def write(view: ExerciseFormView, field: Field, text: str) -> None:
    """Tab to a field and type."""
    made = view.texts[field].field
    tab_to(made)
    for place, line in enumerate(text.split("\n")):
        if place:
            QTest.keyClick(made, Qt.Key.Key_Return)
        QTest.keyClicks(made, line)


def names(case: Case) -> list[str]:
    return [exercise.name for exercise in case.programme.exercises]


def test_an_exercise_is_written_and_saved_by_keyboard_alone(
    case: Case, view: ExerciseFormView
) -> None:
    assert view.texts[Field.NAME].field.hasFocus(), "the keyboard begins with the name"
    write(view, Field.NAME, "Side step")
    write(view, Field.AREAS, "hips, glutes")
    write(view, Field.STEPS, "Stand tall.\nBend your knees.")
    tab_to(view.numbers[Field.SETS].field)
    QTest.keyClick(view.numbers[Field.SETS].field, Qt.Key.Key_Up)
    assert view.preview.text() == "3 sets, 15 s each leg · 2 min"
    tab_to(view.save)
    QTest.keyClick(view.save, Qt.Key.Key_Space)
    assert names(case)[-1] == "Side step"
    made = case.programme.exercises[-1]
    assert made.steps.prepare == ("Stand tall.", "Bend your knees.")
    assert made.dose.sets.target == 3


def test_reps_are_written_and_saved_by_mouse(case: Case, view: ExerciseFormView) -> None:
    assert not view.texts[Field.GO].isVisible()
    QTest.mouseClick(view.choices[Field.KIND].buttons["reps"], MOUSE)
    assert view.texts[Field.GO].isVisible()
    for field, text in (
        (Field.NAME, "Side step"),
        (Field.AREAS, "hips"),
        (Field.STEPS, "Stand tall."),
        (Field.GO, "Step out."),
        (Field.BACK, "Step back."),
    ):
        QTest.keyClicks(view.texts[field].field, text)
    QTest.mouseClick(view.numbers[Field.REPS].plus, MOUSE)
    QTest.mouseClick(view.choices[Field.LEGS].buttons["together"], MOUSE)
    assert not view.choices[Field.CHANGE].isVisible()
    assert view.preview.text().startswith("2 sets of 11, 2 s hold")
    QTest.mouseClick(view.save, MOUSE)
    made = case.programme.exercises[-1]
    assert (made.name, made.steps.go, made.dose.reps.target) == ("Side step", "Step out.", 11)


def test_a_mistake_leads_the_keyboard_to_its_field_and_loses_nothing(
    view: ExerciseFormView,
) -> None:
    write(view, Field.NAME, "Side step")
    write(view, Field.STEPS, " ".join(["word"] * 15))
    assert view.texts[Field.STEPS].problem.isVisible()
    assert not view.texts[Field.AREAS].problem.isVisible(), "nobody has tried to save yet"
    QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    areas = view.texts[Field.AREAS]
    assert areas.field.hasFocus()
    assert areas.problem.text() == "Name at least one, such as hips."
    assert areas.field.accessibleDescription() == areas.problem.text()
    assert view.message.text().startswith("Not saved yet.")
    assert view.texts[Field.NAME].text == "Side step"
    QTest.keyClicks(areas.field, "hips")
    assert not areas.problem.isVisible()


def test_typing_in_the_middle_keeps_the_cursor(view: ExerciseFormView) -> None:
    for field in (Field.NAME, Field.STEPS):
        made = view.texts[field].field
        made.setFocus()
        QTest.keyClicks(made, "ad")
        QTest.keyClick(made, Qt.Key.Key_Left)
        QTest.keyClicks(made, "bc")
        assert view.texts[field].text == "abcd"


def test_leaving_asks_inline_and_keeps_or_throws_away(view: ExerciseFormView) -> None:
    write(view, Field.NAME, "Side step")
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.question.text() == "What you have changed is not saved yet."
    assert view.keep.hasFocus()
    assert not view.save.isVisible()
    QTest.keyClick(view.keep, Qt.Key.Key_Space)
    assert view.save.isVisible()
    assert view.cancel.hasFocus()
    assert view.texts[Field.NAME].text == "Side step"
    QTest.mouseClick(view.cancel, MOUSE)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.keep.isVisible(), "Escape keeps what was typed"
    QTest.mouseClick(view.cancel, MOUSE)
    QTest.mouseClick(view.throw, MOUSE)
    assert view.texts[Field.NAME].text == ""


def test_escape_leaves_at_once_where_nothing_is_lost(qtbot: QtBot, view: ExerciseFormView) -> None:
    with qtbot.waitSignal(view.leave_wanted):
        QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.keep.isVisible()


def test_a_picture_is_chosen_and_shown(view: ExerciseFormView) -> None:
    assert view.figures.count() == 11
    assert not view.picture.isVisible()
    tab_to(view.figures)
    QTest.keyClick(view.figures, Qt.Key.Key_Down)
    assert view.figures.currentText() == "Standing quad stretch"
    assert view.picture.isVisible()


def test_the_own_rest_comes_and_goes(view: ExerciseFormView) -> None:
    rest = view.numbers[Field.REST_SECONDS]
    assert not rest.isVisible()
    QTest.mouseClick(view.choices[Field.REST].buttons["own"], MOUSE)
    assert rest.isVisible()
    QTest.mouseClick(view.choices[Field.REST].buttons["setting"], MOUSE)
    assert not rest.isVisible()


def test_an_edit_shows_what_is_there(qtbot: QtBot, qapp: QApplication, case: Case) -> None:
    case.library.save(replace(shipped().exercise("clam"), id="mine", name="Mine"))
    case.choose(Choice(exercise="mine"))
    case.reload()
    view = opened(qtbot, qapp, case, "mine")
    assert view.title.text() == "Edit an exercise"
    assert view.texts[Field.GO].text == "Raise your top knee slowly, feet touching."
    assert view.numbers[Field.REPS].value == 15
    assert view.figures.currentText() == "Clam"
    name = view.texts[Field.NAME].field
    name.selectAll()
    QTest.keyClicks(name, "Mine again")
    QTest.mouseClick(view.save, MOUSE)
    assert "Mine again" in names(case)


def test_every_control_says_what_it_is(view: ExerciseFormView) -> None:
    assert all(made.field.accessibleName() for made in view.texts.values())
    assert all(made.field.accessibleName() for made in view.numbers.values())
    assert all(made.accessibleName() for made in view.choices.values())
    assert view.figures.accessibleName() == "Picture"


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.6])
def test_it_fits_the_smallest_window(
    qtbot: QtBot, qapp: QApplication, case: Case, scale: float
) -> None:
    view = opened(qtbot, qapp, case, scale=scale)
    QTest.mouseClick(view.choices[Field.KIND].buttons["reps"], MOUSE)
    QTest.mouseClick(view.save, MOUSE)
    area = view.findChild(Scroller)
    assert area
    content = area.widget()
    assert content
    assert content.minimumSizeHint().width() <= view.width()
    for button in (view.save, view.cancel):
        assert button.width() >= button.minimumSizeHint().width()
    apply_theme(qapp, Theme.LIGHT)
