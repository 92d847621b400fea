"""The cards of Today: what the log shows, when, and what each press does."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.pain import Moment, PainLimits, PainRule
from rehabtimer.core.prescription import OffReason
from rehabtimer.core.programme import Side
from rehabtimer.paths import own_folder
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.hurts import Hurts
from rehabtimer.presenters.skipping import WhatHurt
from rehabtimer.presenters.today import TodayPresenter
from tests.support.cases import days_pass, everything_kept, play, welcomed
from tests.support.todays import actions, card, keys, log

HURT = WhatHurt(side=Side.LEFT, score=6)
START = date(2026, 2, 26)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """Somebody with a sore left knee, on day 5."""
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def monitoring(case: Case) -> Case:
    case.save(replace(case.settings, pain=PainLimits(rule=PainRule.MONITORING)))
    return case


@pytest.fixture
def today(case: Case) -> TodayPresenter:
    return TodayPresenter(case)


def go_to_day(case: Case, day: int) -> None:
    """Let time pass up to a day of the round that began on START."""
    days_pass(case, (START + timedelta(days=day - 1) - case.today).days)


def log_days(case: Case, scores: dict[int, int]) -> None:
    for day, score in scores.items():
        go_to_day(case, day)
        log(case, score)


def test_on_an_ordinary_day_there_are_none(case: Case, today: TodayPresenter) -> None:
    log(case, 8)
    assert keys(today) == []


# See a doctor


@pytest.mark.parametrize("day, comes", [(20, False), (21, True), (40, True)])
def test_the_article_s_advice_comes_from_day_21_on(
    case: Case, today: TodayPresenter, day: int, comes: bool
) -> None:
    log_days(case, {19: 1})
    go_to_day(case, day)
    assert ("doctor" in keys(today)) is comes


@pytest.mark.parametrize(
    "scores, comes",
    [
        ({}, False),
        ({10: 1}, True),
        ({15: 3, 16: 0, 17: 0}, True),
        ({15: 9, 16: 0, 17: 0, 18: 0}, False),
    ],
)
def test_the_last_three_logged_days_count(
    case: Case, today: TodayPresenter, scores: dict[int, int], comes: bool
) -> None:
    log_days(case, scores)
    go_to_day(case, 22)
    assert ("doctor" in keys(today)) is comes


def test_its_words(case: Case, today: TodayPresenter) -> None:
    log_days(case, {21: 2})
    found = card(today, "doctor")
    assert found.title == "Still some pain after three weeks"
    assert found.text == (
        "The article says: see a doctor when pain has not gone after three weeks."
    )
    assert actions(today, "doctor") == [
        ("care", "When to see someone"),
        ("seen", "I have been seen"),
        ("later", "Ask again in a week"),
    ]
    assert today.frame().can_start, "it does not block"


def test_who_has_been_seen_is_not_asked_again_in_this_round(
    case: Case, today: TodayPresenter
) -> None:
    log_days(case, {21: 2})
    today.press("doctor", "seen")
    assert today.frame().undo_text == "You have been seen."
    assert "doctor" not in keys(today)
    log_days(case, {40: 5})
    assert "doctor" not in keys(today)
    assert case.settings.doctor_seen == "2026-03-18"


@pytest.mark.parametrize("rest", [0, 3])
def test_a_new_round_asks_again(case: Case, today: TodayPresenter, rest: int) -> None:
    log_days(case, {42: 2})
    today.press("doctor", "seen")
    days_pass(case, rest)
    case.begin_again(case.today)
    assert "doctor" not in keys(today)
    days_pass(case, 20)
    log(case, 2)
    assert "doctor" in keys(today)


def test_later_is_in_a_week(case: Case, today: TodayPresenter) -> None:
    log_days(case, {21: 2})
    today.press("doctor", "later")
    assert today.frame().undo_text == "This comes back in a week."
    days_pass(case, 6)
    assert "doctor" not in keys(today)
    days_pass(case, 1)
    assert "doctor" in keys(today)


@pytest.mark.parametrize("action", ["seen", "later"])
def test_both_can_be_undone(case: Case, today: TodayPresenter, action: str) -> None:
    log_days(case, {21: 2})
    before, frame = everything_kept(case), today.frame()
    today.press("doctor", action)
    today.undo()
    assert everything_kept(case) == before
    assert today.frame() == frame


@pytest.mark.parametrize("action", ["care", "no-such-action"])
def test_a_page_to_open_changes_nothing(case: Case, today: TodayPresenter, action: str) -> None:
    log_days(case, {21: 2})
    before = everything_kept(case)
    today.press("doctor", action)
    assert everything_kept(case) == before
    assert today.frame().undo_text == ""


# Try again


def calm_week(case: Case, score: int = 2, days: int = 7) -> None:
    for _ in range(days):
        days_pass(case, 1)
        log(case, score)


def test_a_calm_week_offers_to_try_again(case: Case, today: TodayPresenter) -> None:
    case.switch("clam", on=False, reason=OffReason.HURT, hurt=HURT)
    calm_week(case, days=6)
    assert keys(today) == []
    calm_week(case, days=1)
    found = card(today, "try:clam")
    assert found.title == "Try again? Clam"
    assert found.text == (
        "Skipped since 2 Mar: hurt 6 with the left leg. Your log shows 7 days with no pain above 2."
    )
    assert actions(today, "try:clam") == [("again", "Try again"), ("later", "Not yet")]
    assert not case.choice("clam").on, "nothing happens without a press"


def test_pain_above_the_limit_does_not(case: Case, today: TodayPresenter) -> None:
    case.switch("clam", on=False)
    calm_week(case, score=3)
    assert keys(today) == []
    case.save(replace(case.settings, pain=PainLimits(calm_most=3)))
    assert keys(today) == ["try:clam"]


def test_the_days_are_the_person_s_own(case: Case, today: TodayPresenter) -> None:
    case.save(replace(case.settings, pain=PainLimits(calm_days=1, calm_most=0)))
    case.switch("clam", on=False)
    calm_week(case, score=0, days=1)
    assert card(today, "try:clam").text == (
        "Off since 2 Mar: your own choice. Your log shows 1 day with no pain above 0."
    )


def test_tried_again_it_is_in_the_session_and_the_score_stays(
    case: Case, today: TodayPresenter
) -> None:
    case.switch("clam", on=False, reason=OffReason.HURT, hurt=HURT)
    calm_week(case)
    today.press("try:clam", "again")
    assert today.frame().undo_text == "Clam is back in the session."
    assert "clam" in {item.exercise for item in case.prescription().exercises}
    assert keys(today) == []
    (skip,) = case.store.skips.all("clam")
    assert (skip.score, skip.tried_on) == (6, case.today)


def test_not_yet_is_not_for_a_week(case: Case, today: TodayPresenter) -> None:
    case.switch("clam", on=False)
    calm_week(case)
    today.press("try:clam", "later")
    assert today.frame().undo_text == "Clam stays off; it is offered again in a week."
    assert not case.choice("clam").on
    calm_week(case, days=6)
    assert keys(today) == []
    calm_week(case, days=1)
    assert keys(today) == ["try:clam"]


@pytest.mark.parametrize("action", ["again", "later"])
def test_either_can_be_undone(case: Case, today: TodayPresenter, action: str) -> None:
    case.switch("clam", on=False, reason=OffReason.HURT, hurt=HURT)
    calm_week(case)
    before, frame = everything_kept(case), today.frame()
    today.press("try:clam", action)
    today.undo()
    assert everything_kept(case) == before
    assert today.frame() == frame


def test_each_has_its_own_card_in_the_order_of_the_programme(
    case: Case, today: TodayPresenter
) -> None:
    case.switch("clam", on=False)
    case.switch("quad-stretch", on=False)
    calm_week(case)
    assert keys(today) == ["try:quad-stretch", "try:clam"]
    today.press("try:clam", "again")
    assert keys(today) == ["try:quad-stretch"]


# The end, and pauses


def test_at_the_end_it_says_what_it_came_to(case: Case, today: TodayPresenter) -> None:
    go_to_day(case, 42)
    assert keys(today) == []
    go_to_day(case, 43)
    found = card(today, "closing")
    assert found.title == "Your 42 days are over"
    assert found.text == "0 of 42 planned sessions done whole, 0 in part."
    assert actions(today, "closing") == [("again", "Begin another six weeks")]


def test_another_round_begins_today_and_can_be_undone(case: Case, today: TodayPresenter) -> None:
    case.switch("clam", on=False)
    go_to_day(case, 50)
    before, frame = everything_kept(case), today.frame()
    today.press("closing", "again")
    assert today.frame().undo_text == "A new round begins today."
    assert today.frame().title == "Week 1, day 1"
    assert keys(today) == []
    today.undo()
    assert everything_kept(case) == before
    assert today.frame() == frame


def test_a_round_of_another_length_is_not_six_weeks(case: Case, today: TodayPresenter) -> None:
    case.course = replace(case.course, plan=replace(case.plan, days=3))
    assert card(today, "closing").title == "Your 3 days are over"
    assert actions(today, "closing") == [("again", "Begin another 3 days")]


def test_a_pause_says_since_when_and_ends_today(case: Case, today: TodayPresenter) -> None:
    case.pause_from(case.today)
    days_pass(case, 3)
    found = card(today, "paused")
    assert found.title == "Your programme is paused"
    assert found.text.startswith("Since 2 Mar.")
    assert actions(today, "paused") == [("go-on", "Go on today")]
    before = everything_kept(case)
    today.press("paused", "go-on")
    assert today.frame().undo_text == "The programme goes on today."
    assert keys(today) == []
    assert today.frame().title == "Week 1, day 5"
    today.undo()
    assert everything_kept(case) == before
    assert keys(today) == ["paused"]


def test_a_pause_ahead_is_not_yet_one(case: Case, today: TodayPresenter) -> None:
    case.pause_from(case.today + timedelta(days=1))
    assert keys(today) == []
    days_pass(case, 1)
    assert keys(today) == ["paused"]


def test_paused_days_keep_the_end_away(case: Case, today: TodayPresenter) -> None:
    case.pause_from(case.today)
    go_to_day(case, 60)
    assert keys(today) == ["paused"]


# All of them


def test_a_file_that_was_left_out_is_named(case: Case, today: TodayPresenter) -> None:
    folder = own_folder(case.store.database.path) / "exercises"
    folder.mkdir(parents=True)
    (folder / "broken.toml").write_text("name = 3", encoding="utf-8")
    found = card(today, "files")
    assert found.title == "A file of yours was left out"
    assert "broken.toml" in found.text
    assert found.actions == ()


def test_the_most_important_comes_first(monitoring: Case, today: TodayPresenter) -> None:
    case = monitoring
    case.switch("clam", on=False)
    go_to_day(case, 44)
    calm_week(case)
    folder = own_folder(case.store.database.path) / "exercises"
    folder.mkdir(parents=True)
    (folder / "broken.toml").write_text("name = 3", encoding="utf-8")
    log(case, 0, Moment.BEFORE)
    log(case, 2, Moment.LATER)
    assert keys(today) == ["doctor", "limit:left", "closing", "try:clam", "files"]
    case.save(replace(case.settings, doctor_seen=case.today.isoformat()))
    case.pause_from(case.today - timedelta(days=30))
    assert keys(today) == ["limit:left", "paused", "try:clam", "files"]


# What a doctor should look at


def hurt_sharply(case: Case, **ticks: bool) -> None:
    session = play(case, 8)
    Hurts(case, session).tell(Side.LEFT, 6, sharp=ticks.get("sharp", False), locking=True)
    session.leave()


def test_swelling_or_locking_is_told_again_for_a_week(case: Case, today: TodayPresenter) -> None:
    hurt_sharply(case)
    assert card(today, "alarm").text == (
        "Swelling, locking or giving way, told on 2 Mar. The article says: stop, and see a doctor."
    )
    days_pass(case, 7)
    assert "alarm" in keys(today)
    days_pass(case, 1)
    assert "alarm" not in keys(today)


def test_it_is_quiet_once_it_has_been_seen(case: Case, today: TodayPresenter) -> None:
    hurt_sharply(case, sharp=True)
    today.press("alarm", "seen")
    assert "alarm" not in keys(today)
    today.undo()
    assert "alarm" in keys(today)
