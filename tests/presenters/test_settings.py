"""Settings are kept at once, within their limits, and the defaults can come back and go again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import asdict, replace

from rehabtimer.core.prescription import Timing, Wait
from rehabtimer.core.programme import Side
from rehabtimer.core.settings import TIMING_LIMITS, Settings, Theme, Units
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.settings import SettingsPresenter
from tests.support.cases import reopened, welcomed


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def presenter(case: Case) -> SettingsPresenter:
    return SettingsPresenter(case)


def chosen(options: tuple[Option, ...]) -> list[str]:
    return [option.key for option in options if option.chosen]


def change_everything(presenter: SettingsPresenter) -> None:
    for key in TIMING_LIMITS:
        presenter.set_time(key, 7)
    presenter.set_wait("set")
    presenter.set_first("right")
    presenter.set_group_floor(True)
    presenter.set_theme("dark")
    presenter.set_text_size(130)
    presenter.set_day_start(2)


def test_every_time_of_a_session_is_offered(presenter: SettingsPresenter) -> None:
    times = {time.key: time.seconds for time in presenter.frame().times}
    assert times == asdict(Timing())


def test_changes_are_there_at_the_next_start(case: Case, presenter: SettingsPresenter) -> None:
    change_everything(presenter)
    frame = SettingsPresenter(reopened(case)).frame()
    assert {time.seconds for time in frame.times} == {7}
    assert chosen(frame.waits) == ["set"]
    assert chosen(frame.first_sides) == ["right"]
    assert chosen(frame.themes) == ["dark"]
    assert (frame.group_floor, frame.theme, frame.text_size) == (True, Theme.DARK, 130)
    assert (frame.text_scale, frame.day_start) == (1.3, 2)


@pytest.mark.parametrize("key", sorted(TIMING_LIMITS))
def test_a_time_stays_within_its_limits(presenter: SettingsPresenter, key: str) -> None:
    for seconds, kept in ((-1, TIMING_LIMITS[key].least), (999, TIMING_LIMITS[key].most)):
        presenter.set_time(key, seconds)
        assert next(t.seconds for t in presenter.frame().times if t.key == key) == kept


def test_other_numbers_stay_within_their_limits(presenter: SettingsPresenter) -> None:
    presenter.set_text_size(1000)
    presenter.set_day_start(99)
    assert (presenter.frame().text_size, presenter.frame().day_start) == (160, 12)


def test_the_first_side_follows_the_sore_one_again(
    case: Case, presenter: SettingsPresenter
) -> None:
    presenter.set_first("right")
    assert case.settings.first is Side.RIGHT
    presenter.set_first("affected")
    assert case.settings.first is None


def test_defaults_come_back_but_what_was_learnt_stays(
    case: Case, presenter: SettingsPresenter
) -> None:
    case.save(replace(case.settings, met=("clam",)))
    change_everything(presenter)
    presenter.restore_defaults()
    assert case.settings == Settings(welcomed=True, affected=Side.LEFT, met=("clam",))
    assert not presenter.frame().can_restore
    assert presenter.frame().undo_text


def test_defaults_can_be_undone(case: Case, presenter: SettingsPresenter) -> None:
    change_everything(presenter)
    before = case.settings
    presenter.restore_defaults()
    presenter.undo()
    assert reopened(case).settings == before
    assert presenter.frame().undo_text == ""


def test_the_next_change_ends_the_undo(case: Case, presenter: SettingsPresenter) -> None:
    presenter.set_wait("set")
    presenter.restore_defaults()
    presenter.set_theme("dark")
    presenter.undo()
    assert (case.settings.wait, case.settings.theme) == (Wait.NEVER, Theme.DARK)


def test_there_is_nothing_to_restore_at_first(presenter: SettingsPresenter) -> None:
    presenter.restore_defaults()
    frame = presenter.frame()
    assert not frame.can_restore
    assert frame.undo_text == ""


def test_the_usual_units_are_the_default(case: Case) -> None:
    case.save(replace(case.settings, units=Units.MILES))
    presenter = SettingsPresenter(case, Units.MILES)
    assert not presenter.frame().can_restore
    presenter.set_units("km")
    assert [option.key for option in presenter.frame().units if option.chosen] == ["km"]
    presenter.restore_defaults()
    assert [option.key for option in presenter.frame().units if option.chosen] == ["miles"]
    presenter.undo()
    assert [option.key for option in presenter.frame().units if option.chosen] == ["km"]


def test_it_says_what_the_program_is_not(presenter: SettingsPresenter) -> None:
    frame = presenter.frame()
    assert "Not a medical device" in frame.disclaimer
    assert frame.about.startswith("RehabTimer ")
