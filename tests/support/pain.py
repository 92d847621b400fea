"""Answers about pain, so that a test names only what it is about."""

from datetime import datetime

from msgspec.structs import replace

from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry, Stamp, new_id
from tests.support.clock import A_MORNING


def entry(moment: Moment = Moment.EXTRA, when: datetime = A_MORNING, **values: object) -> PainEntry:
    """An answer about the left knee, 4 of 10, with these values instead."""
    stamp = Stamp.of(when, 4)
    plain = PainEntry(id=new_id(), when=stamp, knee=Side.LEFT, score=4, moment=moment)
    return replace(plain, **values)
