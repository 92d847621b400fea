"""What Trends says: one question at a time, answered in words, as a chart and as a table."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rehabtimer.core.text import _
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.chart_axis import Span, span_options
from rehabtimer.presenters.chart_page import ChartKey, ChartPage
from rehabtimer.presenters.chart_reading import Reading, read_page
from rehabtimer.presenters.options import Option

if TYPE_CHECKING:
    from rehabtimer.storage.store import Store


@dataclass(frozen=True)
class TrendsFrame:
    """Everything that Trends says; `spans` is empty while all of them are the same weeks."""

    which: tuple[Option, ...]
    spans: tuple[Option, ...]
    page: ChartPage


class TrendsPresenter:
    """Says what Trends shows of a case, and remembers which chart and which weeks are looked at."""

    def __init__(self, case: Case) -> None:
        """Begin with pain in the weeks of the programme."""
        self._case = case
        self._key = ChartKey.PAIN
        self._span = Span.PROGRAMME

    def frame(self) -> TrendsFrame:
        """Return the screen as it is now; only the records of its chart are read."""
        case = self._case
        reading = Reading(
            store=case.store,
            courses=tuple(case.store.courses.taken_up()),
            programme=case.programme,
            exercise=case.exercise,
            settings=case.settings,
            today=case.today,
        )
        return TrendsFrame(
            which=chart_options(self._key),
            spans=span_options(self._span, reading.plan, reading.today, reading.earliest),
            page=read_page(reading, self._key, self._span),
        )

    def show(self, chart: str) -> None:
        """Look at another chart."""
        self._key = ChartKey(chart)

    def choose(self, span: str) -> None:
        """Look at other weeks."""
        self._span = Span(span)


def read_chart(store: "Store", key: ChartKey, span: Span, today: date) -> ChartPage:
    """Return a chart of a history, as Trends shows it; nothing is changed.

    Without a course, the programme of a new user is taken to begin today.
    """
    return read_page(Reading.of(store, today), key, span)


def chart_options(chosen: ChartKey) -> tuple[Option, ...]:
    """Return the charts to choose from, each with the question that it answers as a note."""
    names = {
        ChartKey.PAIN: (_("Pain"), _("How does the pain change?")),
        ChartKey.SESSIONS: (_("Sessions"), _("How many of the planned sessions were done?")),
        ChartKey.EXERCISES: (_("Exercises"), _("Which exercise hurts, and how much was done?")),
        ChartKey.ACTIVITY: (_("Activity"), _("How much else was done, and what about the pain?")),
    }
    return tuple(
        Option(key.value, name, key is chosen, note) for key, (name, note) in names.items()
    )
