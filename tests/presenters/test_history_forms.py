"""Forms for past sessions that were left: what was typed waits, as long as it can be kept."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.history_changes import HistoryChanges
from rehabtimer.presenters.history_form_frame import PART
from rehabtimer.presenters.history_forms import OpenForms
from tests.support.cases import welcomed
from tests.support.clock import A_MORNING
from tests.support.past import past

TODAY = A_MORNING.date()  # Monday 2 March 2026
DAY = timedelta(days=1)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """Somebody with a sore left knee on the fifth day of a daily programme."""
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def forms(case: Case) -> OpenForms:
    return OpenForms(case, HistoryChanges(case))


def test_an_untouched_form_does_not_wait(case: Case, forms: OpenForms) -> None:
    assert forms.waiting() is None
    first = forms.add(TODAY)
    forms.edit(past(case).id)
    assert forms.waiting() is None
    assert forms.add(TODAY) is not first


def test_what_was_typed_is_there_when_the_form_opens_again(case: Case, forms: OpenForms) -> None:
    record = past(case)
    form = forms.edit(record.id)
    form.write_note("Slow today.")
    assert forms.waiting() is form
    assert forms.waiting(record.id) is form
    assert form.waiting_text == (
        "What you had filled in about the session of 1 Mar is not kept yet."
    )
    assert forms.edit(record.id) is form
    assert form.frame().note == "Slow today."


def test_each_day_and_each_session_has_its_own(case: Case, forms: OpenForms) -> None:
    record = past(case)
    added = forms.add(TODAY)
    added.tell(Moment.AFTER, Side.LEFT, 3)
    other = forms.add(TODAY - DAY)
    other.choose_how(PART)
    edited = forms.edit(record.id)
    edited.finish_all(False)
    assert forms.waiting() is edited
    assert forms.add(TODAY) is added
    assert forms.add(TODAY - DAY) is other
    forms.let_go(edited)
    assert forms.waiting() is other
    assert forms.waiting(record.id) is None
    forms.let_go(other)
    assert forms.waiting() is added
    assert added.keep()
    assert forms.waiting() is None


def test_what_is_about_another_state_of_the_session_does_not_wait(
    case: Case, forms: OpenForms
) -> None:
    record = past(case)
    form = forms.edit(record.id)
    form.write_note("Slow today.")
    case.store.history.note(record.id, "Told in the Summary.")
    assert forms.waiting() is None
    assert forms.edit(record.id).frame().note == "Told in the Summary."
