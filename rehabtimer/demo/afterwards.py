"""What is kept once the days are over: remarks, what was put right by hand, totals, relievers.

It has dice of its own, and changes nothing of how the days went.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from random import Random

from msgspec.structs import replace

from rehabtimer.core.records import SessionRecord, SessionStatus, Source
from rehabtimer.core.text import _
from rehabtimer.core.workouts import TotalScore
from rehabtimer.demo.besides import key
from rehabtimer.demo.luck import Luck, is_flare
from rehabtimer.demo.made import DemoSession

_ADDED, _EDITED = 5, 9  # the sessions, counted back from the last one
_LATER = timedelta(hours=3)
_TOTAL, _BEST = "AKPS", 100.0  # of which 100 is the best there is
_TOTALS = (68.0, 76.0, 83.0)


class Afterwards:
    """Goes through what was kept, once all of it is there."""

    def __init__(self, seed: int, start: date, story: Luck) -> None:
        """Take what the days were like."""
        self._dice = Random(f"{seed} afterwards")  # noqa: S311 - for a story, not for a secret
        self._start, self._luck = start, story

    def sessions(self, sessions: list[DemoSession]) -> Iterator[DemoSession]:
        """Yield the sessions with some remarks; one was added by hand, another one edited."""
        whole = [record.id for record, _rows in sessions if record.status is SessionStatus.ENDED]
        added, edited = (_nth_last(whole, place) for place in (_ADDED, _EDITED))
        for record, rows in sessions:
            told = self._remark(record)
            if record.id == added:
                told = replace(told, source=Source.ADDED, note=_("Done at my sister's"))
            if record.id == edited and record.ended_at:
                told = replace(told, edited_at=record.ended_at + _LATER)
            yield told, rows

    def relievers(self) -> tuple[date, ...]:
        """Return the dates of the flare-ups, and of some days after them."""
        sore = (day for day in range(1, self._luck.days) if is_flare(day))
        after = (
            day
            for day in range(2, self._luck.days)
            if is_flare(day - 1) and not is_flare(day) and self._dice.random() < 0.5
        )
        return tuple(sorted(map(self._on, {*sore, *after})))

    def totals(self) -> tuple[TotalScore, ...]:
        """Return the totals of a questionnaire: in the beginning, half way, and lately."""
        last = self._luck.days - 1
        return tuple(self._totals(day for day in (1, last // 2, last - 1) if 0 < day <= last))

    def _totals(self, days: Iterable[int]) -> Iterator[TotalScore]:
        for day, value in zip(sorted(set(days)), _TOTALS, strict=False):
            yield TotalScore(
                id=key(self._dice), day=self._on(day), name=_TOTAL, value=value, most=_BEST
            )

    def _remark(self, record: SessionRecord) -> SessionRecord:
        if self._dice.random() >= 0.12:
            return record
        return replace(record, note=self._dice.choice(_remarks()))

    def _on(self, day: int) -> date:
        return self._start + timedelta(days=day - 1)


def _nth_last(keys: list[str], place: int) -> str:
    return keys[-place] if len(keys) >= place else ""


def _remarks() -> tuple[str, ...]:
    return (
        _("Knee felt looser at the end than at the start"),
        _("Tired, took long rests"),
        _("Music on, went by quickly"),
        _("Cat on the mat again"),
    )
