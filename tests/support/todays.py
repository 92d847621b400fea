"""What Today shows, looked up, and answers about pain for it to look at."""

from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry, new_id
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.frames import TodayCard
from rehabtimer.presenters.today import TodayPresenter
from tests.support.cases import clock_of


def keys(today: TodayPresenter) -> list[str]:
    return [card.key for card in today.frame().cards]


def card(today: TodayPresenter, key: str) -> TodayCard:
    return next(card for card in today.frame().cards if card.key == key)


def actions(today: TodayPresenter, key: str) -> list[tuple[str, str]]:
    return [(action.key, action.text) for action in card(today, key).actions]


def log(
    case: Case,
    score: int | None,
    moment: Moment = Moment.EXTRA,
    knee: Side = Side.LEFT,
    session: str | None = None,
) -> None:
    """Tell of a knee now; a minute passes."""
    case.store.diary.add(
        PainEntry(
            id=new_id(), when=case.stamp, knee=knee, score=score, moment=moment, session=session
        )
    )
    clock_of(case).advance(60)
