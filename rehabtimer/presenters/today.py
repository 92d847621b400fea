"""Today: what will run, what will not and why, and how the week stands."""

from datetime import date, timedelta

from rehabtimer.core.pain import Moment
from rehabtimer.core.prescription import Choice, Prescribed
from rehabtimer.core.programme import Exercise, Side
from rehabtimer.core.records import PainEntry, SessionDay, new_id
from rehabtimer.core.schedule import DAYS_A_WEEK
from rehabtimer.core.text import _
from rehabtimer.core.timeline import compile_timeline, seconds_by_exercise, totals
from rehabtimer.insights.adherence import Adherence, Done, week_adherence
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.frames import (
    PainQuestion,
    ResumeCard,
    TodayFrame,
    TodayRow,
)
from rehabtimer.presenters.questions import questions_this_morning
from rehabtimer.presenters.resumable import ResumePoint, resume_point
from rehabtimer.presenters.skipped import off_text
from rehabtimer.presenters.trend_card import trend_card
from rehabtimer.presenters.week import done_on, week_cells, week_text
from rehabtimer.presenters.wording import (
    date_text,
    dose_text,
    knees,
    minutes_text,
    side_text,
)

NOON = 12


class TodayPresenter:
    """Says what Today shows, and takes its answers."""

    def __init__(self, case: Case) -> None:
        """Ask and answer for one case."""
        self._case = case
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
            start_minutes=minutes_text(totals(compile_timeline(prescription)).seconds),
            can_start=bool(prescription.exercises),
            rows=rows,
            empty="" if rows else _("This programme has no exercises. Turn some on in Programme."),
            resume=self._resume(today),
            questions=self._questions(),
            week_title=_("This week"),
            week=week_cells(week, today),
            week_text=week_text(week),
            trend_title=trend_title,
            trend_text=trend_text,
            notice=notice,
        )

    def answer_morning(self, knee: Side, score: int) -> None:
        """Keep how a knee is this morning; a second answer takes the place of the first."""
        diary, today, moment = self._case.store.diary, self._case.today, Moment.MORNING
        before = [
            entry
            for entry in diary.entries(today, today)
            if entry.moment is moment and entry.knee is knee
        ]
        diary.add(
            PainEntry(id=new_id(), when=self._case.stamp, knee=knee, score=score, moment=moment)
        )
        for entry in before:
            diary.remove(entry.id)

    def try_again(self, exercise: str) -> None:
        """Turn a skipped exercise on again."""
        self._case.switch(exercise, on=True)
        name = _(self._case.programme.exercise(exercise).name)
        self.notice = _("{exercise} is back in today's session.").format(exercise=name)

    # Rows

    def _rows(self) -> list[TodayRow]:
        everything = self._case.prescription(everything=True)
        seconds = seconds_by_exercise(everything)
        return [self._row(item, seconds[item.exercise]) for item in everything.exercises]

    def _row(self, item: Prescribed, seconds: float) -> TodayRow:
        exercise, choice = (
            self._case.programme.exercise(item.exercise),
            self._case.choice(item.exercise),
        )
        skipped = not choice.on
        return TodayRow(
            exercise=exercise.id,
            name=_(exercise.name),
            dose=self._off_text(choice) if skipped else dose_text(exercise, item),
            minutes="" if skipped else minutes_text(seconds),
            side=item.sides[0],
            skipped=skipped,
            action=_("Try again") if skipped else "",
        )

    def _off_text(self, choice: Choice) -> str:
        return off_text(choice, self._case.skips().get(choice.exercise))

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
        if not plan.is_planned(today):
            return title, _("{date} · {day} of {days} days · a rest day in your plan").format(
                **values
            )
        return title, _("{date} · {day} of {days} days").format(**values)

    def _week(self, today: date) -> Adherence:
        plan = self._case.plan
        dates = plan.week_dates(max(today, plan.started_on))
        sessions: list[SessionDay] = self._case.store.history.session_days(dates[0], dates[-1])
        return week_adherence(sessions, plan, max(today, plan.started_on))

    def _resume(self, today: date) -> ResumeCard | None:
        history = self._case.store.history
        record = history.resumable(today)
        point = resume_point(record, history.sets(record.id)) if record else None
        return self._resume_card(point) if point else None

    def _resume_card(self, point: ResumePoint) -> ResumeCard:
        exercise: Exercise = self._case.programme.exercise(point.exercise)
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

    def _questions(self) -> tuple[PainQuestion, ...]:
        """Ask in the morning after a session day; an answer given stays in sight until noon."""
        case, today = self._case, self._case.today
        if case.clock.now().hour >= NOON:
            return ()
        yesterday = today - timedelta(days=1)
        if not case.store.history.session_days(yesterday, yesterday):
            return ()
        given = {
            entry.knee: entry.score
            for entry in case.store.diary.entries(today, today)
            if entry.moment is Moment.MORNING
        }
        asked = knees(case.settings.affected)
        texts = questions_this_morning(asked)
        return tuple(
            PainQuestion(knee, text, given.get(knee))
            for knee, text in zip(asked, texts, strict=True)
        )
