"""The pain part of the Settings: kept at once, within its bounds, and undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rehabtimer.core.pain import PainLimits, PainRule
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.pain_settings import Bounded, PainSettingsPresenter
from tests.support.cases import reopened, welcomed


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def presenter(case: Case) -> PainSettingsPresenter:
    return PainSettingsPresenter(case)


def test_at_first_the_article_holds(presenter: PainSettingsPresenter) -> None:
    frame = presenter.frame()
    assert [(option.key, option.chosen) for option in frame.rules] == [
        ("article", True),
        ("monitoring", False),
    ]
    assert not frame.monitoring
    assert (frame.ease, frame.stop) == (Bounded(3, 1, 6), Bounded(6, 3, 10))
    assert (frame.calm_days, frame.calm_most) == (Bounded(7, 1, 60), Bounded(2, 0, 10))
    assert frame.undo_text == ""


def test_each_rule_says_what_it_is_and_where_from(presenter: PainSettingsPresenter) -> None:
    notes = [option.note for option in presenter.frame().rules]
    assert "Source: the article" in notes[0]
    assert "La Trobe University" in notes[1]


def test_changes_are_there_at_the_next_start(case: Case, presenter: PainSettingsPresenter) -> None:
    presenter.choose_rule("monitoring")
    presenter.set_ease(2)
    presenter.set_stop(5)
    presenter.set_calm_days(14)
    presenter.set_calm_most(1)
    kept = PainLimits(rule=PainRule.MONITORING, ease=2, stop=5, calm_days=14, calm_most=1)
    assert reopened(case).settings.pain == kept


@pytest.mark.parametrize(
    "verb, given, kept",
    [
        ("set_ease", -3, ("ease", 1)),
        ("set_ease", 0, ("ease", 1)),
        ("set_ease", 9, ("ease", 6)),
        ("set_stop", 1, ("stop", 3)),
        ("set_stop", 11, ("stop", 10)),
        ("set_calm_days", 0, ("calm_days", 1)),
        ("set_calm_days", 400, ("calm_days", 60)),
        ("set_calm_most", -1, ("calm_most", 0)),
        ("set_calm_most", 99, ("calm_most", 10)),
    ],
)
def test_numbers_stay_within_their_bounds(
    case: Case, presenter: PainSettingsPresenter, verb: str, given: float, kept: tuple[str, int]
) -> None:
    getattr(presenter, verb)(given)
    assert getattr(case.settings.pain, kept[0]) == kept[1]


def test_the_cut_points_bound_each_other(presenter: PainSettingsPresenter) -> None:
    presenter.set_stop(4)
    assert presenter.frame().ease == Bounded(3, 1, 4)
    presenter.set_ease(4)
    assert presenter.frame().stop == Bounded(4, 4, 10)


@pytest.mark.parametrize(
    "ease, stop, words",
    [
        (3, 6, "0 to 2: go on. 3 to 5: ease off. 6 to 10: stop."),
        (1, 10, "0: go on. 1 to 9: ease off. 10: stop."),
        (4, 5, "0 to 3: go on. 4: ease off. 5 to 10: stop."),
        (5, 5, "0 to 4: go on. 5 to 10: stop."),
        (1, 1, "0: go on. 1 to 10: stop."),
    ],
)
def test_what_the_cut_points_come_to(
    presenter: PainSettingsPresenter, ease: int, stop: int, words: str
) -> None:
    presenter.set_ease(1)
    presenter.set_stop(stop)
    presenter.set_ease(ease)
    assert presenter.frame().in_words == words


@pytest.mark.parametrize("days, most, part", [(1, 0, "1 day with"), (9, 3, "9 days with")])
def test_when_to_try_again_in_words(
    presenter: PainSettingsPresenter, days: int, most: int, part: str
) -> None:
    presenter.set_calm_days(days)
    presenter.set_calm_most(most)
    words = presenter.frame().again_in_words
    assert part in words
    assert words.endswith(f"no pain above {most}.")


def test_a_change_can_be_undone(case: Case, presenter: PainSettingsPresenter) -> None:
    presenter.choose_rule("monitoring")
    presenter.set_stop(8)
    assert presenter.frame().undo_text == "The score to stop was changed."
    presenter.undo()
    assert case.settings.pain == PainLimits(rule=PainRule.MONITORING)
    assert presenter.frame().undo_text == ""
    presenter.undo()
    assert case.settings.pain == PainLimits(rule=PainRule.MONITORING)


def test_a_stepper_held_down_is_one_change(case: Case, presenter: PainSettingsPresenter) -> None:
    for days in (8, 9, 10):
        presenter.set_calm_days(days)
    presenter.undo()
    assert case.settings.pain == PainLimits()


def test_choosing_what_holds_is_no_change(presenter: PainSettingsPresenter) -> None:
    presenter.choose_rule("article")
    presenter.set_ease(3)
    assert presenter.frame().undo_text == ""


def test_what_was_changed_elsewhere_is_not_undone(
    case: Case, presenter: PainSettingsPresenter
) -> None:
    presenter.set_stop(8)
    PainSettingsPresenter(case).set_stop(9)
    assert presenter.frame().undo_text == ""
    presenter.undo()
    assert case.settings.pain.stop == 9
