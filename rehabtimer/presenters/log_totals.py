"""What the Log does with totals of questionnaires that were filled in elsewhere."""

from collections.abc import Callable, Collection
from datetime import date

from msgspec.structs import replace

from rehabtimer.core.records import new_id
from rehabtimer.core.text import _
from rehabtimer.core.workouts import MOST_TOTAL, TotalScore
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.changes import Changes
from rehabtimer.presenters.distances import number_text, two_readings, typed_number
from rehabtimer.presenters.log_forms import KnownTotal, TotalAnswer, TotalForm, TotalProblems
from rehabtimer.presenters.log_frame import EARLIEST

_LONGEST_NAME = 100
_MOST_KNOWN = 4


class TotalLog:
    """Adds, changes and removes totals, each at once and each to be undone."""

    def __init__(self, case: Case, changes: Changes) -> None:
        """Keep them in the history of a case."""
        self._case = case
        self._changes = changes
        self._added = 0
        self._edited: TotalScore | None = None
        self._problems = TotalProblems()  # of the form at the top
        self._edit_problems = TotalProblems()

    def form(self) -> TotalForm:
        """Return the form at the top."""
        return self._form(f"total-{self._added}", None, self._problems)

    def edited(self, there: Collection[str]) -> TotalForm | None:
        """Return the form that is open, unless its total is not among those `there`."""
        if self._edited is None or self._edited.id not in there:
            self._edited = None
            return None
        return self._form(self._edited.id, self._edited, self._edit_problems)

    def add(self, answer: TotalAnswer) -> None:
        """Keep a total, or say what is wrong with the form."""
        self._problems = self._look_over(answer)
        if not self._problems.are_none:
            self._changes.refuse()
            return
        total = _filled(new_id(), answer)
        totals = self._case.store.total_scores
        totals.add(total)
        self._added += 1
        self._remember(_("“{entry}” is kept."), total, lambda: totals.remove(total.id))

    def edit(self, identity: str) -> bool:
        """Open the form of a total, if it is one."""
        self._edited = self._find(identity)
        self._edit_problems = TotalProblems()
        return self._edited is not None

    def cancel(self) -> None:
        """Close that form without a change."""
        self._edited = None

    def change(self, answer: TotalAnswer) -> None:
        """Keep what the form of the edited total says, or say what is wrong with it."""
        before = self._edited
        if before is None:
            return
        self._edit_problems = self._look_over(answer)
        if not self._edit_problems.are_none:
            self._changes.refuse()
            return
        after = replace(_filled(before.id, answer), edited_at=before.edited_at)
        if after != before:
            totals = self._case.store.total_scores
            totals.change(replace(after, edited_at=self._case.stamp.at))
            self._remember(_("“{entry}” was changed."), before, lambda: totals.change(before))
        self._edited = None

    def remove(self, identity: str) -> bool:
        """Forget a total, if it is one."""
        total = self._find(identity)
        if total is None:
            return False
        totals = self._case.store.total_scores
        totals.remove(identity)
        self._remember(_("“{entry}” was deleted."), total, lambda: totals.add(total))
        return True

    def _find(self, identity: str) -> TotalScore | None:
        return next((each for each in self._all() if each.id == identity), None)

    def _all(self) -> list[TotalScore]:
        return self._case.store.total_scores.between(None, date.max)

    def _remember(self, text: str, total: TotalScore, take_back: Callable[[], object]) -> None:
        self._changes.remember(
            text.format(entry=total_text(total)), take_back, lambda: self._find(total.id)
        )

    def _form(self, identity: str, total: TotalScore | None, problems: TotalProblems) -> TotalForm:
        today = self._case.today
        return TotalForm(
            id=identity,
            save=_("Keep the change") if total else _("Keep it"),
            known=self._known(),
            name=total.name if total else "",
            value=number_text(total.value) if total else "",
            most=_most_text(total) if total else "",
            day=total.day if total else today,
            earliest=EARLIEST,
            latest=max(today, total.day) if total else today,
            problems=problems,
        )

    def _known(self) -> tuple[KnownTotal, ...]:
        """Return the questionnaires that were kept before, the latest first."""
        latest: dict[str, KnownTotal] = {}
        for each in reversed(self._all()):
            latest.setdefault(each.name, KnownTotal(each.name, _most_text(each)))
        return tuple(latest.values())[:_MOST_KNOWN]

    def _look_over(self, answer: TotalAnswer) -> TotalProblems:
        value, most = _typed(answer.value), _typed(answer.most)
        most_problem = two_readings(answer.most) if most is None else ""
        return TotalProblems(
            name=_name_problem(_name(answer)),
            value=(two_readings(answer.value) if value is None else "")
            or _value_problem(value, most),
            most=most_problem or (_most_problem(most) if answer.most.strip() else ""),
            when=self._when_problem(answer.day),
        )

    def _when_problem(self, day: date) -> str:
        if day > self._case.today:
            return _("That is still to come; please choose a day up to today.")
        return ""


def total_text(total: TotalScore) -> str:
    """Return a total in one line: "AKPS: 78 of 100"."""
    text = _("{name}: {value}") if total.most is None else _("{name}: {value} of {most}")
    return text.format(name=total.name, value=number_text(total.value), most=_most_text(total))


def _filled(identity: str, answer: TotalAnswer) -> TotalScore:
    return TotalScore(
        id=identity,
        day=answer.day,
        name=_name(answer),
        value=_rounded(answer.value) or 0.0,
        most=_rounded(answer.most),
    )


def _typed(text: str) -> float | None:
    """Read "1,000" as the most there can be, for so the form itself writes it."""
    return float(MOST_TOTAL) if text.strip() == f"{MOST_TOTAL:,}" else typed_number(text)


def _rounded(text: str) -> float | None:
    number = _typed(text)
    return None if number is None else round(number, 3)


def _name(answer: TotalAnswer) -> str:
    """One line, with nothing invisible in it."""
    shown = "".join(sign if sign.isprintable() else " " for sign in answer.name)
    return " ".join(shown.split())


def _name_problem(name: str) -> str:
    if not name:
        return _("Please name the questionnaire.")
    if len(name) > _LONGEST_NAME:
        return _("A name has room for 100 characters; please shorten it.")
    return ""


def _value_problem(value: float | None, most: float | None) -> str:
    if value is None or value > MOST_TOTAL:
        return _("Please fill in the total: a number from 0 to 1,000.")
    if most is not None and value > most > 0:
        return _("The total is more than what it is out of; please look at both again.")
    return ""


def _most_problem(most: float | None) -> str:
    if most is None or not 0 < most <= MOST_TOTAL:
        return _("What it is out of is a number above 0, up to 1,000; or leave it open.")
    return ""


def _most_text(total: TotalScore) -> str:
    return "" if total.most is None else number_text(total.most)
