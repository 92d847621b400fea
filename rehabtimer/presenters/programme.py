"""The Programme screen: what a session consists of from the next one on."""

from collections.abc import Callable
from datetime import date, timedelta

from msgspec.structs import replace

from rehabtimer.core.prescription import OffReason
from rehabtimer.core.programme import Side
from rehabtimer.core.text import _, ngettext
from rehabtimer.core.timeline import compile_timeline, totals
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.programme_changes import Changes, legs_text, version_text
from rehabtimer.presenters.programme_doses import DosesPresenter
from rehabtimer.presenters.programme_frame import ProgrammeFrame
from rehabtimer.presenters.programme_hurt import on_and_hurt, skip_what_hurt
from rehabtimer.presenters.programme_listing import legs_frame, list_frame
from rehabtimer.presenters.programme_order import moved, swapped
from rehabtimer.presenters.programme_plan import PlanPresenter
from rehabtimer.presenters.programme_rows import OFF_OPEN, OFF_WEEKS, Rows
from rehabtimer.presenters.settings import AFFECTED_FIRST
from rehabtimer.presenters.wording import minutes_text, short_date


class ProgrammePresenter:
    """Changes one thing at a time, each at once and each to be undone."""

    def __init__(self, case: Case) -> None:
        """Look at the case as it is."""
        self._case = case
        self._changes = Changes(case)
        self.plan = PlanPresenter(case, self._changes)
        self.doses = DosesPresenter(case, self._changes)

    def frame(self) -> ProgrammeFrame:
        """Return the whole screen."""
        asked = totals(compile_timeline(self._case.prescription()))
        rows = Rows(self._case, self._changes).make()
        return ProgrammeFrame(
            title=_("Programme"),
            subtitle=self.plan.subtitle(),
            total=_("{sets}, {minutes}").format(
                sets=ngettext("{n} set", "{n} sets", asked.sets),
                minutes=minutes_text(asked.seconds) if asked.sets else _("0 min"),
            ),
            total_note=_("from the next session on"),
            legs=legs_frame(self._case.settings),
            plan=self.plan.frame(),
            rows=rows,
            listing=list_frame(self._case, rows),
            undo_text=self._changes.text,
        )

    # Legs

    def set_affected(self, knee: Side) -> None:
        """Say which knee is sore."""
        now = self._case.settings
        if knee is not now.affected:
            self._make(
                _("The sore knee was changed."),
                lambda: self._case.save(replace(now, affected=knee)),
            )

    def set_first(self, side: str) -> None:
        """Say which leg begins: "affected", "left" or "right"."""
        now, first = self._case.settings, None if side == AFFECTED_FIRST else Side(side)
        if first is not now.first:
            self._make(
                _("The leg that goes first was changed."),
                lambda: self._case.save(replace(now, first=first)),
            )

    # Which exercises, and in which order

    def switch(self, exercise: str, on: bool) -> None:
        """Turn an exercise on, or off until it is turned on."""
        if not on:
            self.turn_off(exercise, OFF_OPEN)
        elif not self._case.choice(exercise).on:
            text = _("{exercise} is on.").format(exercise=self._name(exercise))
            self._make(text, lambda: self._case.switch(exercise, on=True))

    def turn_off(self, exercise: str, how_long: str) -> None:
        """Turn an exercise off until it is turned on ("open"), or for "1" or "2" weeks."""
        weeks = OFF_WEEKS.get(how_long)
        self._off(exercise, self._case.today + timedelta(weeks=weeks) if weeks else None)

    def turn_off_until(self, exercise: str, day: date) -> None:
        """Turn an exercise off until a date, tomorrow or later."""
        self._off(exercise, max(day, self._case.today + timedelta(days=1)))

    def move(self, exercise: str, place: int) -> None:
        """Move an exercise to a place of the list, from 0; grouped ones stay in their group."""
        order = moved(self._case, exercise, place)
        if order is not None:
            text = _("{exercise} was moved.").format(exercise=self._name(exercise))
            self._make(text, lambda: self._case.arrange(order), key=f"move {exercise}")

    def swap(self, exercise: str, other: str) -> None:
        """Do another exercise in the place of one, which is off from then on."""
        order = swapped(self._case, exercise, other)

        def change() -> None:
            self._turn_on(other)
            if self._case.choice(exercise).on:
                self._case.switch(exercise, on=False)
            self._case.arrange(order)

        text = _("{other} is done instead of {exercise}.")
        self._make(text.format(other=self._name(other), exercise=self._name(exercise)), change)

    def add(self, exercise: str) -> None:
        """Let an exercise of one's own join the programme, as its last."""
        text = _("{exercise} is part of the programme.").format(exercise=self._name(exercise))
        self._make(text, lambda: self._turn_on(exercise))

    def choose_variant(self, exercise: str, variant: str) -> None:
        """Do an easier version from now on; "" is the exercise itself."""
        choice = self._case.choice(exercise)
        if choice.variant != variant:
            text = version_text(self._case.exercise(exercise), variant)
            self._make(text, lambda: self._case.choose(replace(choice, variant=variant)))

    def choose_legs(self, exercise: str, legs: str) -> None:
        """Do an exercise with "both" legs, or only with the "left" or the "right" one."""
        choice, only = self._case.choice(exercise), None if legs == Side.BOTH else Side(legs)
        if choice.only is not only:
            text = legs_text(self._case.exercise(exercise), only)
            self._make(text, lambda: self._case.choose(replace(choice, only=only)))

    def set_group_floor(self, group: bool) -> None:
        """Do the standing exercises first and the floor exercises after them, or not."""
        now = self._case.settings
        if group is not now.group_floor:
            text = _("The floor exercises come last.") if group else _("Your own order holds.")
            self._make(text, lambda: self._case.save(replace(now, group_floor=group)))

    def skip_hurt(self) -> None:
        """Skip everything that hurt this week, until it is turned on."""
        hurt = on_and_hurt(self._case)
        if hurt:
            text = _("Skipped: {exercises}.")
            names = ", ".join(self._name(exercise) for exercise in hurt)
            self._make(text.format(exercises=names), lambda: skip_what_hurt(self._case))

    def restore_article(self) -> None:
        """Go back to the article's exercises, doses, versions and order."""
        self._make(_("The article's programme is back."), self._case.restore_article)

    def undo(self) -> None:
        """Take back the last change."""
        self._changes.take_back()

    def keep(self) -> None:
        """Answer no to whatever is being asked."""
        self._changes.drop_questions()

    def _make(self, text: str, change: Callable[[], object], *, key: str = "") -> None:
        self._changes.make(text, change, key=key)

    def _off(self, exercise: str, until: date | None) -> None:
        choice = self._case.choice(exercise)
        if not choice.on and choice.until == (until.isoformat() if until else ""):
            return
        told = (each for each in OffReason if each == choice.reason)
        reason = next(told, OffReason.OWN_CHOICE)
        text = _("{exercise} is off.").format(exercise=self._name(exercise))
        if until:
            text = _("{exercise} is off until {date}.")
            text = text.format(exercise=self._name(exercise), date=short_date(until))
        self._make(text, lambda: self._case.switch(exercise, on=False, reason=reason, until=until))

    def _turn_on(self, exercise: str) -> None:
        case = self._case
        if exercise in {each.id for each in case.programme.exercises}:
            case.switch(exercise, on=True)
        else:
            case.choose(replace(case.choice(exercise), on=True))
            case.reload()

    def _name(self, exercise: str) -> str:
        return _(self._case.exercise(exercise).name)
