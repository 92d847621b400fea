"""The pain part of the Settings: which rule holds, its cut points, and when to try again."""

from dataclasses import dataclass

from msgspec.structs import replace

from rehabtimer.core.pain import NO_PAIN, WORST_PAIN, PainLimits, PainRule
from rehabtimer.core.text import _, ngettext
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.options import Option

FEWEST_DAYS, MOST_DAYS = 1, 60
_LEAST_CUT = 1


@dataclass(frozen=True)
class Bounded:
    """A whole number, and the least and the most that it can be set to."""

    value: int
    least: int
    most: int


@dataclass(frozen=True)
class PainSettingsFrame:
    """The rules, each with a note; the cut points hold for monitoring alone."""

    rules: tuple[Option, ...]
    monitoring: bool
    ease: Bounded
    stop: Bounded
    calm_days: Bounded
    calm_most: Bounded
    in_words: str
    again_in_words: str
    undo_text: str


class PainSettingsPresenter:
    """Keeps every change as it is made; the last one can be undone."""

    def __init__(self, case: Case) -> None:
        """Change the settings of a case."""
        self._case = case
        self._undo: tuple[str, PainLimits, PainLimits] | None = None  # words, before, after

    @property
    def limits(self) -> PainLimits:
        """What is chosen now."""
        return self._case.settings.pain

    def frame(self) -> PainSettingsFrame:
        """Return this part of the screen."""
        limits = self.limits
        return PainSettingsFrame(
            rules=_rules(limits.rule),
            monitoring=limits.rule is PainRule.MONITORING,
            ease=Bounded(limits.ease, _LEAST_CUT, limits.stop),
            stop=Bounded(limits.stop, limits.ease, WORST_PAIN),
            calm_days=Bounded(limits.calm_days, FEWEST_DAYS, MOST_DAYS),
            calm_most=Bounded(limits.calm_most, NO_PAIN, WORST_PAIN),
            in_words=_in_words(limits),
            again_in_words=_again_in_words(limits),
            undo_text=self._undo[0] if self._can_undo and self._undo else "",
        )

    def choose_rule(self, key: str) -> None:
        """Go by a rule: "article" or "monitoring"."""
        self._save(_("The pain rule was changed."), replace(self.limits, rule=PainRule(key)))

    def set_ease(self, score: float) -> None:
        """Set the score from which on to ease off, 1 to the one at which to stop."""
        limits = self.limits
        kept = _within(score, _LEAST_CUT, limits.stop)
        self._save(_("The score to ease off was changed."), replace(limits, ease=kept))

    def set_stop(self, score: float) -> None:
        """Set the score from which on to stop, at least the one at which to ease off."""
        limits = self.limits
        kept = _within(score, limits.ease, WORST_PAIN)
        self._save(_("The score to stop was changed."), replace(limits, stop=kept))

    def set_calm_days(self, days: float) -> None:
        """Set after how many calm days to offer a skipped exercise again, 1 to 60."""
        kept = _within(days, FEWEST_DAYS, MOST_DAYS)
        self._save(_("The days to try again were changed."), replace(self.limits, calm_days=kept))

    def set_calm_most(self, score: float) -> None:
        """Set the highest score of a calm day."""
        kept = _within(score, NO_PAIN, WORST_PAIN)
        self._save(_("The pain to try again was changed."), replace(self.limits, calm_most=kept))

    def undo(self) -> None:
        """Take back the last change, or several in a row to the same number."""
        if self._undo and self._can_undo:
            before = self._undo[1]
            self._undo = None
            self._case.save(replace(self._case.settings, pain=before))

    @property
    def _can_undo(self) -> bool:
        """Whether nothing was changed since, here or elsewhere."""
        return self._undo is not None and self._undo[2] == self.limits

    def _save(self, text: str, limits: PainLimits) -> None:
        before = self.limits
        if limits == before:
            return
        if self._undo and self._can_undo and self._undo[0] == text:
            before = self._undo[1]  # a stepper held down is one change
        self._case.save(replace(self._case.settings, pain=limits))
        self._undo = (text, before, limits)


def _rules(chosen: PainRule) -> tuple[Option, ...]:
    texts = {
        PainRule.ARTICLE: (
            _("As the article says"),
            _("Any new knee pain in an exercise offers to skip it. Source: the article."),
        ),
        PainRule.MONITORING: (
            _("Pain monitoring"),
            _(
                "A little pain is fine if it settles within an hour and is no worse next morning."
                " Source: La Trobe University, advice on pain around the kneecap."
            ),
        ),
    }
    return tuple(
        Option(rule.value, text, rule is chosen, note) for rule, (text, note) in texts.items()
    )


def _in_words(limits: PainLimits) -> str:
    """What the cut points come to, since they meet at the ends of the scale."""
    values = {"below": limits.ease - 1, "ease": limits.ease, "to": limits.stop - 1}
    go_on = _("0: go on.") if limits.ease == _LEAST_CUT else _("0 to {below}: go on.")
    ease = _("{ease} to {to}: ease off.")
    if limits.stop == limits.ease:
        ease = ""
    elif limits.stop == limits.ease + 1:
        ease = _("{ease}: ease off.")
    stop = _("{stop} to 10: stop.") if limits.stop < WORST_PAIN else _("10: stop.")
    sentences = (go_on, ease, stop)
    return " ".join(s.format(**values, stop=limits.stop) for s in sentences if s)


def _again_in_words(limits: PainLimits) -> str:
    text = ngettext(
        "A skipped exercise is offered again when your log shows {n} day with no pain above"
        " {most}.",
        "A skipped exercise is offered again when your log shows {n} days with no pain above"
        " {most}.",
        limits.calm_days,
    )
    return text.format(most=limits.calm_most)


def _within(value: float, least: int, most: int) -> int:
    return min(max(round(value), least), most)
