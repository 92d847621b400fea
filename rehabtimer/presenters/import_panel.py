"""What the panel says about a file before anything of it is taken in, and what it then does."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from rehabtimer.core.errors import UserError
from rehabtimer.core.prescription import Choice
from rehabtimer.core.programme import Exercise
from rehabtimer.core.programme_file import Listing
from rehabtimer.core.text import _, ngettext
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.exercise_page import prescription_of
from rehabtimer.presenters.files import quoted
from rehabtimer.presenters.library_import import Conflict, Preview, Standing
from rehabtimer.presenters.wording import dose_text


class Way(StrEnum):
    """How a file is taken in."""

    PLAIN = "plain"
    FOLLOW = "follow"
    REPLACE = "replace"
    KEEP_BOTH = "keep-both"


@dataclass(frozen=True)
class ImportRow:
    """One exercise of the file: its dose in words, and how it stands to what is there."""

    name: str
    dose: str
    standing: str
    conflicts: bool


@dataclass(frozen=True)
class ImportFrame:
    """The whole panel; with a `problem` there is nothing else to say, and no way on.

    `ways` has how it may be taken in, the best first, with the words for it.
    """

    title: str
    lead: str
    rows: tuple[ImportRow, ...]
    question: str
    ways: tuple[tuple[Way, str], ...]
    problem: str


class ImportPresenter:
    """Looks at a file when it is made; takes it in when it is told to."""

    def __init__(self, case: Case, path: Path) -> None:
        """Read the file; what is wrong with it becomes the panel's one sentence."""
        self._case = case
        self._path = path
        self._preview: Preview | None = None
        self._problem = ""
        try:
            self._preview = case.library.preview(path)
        except UserError as error:
            self._problem = str(error)

    def frame(self) -> ImportFrame:
        """Return the panel as it is now."""
        preview = self._preview
        if preview is None or self._problem:
            title = _("{file} cannot be imported").format(file=quoted(self._path.name))
            return ImportFrame(title, "", (), "", (), self._problem)
        return ImportFrame(
            title=_("Import {name}").format(name=_name(preview)),
            lead=_lead(preview),
            rows=tuple(self._row(exercise, preview) for exercise in self._exercises(preview)),
            question=self._question(preview),
            ways=self._ways(preview),
            problem="",
        )

    def take(self, way: Way) -> str:
        """Take the file in, and return what to say about it; nothing, where it went wrong."""
        preview = self._preview
        if preview is None:
            return ""
        conflict = Conflict(way.value) if way in (Way.REPLACE, Way.KEEP_BOTH) else None
        try:
            taken = self._case.library.take(preview, conflict)
        except UserError as error:
            self._problem = str(error)
            return ""
        if taken.programme is None:
            return self._join(taken.exercises)
        return self._add(taken.programme, follow=way is Way.FOLLOW)

    def _join(self, exercises: tuple[str, ...]) -> str:
        """Let exercises take part from the next session on; one that did keeps its choices."""
        case = self._case
        for identity in exercises:
            if identity not in case.course.by_exercise:
                case.choose(Choice(exercise=identity))
            elif not case.choice(identity).on:
                case.switch(identity, on=True)
        case.reload()
        names = ", ".join(_(case.exercise(identity).name) for identity in exercises)
        return _("{exercise} is in your programme now.").format(exercise=names)

    def _add(self, programme: str, *, follow: bool) -> str:
        case = self._case
        if follow:
            case.follow(programme)
        case.reload()
        listed = {each.id: each.name for each in case.library.programmes}
        if case.course.programme == programme:
            text = _("You follow {programme} now.")
        else:
            text = _("{programme} is among your programmes now.")
        return text.format(programme=_(listed[programme]))

    def _is_in(self, identity: str) -> bool:
        return any(exercise.id == identity for exercise in self._case.programme.exercises)

    def _exercises(self, preview: Preview) -> tuple[Exercise, ...]:
        """Return what is done, in order; a programme names exercises that stand elsewhere, too."""
        inside = {exercise.id: exercise for exercise in preview.exercises}
        if preview.listing is None:
            return preview.exercises
        return tuple(
            inside.get(identity) or self._case.exercise(identity)
            for identity in preview.listing.exercises
        )

    def _row(self, exercise: Exercise, preview: Preview) -> ImportRow:
        asked = prescription_of(self._case, exercise, Choice(exercise=exercise.id))
        entries = {each.id: each for each in preview.entries if not each.is_programme}
        entry = entries.get(exercise.id)
        return ImportRow(
            name=_(exercise.name),
            dose=dose_text(exercise, asked.exercises[0]),
            standing=_standing_text(entry.standing if entry else Standing.SAME),
            conflicts=entry is not None and entry.conflicts,
        )

    def _question(self, preview: Preview) -> str:
        if not preview.conflicts:
            return _("All of it is there already.") if preview.is_known else ""
        names = ", ".join(quoted(entry.name) for entry in preview.conflicts)
        if preview.may_replace:
            text = _("You have another {names} already. Keep both, or replace it?")
        else:
            text = _("{names} cannot be replaced; what is in the file can be kept beside it.")
        return text.format(names=names)

    def _ways(self, preview: Preview) -> tuple[tuple[Way, str], ...]:
        if preview.conflicts:
            both = ((Way.KEEP_BOTH, _("&Keep both")),)
            return (*both, (Way.REPLACE, _("&Replace"))) if preview.may_replace else both
        plain, follow = (Way.PLAIN, _("&Import")), (Way.FOLLOW, _("Import and &follow from today"))
        if preview.listing is not None:
            if self._case.course.programme == preview.listing.id:
                return () if preview.is_known else (plain,)
            known = (Way.FOLLOW, _("&Follow it from today"))
            return (known,) if preview.is_known else (plain, follow)
        if not preview.is_known:
            return (plain,)
        (exercise,) = preview.exercises
        return () if self._is_in(exercise.id) else ((Way.PLAIN, _("&Add it to the programme")),)


def _name(preview: Preview) -> str:
    named: Listing | Exercise = preview.listing or preview.exercises[0]
    return _(named.name)


def _lead(preview: Preview) -> str:
    if preview.listing is None:
        return _("An exercise. Nothing has been changed yet.")
    text = ngettext(
        "A programme of {days} days with {n} exercise. Nothing has been changed yet.",
        "A programme of {days} days with {n} exercises. Nothing has been changed yet.",
        len(preview.listing.exercises),
    )
    return text.format(days=preview.listing.days)


def _standing_text(standing: Standing) -> str:
    return {
        Standing.NEW: _("new"),
        Standing.SAME: _("there already"),
        Standing.CHANGED: _("yours is different"),
        Standing.TAKEN: _("cannot be replaced"),
    }[standing]
