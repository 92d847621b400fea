"""The cards of Today: what the log shows, and what can be done about it; none of them blocks."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from msgspec.structs import replace

from rehabtimer.core.pain import Moment, PainRule
from rehabtimer.core.pain_rules import Proposal, propose
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry
from rehabtimer.core.schedule import Plan
from rehabtimer.core.text import _
from rehabtimer.insights.doctor import should_see
from rehabtimer.insights.trying_again import may_try_again
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.closing_words import begin_again_text, closing_text
from rehabtimer.presenters.frames import TodayCard
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.pain_words import alarm_advice
from rehabtimer.presenters.skipped import calm_text, off_text
from rehabtimer.presenters.wording import knee_text, short_date

ALARM, DOCTOR, LIMIT, CLOSING, PAUSED, FILES = (
    "alarm",
    "doctor",
    "limit",
    "closing",
    "paused",
    "files",
)
TRY = "try"  # followed by a colon and the id of the exercise

SEEN, LATER, CARE, PROGRAMME, AGAIN, GO_ON = "seen", "later", "care", "programme", "again", "go-on"

_A_WEEK = timedelta(days=7)


class TodayCards:
    """Finds what there is to say today, and does what is pressed."""

    def __init__(self, case: Case) -> None:
        """Look at one case."""
        self._case = case

    def cards(self) -> tuple[TodayCard, ...]:
        """Return the cards of this moment, the most important first."""
        case, today = self._case, self._case.today
        return (
            *self._alarm(today),
            *self._doctor(today),
            *self._limit(today),
            *self._closing(today),
            *self._paused(today),
            *self._tries(today),
            *(TodayCard(FILES, _("A file of yours was left out"), s) for s in case.problems()),
        )

    def press(self, card: str, action: str) -> str:
        """Do what an action of a card says, and return it in words; "" for a page to open."""
        kind, _colon, exercise = card.partition(":")
        verbs: dict[tuple[str, str], Callable[[str], str]] = {
            (ALARM, SEEN): self._be_seen,
            (DOCTOR, SEEN): self._be_seen,
            (DOCTOR, LATER): self._ask_later,
            (TRY, AGAIN): self._try_again,
            (TRY, LATER): self._try_later,
            (CLOSING, AGAIN): self._begin_again,
            (PAUSED, GO_ON): self._end_pause,
        }
        verb = verbs.get((kind, action))
        return verb(exercise) if verb else ""

    def _be_seen(self, _exercise: str) -> str:
        seen = self._case.today.isoformat()
        self._case.save(replace(self._case.settings, doctor_seen=seen))
        return _("You have been seen.")

    def _ask_later(self, _exercise: str) -> str:
        self._case.save(replace(self._case.settings, doctor_not_before=self._in_a_week))
        return _("This comes back in a week.")

    def _try_again(self, exercise: str) -> str:
        self._case.switch(exercise, on=True)
        return self._named(_("{exercise} is back in the session."), exercise)

    def _try_later(self, exercise: str) -> str:
        choice = self._case.choice(exercise)
        self._case.choose(replace(choice, not_before=self._in_a_week))
        return self._named(_("{exercise} stays off; it is offered again in a week."), exercise)

    def _begin_again(self, _exercise: str) -> str:
        self._case.begin_again(self._case.today)
        return _("A new round begins today.")

    def _end_pause(self, _exercise: str) -> str:
        self._case.end_pause(self._case.today)
        return _("The programme goes on today.")

    @property
    def _in_a_week(self) -> str:
        return (self._case.today + _A_WEEK).isoformat()

    def _named(self, text: str, exercise: str) -> str:
        return text.format(exercise=_(self._case.exercise(exercise).name))

    def _doctor(self, today: date) -> Iterator[TodayCard]:
        """Say what the article advises; another round of the programme is no new beginning.

        Once somebody has been seen, the three weeks begin anew.
        """
        settings, store = self._case.settings, self._case.store
        if today.isoformat() < settings.doctor_not_before:
            return
        since = store.courses.first_start() or today
        if settings.doctor_seen:
            since = max(since, date.fromisoformat(settings.doctor_seen))
        if should_see(Plan(started_on=since), store.diary.daily_worst(since, today), today):
            yield TodayCard(
                DOCTOR,
                _("Still some pain after three weeks"),
                _("The article says: see a doctor when pain has not gone after three weeks."),
                (
                    Option(CARE, _("When to see someone")),
                    Option(SEEN, _("I have been seen")),
                    Option(LATER, _("Ask again in a week")),
                ),
            )

    def _alarm(self, today: date) -> Iterator[TodayCard]:
        """Say again for a week what was told of sharp pain or locking, until it has been seen."""
        told = self._case.store.diary.entries(today - _A_WEEK, today)
        alarms = [entry for entry in told if entry.sharp or entry.locking]
        if not alarms or self._case.settings.doctor_seen >= alarms[-1].when.day.isoformat():
            return
        yield TodayCard(
            ALARM,
            _("Have your knee looked at"),
            alarm_advice(alarms[-1]),
            (Option(CARE, _("When to see someone")), Option(SEEN, _("I have been seen"))),
        )

    def _limit(self, today: date) -> Iterator[TodayCard]:
        """Say what the own limit of pain monitoring comes to after a session and the morning after.

        Of each knee only the latest answer counts.
        """
        settings = self._case.settings
        if settings.pain.rule is not PainRule.MONITORING:
            return
        entries = self._case.store.diary.entries(today - timedelta(days=1), today)
        asked = (Moment.AFTER, Moment.LATER, Moment.MORNING)
        for knee in (Side.LEFT, Side.RIGHT):
            told = [e for e in entries if e.knee is knee and e.moment in asked]
            if not told or told[-1].when.day != today:
                continue
            latest, before = told[-1], _before(told[-1], entries)
            proposal = propose(
                settings.pain,
                latest.moment,
                latest.score,
                knee=knee,
                affected=settings.affected,
                before=before,
            )
            if proposal in (Proposal.EASE_OFF, Proposal.STOP):
                text = _limit_text(latest, before, proposal)
                action = Option(PROGRAMME, _("Open the programme"))
                yield TodayCard(f"{LIMIT}:{knee.value}", _("Your own limit"), text, (action,))

    def _closing(self, today: date) -> Iterator[TodayCard]:
        case, plan = self._case, self._case.plan
        last = plan.last_day_on(today)
        if today <= last:
            return
        daily = case.store.diary.daily_worst(plan.started_on, last)
        yield TodayCard(
            CLOSING,
            _("Your {days} days are over").format(days=plan.days),
            closing_text(case, daily, today),
            (Option(AGAIN, begin_again_text(plan.days)),),
        )

    def _paused(self, today: date) -> Iterator[TodayCard]:
        pause = next((p for p in self._case.plan.pauses if p.until is None), None)
        if pause is not None and pause.since <= today:
            text = _("Since {date}. Its end moves with it; nothing is missed meanwhile.")
            yield TodayCard(
                PAUSED,
                _("Your programme is paused"),
                text.format(date=short_date(pause.since)),
                (Option(GO_ON, _("Go on today")),),
            )

    def _tries(self, today: date) -> Iterator[TodayCard]:
        limits, standing = self._case.settings.pain, self._case.skips()
        since = today - timedelta(days=limits.calm_days)
        daily = self._case.store.diary.daily_worst(since, today) if standing else []
        for exercise in self._case.programme.exercises:
            skip, choice = standing.get(exercise.id), self._case.choice(exercise.id)
            if skip is None or choice.on or today.isoformat() < choice.not_before:
                continue
            if may_try_again(skip, daily, today, limits):
                why = off_text(choice, skip, today)
                yield TodayCard(
                    f"{TRY}:{exercise.id}",
                    _("Try again? {exercise}").format(exercise=_(exercise.name)),
                    _("{why}. {calm}").format(why=why, calm=calm_text(limits)),
                    (Option(AGAIN, _("Try again")), Option(LATER, _("Not yet"))),
                )


def _before(latest: PainEntry, entries: list[PainEntry]) -> int | None:
    """Return the score before the session that an answer follows, of the same knee.

    In the morning that is the last one that was told.
    """
    found = [
        entry.score
        for entry in entries
        if entry.moment is Moment.BEFORE
        and entry.knee is latest.knee
        and entry.when.at < latest.when.at
        and (entry.session == latest.session or latest.moment is Moment.MORNING)
    ]
    return found[-1] if found else None


def _limit_text(latest: PainEntry, before: int | None, proposal: Proposal) -> str:
    told = {
        Moment.AFTER: _("{knee}: {score} after the session."),
        Moment.LATER: _("{knee}: {score} an hour after the session."),
        Moment.MORNING: _("{knee}: {score} this morning."),
    }[latest.moment]
    if before is not None:
        told = {
            Moment.AFTER: _("{knee}: {score} after the session, {before} before it."),
            Moment.LATER: _("{knee}: {score} an hour after the session, {before} before it."),
            Moment.MORNING: _("{knee}: {score} this morning, {before} before the last session."),
        }[latest.moment]
    limit = _("Your own limit says: ease off, with fewer reps or an easier version.")
    if proposal is Proposal.STOP:
        limit = _("Your own limit says: stop for now, and skip what hurt.")
    values = {"knee": knee_text(latest.knee), "score": latest.score, "before": before}
    return _("{told} {limit}").format(told=told.format(**values), limit=limit)
