"""What each question of the first start says, made from the answers so far."""

from dataclasses import dataclass, field
from datetime import date
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
    """One question; `several` says that more than one option may be chosen."""

    page: Page
    question: int
    questions: int
    progress: str
    title: str
    lead: str
    options: tuple[Option, ...]
    next_text: str
    several: bool = False
    weekdays: tuple[Option, ...] = ()
    start: date | None = None
    points: tuple[str, ...] = ()
    picture: str = ""
    picture_side: Side = Side.LEFT
    can_go_back: bool = True
    can_skip: bool = True
    small: str = ""


def welcome_frame(page: Page, answers: Answers, today: date) -> WelcomeFrame:
    """Return what a page says."""
    return {
        Page.KNEE: _knee,
        Page.SIGNS: _signs,
        Page.DOCTOR: _doctor,
        Page.STAIRS: _stairs,
        Page.DAYS: _days,
    }[page](answers, today)


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
    return _frame(
        Page.KNEE,
        _("Which knee is sore?"),
        _("The sore leg goes first, and pain is asked about for that knee."),
        tuple(Option(side.value, text, side is chosen) for side, text in texts.items()),
        picture="straight-leg-lift",
        picture_side=chosen or Side.LEFT,
        can_go_back=False,
    )


def _signs(answers: Answers, _today: date) -> WelcomeFrame:
    return _frame(
        Page.SIGNS,
        _("Does any of this apply?"),
        _("These are signs that someone should look at the knee first. If none does, go on."),
        tuple(Option(key, text, key in answers.signs) for key, text in signs().items()),
        several=True,
    )


def _doctor(answers: Answers, _today: date) -> WelcomeFrame:
    urgent = answers.signs - SOON
    today = _("Please get the knee looked at today, before you exercise. You ticked:")
    soon = _("Please book an appointment before you begin. You ticked:")
    return _frame(
        Page.DOCTOR,
        _("See a doctor first"),
        today if urgent else soon,
        (Option("seen", _("I have been seen"), note=_("and may do exercises")),),
        points=tuple(text for key, text in signs().items() if key in answers.signs),
        next_text=_("Go on anyway"),
        can_skip=False,
    )


def _stairs(answers: Answers, _today: date) -> WelcomeFrame:
    hurt = answers.stairs_hurt
    return _frame(
        Page.STAIRS,
        _("Do stairs hurt?"),
        _("One exercise is a step up. If stairs hurt, it starts switched off."),
        (
            Option(YES, _("Yes, stairs hurt"), hurt is True, _("Step up waits until later")),
            Option(NO, _("No, stairs are all right"), hurt is False, _("Step up is part of it")),
        ),
        picture="step-up",
    )


def _days(answers: Answers, today: date) -> WelcomeFrame:
    return _frame(
        Page.DAYS,
        _("How often, and from when?"),
        _("The article says both daily and three times a week. You can change this later."),
        plan_options(answers.weekdays),
        weekdays=weekday_options(answers.weekdays),
        start=answers.start or today,
        picture="hip-flexor-stretch",
        next_text=_("Begin"),
    )


def _frame(  # noqa: PLR0913 - a frame is made of named parts
    page: Page,
    title: str,
    lead: str,
    options: tuple[Option, ...],
    *,
    next_text: str = "",
    several: bool = False,
    weekdays: tuple[Option, ...] = (),
    start: date | None = None,
    points: tuple[str, ...] = (),
    picture: str = "",
    picture_side: Side = Side.LEFT,
    can_go_back: bool = True,
    can_skip: bool = True,
) -> WelcomeFrame:
    question = QUESTIONS.index(Page.SIGNS if page is Page.DOCTOR else page) + 1
    return WelcomeFrame(
        page=page,
        question=question,
        questions=len(QUESTIONS),
        progress=_("{question} of {questions}").format(question=question, questions=len(QUESTIONS)),
        title=title,
        lead=lead,
        options=options,
        next_text=next_text or _("Next"),
        several=several,
        weekdays=weekdays,
        start=start,
        points=points,
        picture=picture,
        picture_side=picture_side,
        can_go_back=can_go_back,
        can_skip=can_skip,
        small=not_a_device(),
    )
