"""Today: what will run, what will not and why, and how the week stands."""

from collections.abc import Callable
from datetime import date

from rehabtimer.core.pain import Moment
from rehabtimer.core.prescription import Choice, OffReason, Prescribed
from rehabtimer.core.programme import Exercise, Side
from rehabtimer.core.records import Course, SessionDay, Skip
from rehabtimer.core.schedule import DAYS_A_WEEK
from rehabtimer.core.settings import Settings
from rehabtimer.core.text import _
from rehabtimer.core.timeline import compile_timeline, seconds_by_exercise, totals
from rehabtimer.insights.adherence import Adherence, Done, this_week, week_adherence
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.frames import (
    ResumeCard,
    TodayFrame,
    TodayRow,
)
from rehabtimer.presenters.resumable import ResumePoint, resume_point
from rehabtimer.presenters.skipped import off_text
from rehabtimer.presenters.today_cards import AGAIN, TRY, TodayCards
from rehabtimer.presenters.today_questions import TodayQuestions
from rehabtimer.presenters.trend_card import trend_card
from rehabtimer.presenters.week import done_on, week_cells, week_text
from rehabtimer.presenters.wording import (
    date_text,
    dose_text,
    exercise_text,
    minutes_text,
    side_text,
)


class TodayPresenter:
    """Says what Today shows, and takes its answers."""

    def __init__(self, case: Case) -> None:
        """Ask and answer for one case."""
        self._case = case
        self._way_back: Callable[[], None] | None = None
        self._undo_text = ""
        self._pressed: tuple[Course, Settings] | None = None
        self._cards = TodayCards(case)
        self._questions = TodayQuestions(case)
        self.notice = ""

    def frame(self) -> TodayFrame:
        """Return the screen as it is now; a notice is in one frame only."""
        case, today = self._case, self._case.today
        notice, self.notice = self.notice, ""
        rows = tuple(self._rows())
        prescription = case.prescription()
        week = self._week(today)
        title, subtitle = self._heading(week)
        trend_title, trend_text = trend_card(self._case, today)
        return TodayFrame(
            title=title,
            subtitle=subtitle,
            start_label=_("Start again") if done_on(week, today) is Done.FULL else _("Start"),
            start_minutes=minutes_text(totals(compile_timeline(prescription)).seconds)
            if prescription.exercises
            else "",
            can_start=bool(prescription.exercises),
            rows=rows,
            empty="" if rows else _("This programme has no exercises. Turn some on in Programme."),
            resume=self._resume(today),
            questions=self._questions.questions(),
            week_title=_("This week"),
            week=week_cells(week, today),
            week_text=week_text(week),
            trend_title=trend_title,
            trend_text=trend_text,
            notice=notice,
            cards=self._cards.cards(),
            undo_text=self._undo_text if self._is_last() else "",
        )

    def answer(self, moment: Moment, knee: Side, score: int) -> None:
        """Keep an answer to a question."""
        self._questions.answer(moment, knee, score)

    def press(self, card: str, action: str) -> None:
        """Do what an action of a card says; it can be undone until something else is changed."""
        way_back = self._case.way_back()
        self._undo_text = self._cards.press(card, action)
        self._way_back = way_back
        self._pressed = self._case.course, self._case.settings

    def try_again(self, exercise: str) -> None:
        """Turn a skipped exercise on again."""
        self.press(f"{TRY}:{exercise}", AGAIN)

    def forget_undo(self) -> None:
        """Offer no way back any more: the person has gone on to something else."""
        self._way_back, self._undo_text = None, ""

    def undo(self) -> None:
        """Take back what was pressed last."""
        if self._way_back is not None and self._is_last():
            self._way_back()
        self.forget_undo()

    def _is_last(self) -> bool:
        """Whether nothing was changed elsewhere since; that would be taken back with it."""
        return self._pressed == (self._case.course, self._case.settings)

    # Rows

    def _rows(self) -> list[TodayRow]:
        everything, skips = self._case.prescription(everything=True), self._case.skips()
        seconds = seconds_by_exercise(everything)
        return [
            self._row(item, seconds[item.exercise], skips.get(item.exercise))
            for item in everything.exercises
        ]

    def _row(self, item: Prescribed, seconds: float, skip: Skip | None) -> TodayRow:
        exercise, choice = self._case.exercise(item.exercise), self._case.choice(item.exercise)
        skipped = not choice.on
        return TodayRow(
            exercise=exercise.id,
            name=exercise_text(exercise, item.variant),
            dose=off_text(choice, skip, self._case.today) if skipped else dose_text(exercise, item),
            minutes="" if skipped else minutes_text(seconds),
            side=item.sides[0],
            skipped=skipped,
            action=_action(choice) if skipped else "",
            figure=exercise.figure,
            variant=item.variant,
        )

    # Cards

    def _heading(self, week: Adherence) -> tuple[str, str]:
        plan, today = self._case.plan, self._case.today
        day = plan.day(today)
        if day < 1:
            return _("Before the start"), _("Your programme begins on {date}.").format(
                date=date_text(plan.started_on)
            )
        if day > plan.days:
            text = _("{date} · you can go on as long as you like")
            return _("{days} days are over").format(days=plan.days), text.format(
                date=date_text(today)
            )
        title = _("Week {week}, day {day}").format(
            week=plan.week(today), day=(day - 1) % DAYS_A_WEEK + 1
        )
        values = {"date": date_text(today), "day": day, "days": plan.days}
        if done_on(week, today) is Done.FULL:
            return title, _("{date} · {day} of {days} days · done for today").format(**values)
        if plan.is_paused(today):
            return title, _("{date} · your programme is paused").format(**values)
        if not plan.is_planned(today):
            return title, _("{date} · {day} of {days} days · a rest day in your plan").format(
                **values
            )
        return title, _("{date} · {day} of {days} days").format(**values)

    def _week(self, today: date) -> Adherence:
        plan, on = self._case.plan, max(today, self._case.plan.started_on)
        dates = this_week(plan, on)
        sessions: list[SessionDay] = self._case.store.history.session_days(dates[0], dates[-1])
        return week_adherence(sessions, plan, on)

    def _resume(self, today: date) -> ResumeCard | None:
        history = self._case.store.history
        record = history.resumable(today)
        point = resume_point(record, history.sets(record.id)) if record else None
        return self._resume_card(point) if point else None

    def _resume_card(self, point: ResumePoint) -> ResumeCard:
        exercise: Exercise = self._case.exercise(point.exercise)
        text = _("{exercise}: set {set}, {side}. {done} of {sets} sets are done.")
        if point.reps > 1:
            text = _("{exercise}: set {set}, {side}, rep {rep}. {done} of {sets} sets are done.")
        return ResumeCard(
            title=_("Your session is waiting"),
            text=text.format(
                exercise=_(exercise.name),
                set=point.set,
                side=side_text(point.side, exercise),
                rep=point.rep,
                done=point.sets_done,
                sets=point.sets,
            ),
        )


def _action(choice: Choice) -> str:
    """What hurt is tried again; what was a wish is only turned on."""
    is_wish = choice.reason == OffReason.OWN_CHOICE
    return _("Turn on") if is_wish else _("Try again")
