"""The Programme screen: what a session consists of from the next one on."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from msgspec.structs import replace

from rehabtimer.core.prescription import Choice
from rehabtimer.core.programme import Exercise, Side
from rehabtimer.core.text import _, ngettext
from rehabtimer.core.timeline import compile_timeline, totals
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.options import (
    Option,
    plan_options,
    plan_weekdays,
    toggled,
    weekday_options,
)
from rehabtimer.presenters.programme_frame import (
    Part,
    ProgrammeFrame,
    ProgrammeRow,
    amount,
    has_own_dose,
    programme_row,
)
from rehabtimer.presenters.wording import date_text, minutes_text


@dataclass(frozen=True)
class _Undo:
    """The last change in words, and the way back from it."""

    text: str
    take_back: Callable[[], object]


class ProgrammePresenter:
    """Changes one thing at a time, each at once and each to be undone."""

    def __init__(self, case: Case) -> None:
        """Look at the case as it is."""
        self._case = case
        self._undo: _Undo | None = None

    def frame(self) -> ProgrammeFrame:
        """Return the whole screen."""
        case = self._case
        weekdays = case.plan.weekdays(case.today)
        asked = totals(compile_timeline(case.prescription()))
        return ProgrammeFrame(
            title=_("Programme"),
            subtitle=self._subtitle(),
            total=_("{sets}, {minutes}").format(
                sets=ngettext("{n} set", "{n} sets", asked.sets),
                minutes=minutes_text(asked.seconds) if asked.sets else _("0 min"),
            ),
            total_note=_("a session, as it is now"),
            knees=_knee_options(case.settings.affected),
            knee_note=_("The sore leg goes first. The calf stretch is for that leg only."),
            plans=plan_options(weekdays),
            weekdays=weekday_options(weekdays),
            plan_note=_("Changes hold from today on. Days that have passed keep their plan."),
            rows=self._rows(),
            undo_text=self._undo.text if self._undo else "",
        )

    def set_affected(self, knee: Side) -> None:
        """Say which knee is sore."""
        before = self._case.settings
        if knee is before.affected:
            return
        self._case.save(replace(before, affected=knee))
        self._remember(
            _("The sore knee was changed."),
            lambda: self._case.save(replace(self._case.settings, affected=before.affected)),
        )

    def choose_plan(self, plan: str) -> None:
        """Plan the days as the article has them: "daily" or "three" days a week."""
        chosen = next((option for option in plan_options(self._weekdays) if option.chosen), None)
        if chosen is None or chosen.key != plan:
            self._plan(plan_weekdays(plan))

    def toggle_weekday(self, weekday: int) -> None:
        """Add an ISO weekday to the plan, or take it out; one day always stays."""
        self._plan(toggled(self._weekdays, weekday))

    def switch(self, exercise: str, on: bool) -> None:
        """Turn an exercise on or off."""
        if on == self._case.choice(exercise).on:
            return
        before = self._case.switch(exercise, on=on)
        text = _("{exercise} is on.") if on else _("{exercise} is off.")
        self._remember_choice(text.format(exercise=self._name(exercise)), before)

    def set_dose(self, exercise: str, part: Part, value: float) -> None:
        """Set one number of a dose; what the screen does not offer is brought back within."""
        numbers = getattr(self._case.programme.exercise(exercise).dose, part)
        kept = min(max(value, numbers.low), numbers.limit)
        number = kept if part is Part.HOLD else round(kept)
        own = None if number == numbers.target else number
        choice = self._case.choice(exercise)
        if getattr(choice, part) == own:
            return
        before = self._case.choose(replace(choice, **{part.value: own}))
        text = _("{exercise}: now {amount}.").format(
            exercise=self._name(exercise), amount=amount(part, number)
        )
        self._remember_choice(text, before)

    def reset(self, exercise: str) -> None:
        """Return an exercise to the doses that a new user gets."""
        choice = self._case.choice(exercise)
        if not has_own_dose(choice):
            return
        before = self._case.choose(replace(choice, hold=None, reps=None, sets=None))
        text = _("{exercise}: back to the article's doses.").format(exercise=self._name(exercise))
        self._remember_choice(text, before)

    def undo(self) -> None:
        """Take back the last change."""
        undo, self._undo = self._undo, None
        if undo:
            undo.take_back()

    @property
    def _weekdays(self) -> tuple[int, ...]:
        return self._case.plan.weekdays(self._case.today)

    def _plan(self, weekdays: tuple[int, ...]) -> None:
        before = self._weekdays
        if weekdays == before:
            return
        self._case.change_weekdays(weekdays)
        self._remember(
            _("The days of the plan were changed."), lambda: self._case.change_weekdays(before)
        )

    def _remember(self, text: str, take_back: Callable[[], object]) -> None:
        self._undo = _Undo(text, take_back)

    def _remember_choice(self, text: str, before: Choice) -> None:
        self._remember(text, lambda: self._case.choose(before))

    def _name(self, exercise: str) -> str:
        return _(self._case.programme.exercise(exercise).name)

    def _subtitle(self) -> str:
        plan, today = self._case.plan, self._case.today
        started = date_text(plan.started_on)
        if today < plan.started_on:
            return _("Starts on {date}, {days} days").format(date=started, days=plan.days)
        if today > plan.last_day:
            return _("Started on {date}; its {days} days are over").format(
                date=started, days=plan.days
            )
        return _("Started on {date}; today is day {day} of {days}").format(
            date=started, day=plan.day(today), days=plan.days
        )

    def _rows(self) -> tuple[ProgrammeRow, ...]:
        whole = self._case.prescription(everything=True)
        seconds: defaultdict[str, float] = defaultdict(float)
        for step in compile_timeline(whole):
            seconds[step.exercise] += step.seconds
        return tuple(
            programme_row(
                self._exercise(item.exercise),
                item,
                self._case.choice(item.exercise),
                seconds[item.exercise],
            )
            for item in whole.exercises
        )

    def _exercise(self, identity: str) -> Exercise:
        return self._case.programme.exercise(identity)


def _knee_options(affected: Side) -> tuple[Option, ...]:
    texts = {Side.LEFT: _("Left"), Side.RIGHT: _("Right"), Side.BOTH: _("Both")}
    return tuple(Option(side.value, text, side is affected) for side, text in texts.items())
