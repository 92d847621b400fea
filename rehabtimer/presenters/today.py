"""Today: what will run, what will not and why, and how the week stands."""

from datetime import date, timedelta

from rehabtimer.core.pain import Moment
from rehabtimer.core.prescription import Prescribed
from rehabtimer.core.programme import Exercise, Side
from rehabtimer.core.records import PainEntry, SessionDay, new_id
from rehabtimer.core.schedule import DAYS_A_WEEK
from rehabtimer.core.text import _, ngettext
from rehabtimer.core.timeline import compile_timeline, seconds_by_exercise, totals
from rehabtimer.insights.adherence import Adherence, Done, Kind, PlanDay, week_adherence
from rehabtimer.insights.pain import PainChange, logged_knees
from rehabtimer.presenters.case import HURT, STAIRS_HURT, Case
from rehabtimer.presenters.frames import (
    DayCell,
    DayMark,
    PainQuestion,
    ResumeCard,
    TodayFrame,
    TodayRow,
)
from rehabtimer.presenters.questions import questions_this_morning
from rehabtimer.presenters.resumable import ResumePoint, resume_point
from rehabtimer.presenters.wording import (
    date_text,
    dose_text,
    figure,
    knees,
    minutes_text,
    short_date,
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
        """Return the screen as it is now."""
        case, today = self._case, self._case.today
        rows = tuple(self._rows())
        prescription = case.prescription()
        week = self._week(today)
        title, subtitle = self._heading(week)
        trend_title, trend_text = self._trend(today)
        return TodayFrame(
            title=title,
            subtitle=subtitle,
            start_label=_("Start again") if _day_of(week, today) is Done.FULL else _("Start"),
            start_minutes=minutes_text(totals(compile_timeline(prescription)).seconds),
            can_start=bool(prescription.exercises),
            rows=rows,
            empty="" if rows else _("This programme has no exercises. Turn some on in Programme."),
            resume=self._resume(today),
            questions=self._questions(),
            week_title=_("This week"),
            week=tuple(_cell(day, today) for day in week.days),
            week_text=_week_text(week),
            trend_title=trend_title,
            trend_text=trend_text,
            notice=self.notice,
        )

    def answer_morning(self, knee: Side, score: int) -> None:
        """Keep how a knee is this morning; a second answer takes the place of the first."""
        diary, today = self._case.store.diary, self._case.today
        for entry in diary.entries(today, today):
            if entry.moment is Moment.MORNING and entry.knee is knee:
                diary.remove(entry.id)
        moment = Moment.MORNING
        diary.add(
            PainEntry(id=new_id(), when=self._case.stamp, knee=knee, score=score, moment=moment)
        )

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
            dose=_skipped_text(choice.reason, choice.since)
            if skipped
            else dose_text(exercise, item),
            minutes="" if skipped else minutes_text(seconds),
            side=item.sides[0],
            skipped=skipped,
            action=_("Try again") if skipped else "",
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
        if _day_of(week, today) is Done.FULL:
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

    def _trend(self, today: date) -> tuple[str, str]:
        pain = self._case.store.diary.daily_worst(self._case.plan.started_on, today)
        changes = [knee.change for knee in logged_knees(pain, self._case.plan) if knee.change]
        if not changes:
            text = _("Answer how your knee feels before and after; two weeks make a trend.")
            return _("Your pain chart"), text
        known = {knee.knee: knee for knee in logged_knees(pain, self._case.plan)}
        change = changes[0]
        first, now = known[change.knee].baseline, known[change.knee].latest
        values = {
            "before": figure(first.median if first else 0),
            "week": change.from_week,
            "now": figure(now.median if now else 0),
        }
        left = _("Left knee: {before} in week {week}, {now} now")
        right = _("Right knee: {before} in week {week}, {now} now")
        title = (left if change.knee is Side.LEFT else right).format(**values)
        return title, _change_text(change)


def _change_text(change: PainChange) -> str:
    if not change.points:
        return _("Your log shows no change.")
    if change.points < 0:
        return ngettext(
            "Your log shows a drop of {n} point.",
            "Your log shows a drop of {n} points.",
            -change.points,
        )
    return ngettext(
        "Your log shows a rise of {n} point.",
        "Your log shows a rise of {n} points.",
        change.points,
    )


def _skipped_text(reason: str, since: str) -> str:
    day = short_date(date.fromisoformat(since)) if since else ""
    values = {"date": day}
    if reason == STAIRS_HURT:
        return _("Skipped since {date}: stairs hurt").format(**values)
    if reason.startswith(HURT):
        return _("Skipped since {date}: it hurt").format(**values)
    return _("Turned off since {date}").format(**values)


def _day_of(week: Adherence, today: date) -> Done:
    return next((day.done for day in week.days if day.on == today), Done.NOTHING)


_MARKS = {
    Kind.FULL: DayMark.FULL,
    Kind.PARTIAL: DayMark.HALF,
    Kind.MISSED: DayMark.MISSED,
    Kind.TO_COME: DayMark.TO_COME,
    Kind.REST: DayMark.REST,
    Kind.OUTSIDE: DayMark.REST,
}


def _cell(day: PlanDay, today: date) -> DayCell:
    extra = DayMark.FULL if day.done is Done.FULL else DayMark.HALF
    mark = _MARKS.get(day.kind, extra)
    words = {
        DayMark.FULL: _("{date}: done"),
        DayMark.HALF: _("{date}: partly done"),
        DayMark.MISSED: _("{date}: no session"),
        DayMark.REST: _("{date}: rest day"),
        DayMark.TO_COME: _("{date}: to come"),
    }
    return DayCell(
        letter=f"{day.on:%A}"[:1],
        mark=mark,
        today=day.on == today,
        description=words[mark].format(date=date_text(day.on)),
    )


def _week_text(week: Adherence) -> str:
    """Say how many sessions there were, of those the plan asked for up to today."""
    values = {"full": week.full, "planned": week.planned, "partial": week.partial}
    if not week.full and not week.partial:
        return (
            _("No sessions yet. Your first one counts from the first rep.")
            if (not week.missed)
            else _("No sessions yet this week. Any day is a good day to come back.")
        )
    if not week.partial:
        return ngettext(
            "{n} session of {planned} so far.", "{n} sessions of {planned} so far.", week.full
        ).format(**values)
    if week.partial == 1:
        return ngettext(
            "{n} session and a part of one, of {planned} so far.",
            "{n} sessions and a part of one, of {planned} so far.",
            week.full,
        ).format(**values)
    return _("{full} whole sessions and {partial} in part, of {planned} so far.").format(**values)
