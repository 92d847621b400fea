"""What each question of the first start says, made from the answers so far."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from rehabtimer.core.programme import Side
from rehabtimer.core.schedule import EVERY_DAY
from rehabtimer.core.text import _
from rehabtimer.presenters.care import not_a_device
from rehabtimer.presenters.options import Option, plan_options, weekday_options


class Page(StrEnum):
    """What is on the screen; the card about a doctor belongs to the second question."""

    KNEE = "knee"
    SIGNS = "signs"
    DOCTOR = "doctor"
    STAIRS = "stairs"
    DAYS = "days"


QUESTIONS = (Page.KNEE, Page.SIGNS, Page.STAIRS, Page.DAYS)
YES, NO = "yes", "no"
DAYS_BACK, DAYS_AHEAD = 41, 90
SOON = frozenset({"rest", "three-weeks"})  # signs for which an appointment will do


@dataclass(frozen=True)
class Answers:
    """What has been answered; what has not keeps the value of somebody who was never asked."""

    affected: Side | None = None
    signs: frozenset[str] = field(default_factory=frozenset)
    stairs_hurt: bool | None = None
    weekdays: tuple[int, ...] = EVERY_DAY
    start: date | None = None


@dataclass(frozen=True)
class WelcomeFrame:
    """One question with its answers; `points` are what somebody ticked before."""

    page: Page
    title: str
    lead: str
    options: tuple[Option, ...]
    next_text: str
    points: tuple[str, ...] = ()
    weekdays: tuple[Option, ...] = ()
    start: date | None = None
    earliest: date | None = None
    latest: date | None = None
    sound_check: str = ""
    picture: str = ""
    picture_side: Side = Side.LEFT
    can_go_back: bool = True
    can_skip: bool = True

    @property
    def question(self) -> int:
        """Which of the questions this is, from 1."""
        return QUESTIONS.index(Page.SIGNS if self.page is Page.DOCTOR else self.page) + 1

    @property
    def questions(self) -> int:
        """How many there are."""
        return len(QUESTIONS)

    @property
    def progress(self) -> str:
        """Where this is among the questions."""
        return _("{question} of {questions}").format(
            question=self.question, questions=self.questions
        )

    @property
    def small(self) -> str:
        """What this program is, and is not."""
        return not_a_device()


def welcome_frame(page: Page, answers: Answers, today: date) -> WelcomeFrame:
    """Return what a page says."""
    return {
        Page.KNEE: _knee,
        Page.SIGNS: _signs,
        Page.DOCTOR: _doctor,
        Page.STAIRS: _stairs,
        Page.DAYS: _days,
    }[page](answers, today)


def earliest(today: date) -> date:
    """Return the first date on which a programme may have begun; its last day lies ahead."""
    return today - timedelta(days=DAYS_BACK)


def latest(today: date) -> date:
    """Return the last date that a start may be put off to."""
    return today + timedelta(days=DAYS_AHEAD)


def signs() -> dict[str, str]:
    """Return the signs that somebody should look at, by key: the urgent ones first."""
    return {
        "weight": _("I cannot put weight on the leg"),
        "bend": _("I cannot bend or straighten the knee"),
        "swollen": _("The knee is badly swollen"),
        "shape": _("The knee or leg has changed its shape"),
        "locks": _("The knee locks or gives way"),
        "hot": _("It is hot and red, and I have a fever"),
        "numb": _("The foot is numb or cold"),
        "rest": _("It hurts at rest or at night"),
        "three-weeks": _("It is no better after three weeks"),
    }


def _knee(answers: Answers, _today: date) -> WelcomeFrame:
    texts = {Side.LEFT: _("Left knee"), Side.RIGHT: _("Right knee"), Side.BOTH: _("Both knees")}
    chosen = answers.affected
    return WelcomeFrame(
        Page.KNEE,
        _("Which knee is sore?"),
        _("The sore leg goes first, and pain is asked about for that knee."),
        tuple(Option(side.value, text, side is chosen) for side, text in texts.items()),
        next_text=_("Next"),
        picture="straight-leg-lift",
        picture_side=chosen or Side.LEFT,
        can_go_back=False,
    )


def _signs(answers: Answers, _today: date) -> WelcomeFrame:
    return WelcomeFrame(
        Page.SIGNS,
        _("Does any of this apply?"),
        _("These are signs that someone should look at the knee first. If none does, go on."),
        tuple(Option(key, text, key in answers.signs) for key, text in signs().items()),
        next_text=_("Next"),
    )


def _doctor(answers: Answers, _today: date) -> WelcomeFrame:
    urgent = answers.signs - SOON
    today = _("Please have the knee looked at today. The exercises can wait. You ticked:")
    soon = _("Please book an appointment. The exercises can wait until then. You ticked:")
    return WelcomeFrame(
        Page.DOCTOR,
        _("See a doctor first"),
        today if urgent else soon,
        (Option("seen", _("I have been seen, and may exercise")),),
        points=tuple(text for key, text in signs().items() if key in answers.signs),
        next_text=_("Go on anyway"),
        can_skip=False,
    )


def _stairs(answers: Answers, _today: date) -> WelcomeFrame:
    hurt = answers.stairs_hurt
    return WelcomeFrame(
        Page.STAIRS,
        _("Do stairs hurt?"),
        _("One exercise is a step up. If stairs hurt, it starts switched off."),
        (
            Option(YES, _("Yes, stairs hurt"), hurt is True, _("Step up waits until later")),
            Option(NO, _("No, stairs are all right"), hurt is False, _("Step up is part of it")),
        ),
        next_text=_("Next"),
        picture="step-up",
    )


def _days(answers: Answers, today: date) -> WelcomeFrame:
    return WelcomeFrame(
        Page.DAYS,
        _("How often?"),
        _("The article says both. You can change this later."),
        plan_options(answers.weekdays),
        weekdays=weekday_options(answers.weekdays),
        start=answers.start or today,
        earliest=earliest(today),
        latest=latest(today),
        sound_check=_("Can you see and hear this from the floor?"),
        picture="hip-flexor-stretch",
        next_text=_("Begin"),
    )
