"""What the report for the therapist says, ready to be put on paper."""

from dataclasses import dataclass

from rehabtimer.presenters.chart_page import ChartPage


@dataclass(frozen=True)
class KeyFigure:
    """A figure that is seen first: "27 of 33", what it is, and what is to be said besides."""

    value: str
    text: str
    note: str


@dataclass(frozen=True)
class ExerciseLine:
    """One row of the table of exercises; sides and skips have a line each."""

    name: str
    planned: str
    done: str
    pain: str
    skips: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The row, in the order of the columns."""
        return (self.name, self.planned, self.done, self.pain, self.skips)


@dataclass(frozen=True)
class Section:
    """A heading with rows of a short date (or a name) and a text, the most important ones first.

    `left_out` counts those that are not among the rows because there are so many. `empty` is said
    where there are none.
    """

    title: str
    rows: tuple[tuple[str, str], ...]
    left_out: int = 0
    empty: str = ""


@dataclass(frozen=True)
class ReportFrame:
    """Everything in the report; it is plain text, whatever the person wrote.

    `exercise_head` has the names of the columns. `limits` is what the figures can't say.
    """

    title: str
    name: str  # empty: a line to write it on
    name_label: str
    about: tuple[str, ...]
    made_up: str  # says that the history is a demo, else empty
    warnings: tuple[str, ...]
    figures: tuple[KeyFigure, ...]
    pain: ChartPage
    exercises_title: str
    exercise_head: tuple[str, ...]
    exercises: tuple[ExerciseLine, ...]
    changes: Section
    notes: Section
    scores: Section
    besides: Section
    limits: Section
    room_title: str  # above the room for the therapist's own notes
    footer: str  # with `{page}` and `{pages}`
