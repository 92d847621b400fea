"""The Settings screen: tempo and rests, waiting, look and data; all of it kept at once."""

from dataclasses import dataclass

from msgspec.structs import replace

from rehabtimer import __version__
from rehabtimer.core.prescription import Timing, Wait
from rehabtimer.core.programme import Side
from rehabtimer.core.settings import TIMING_LIMITS, Settings, Theme, Units
from rehabtimer.core.text import _
from rehabtimer.presenters.care import not_a_device
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.options import Option

LEAST_TEXT, MOST_TEXT, TEXT_STEP = 80, 160, 10  # per cent
LATEST_DAY_START = 12
AFFECTED_FIRST = "affected"


@dataclass(frozen=True)
class TimeSetting:
    """One time of a session, in seconds."""

    key: str
    text: str
    seconds: float
    least: float
    most: float
    step: float


@dataclass(frozen=True)
class SettingsFrame:
    """The whole screen; sizes of text are per cent, `day_start` is an hour."""

    title: str
    times: tuple[TimeSetting, ...]
    waits: tuple[Option, ...]
    first_sides: tuple[Option, ...]
    group_floor: bool
    themes: tuple[Option, ...]
    theme: Theme
    text_size: int
    still: bool
    day_start: int
    units: tuple[Option, ...]
    about: str
    disclaimer: str
    can_restore: bool
    undo_text: str

    @property
    def text_scale(self) -> float:
        """The size of text as a factor, as the theme takes it."""
        return self.text_size / 100


class SettingsPresenter:
    """Keeps every change as it is made."""

    def __init__(self, case: Case, units: Units = Units.KM) -> None:
        """`units` are those that are usual here."""
        self._case = case
        self._usual = units
        self._before_defaults: Settings | None = None

    def frame(self) -> SettingsFrame:
        """Return the whole screen."""
        settings = self._case.settings
        return SettingsFrame(
            title=_("Settings"),
            times=_times(settings.timing),
            waits=_waits(settings.wait),
            first_sides=_first_sides(settings.first),
            group_floor=settings.group_floor,
            themes=_themes(settings.theme),
            theme=settings.theme,
            text_size=round(settings.text_scale * 100),
            still=settings.still,
            day_start=settings.day_start,
            units=_units(settings.units),
            about=_("RehabTimer {version}").format(version=__version__),
            disclaimer=not_a_device(),
            can_restore=settings != self._with_defaults(settings),
            undo_text=_("The defaults are back.") if self._can_undo else "",
        )

    def set_time(self, key: str, seconds: float) -> None:
        """Set one of the times of a session, within its limits."""
        limits = TIMING_LIMITS[key]
        kept = min(max(seconds, limits.least), limits.most)
        timing = replace(self._case.settings.timing, **{key: kept})
        self._save(replace(self._case.settings, timing=timing))

    def set_wait(self, wait: str) -> None:
        """Set where the clock waits."""
        self._save(replace(self._case.settings, wait=Wait(wait)))

    def set_first(self, side: str) -> None:
        """Set the leg that begins: "affected", "left" or "right"."""
        first = None if side == AFFECTED_FIRST else Side(side)
        self._save(replace(self._case.settings, first=first))

    def set_group_floor(self, group: bool) -> None:
        """Do the standing exercises first and the floor exercises after them, or not."""
        self._save(replace(self._case.settings, group_floor=group))

    def set_theme(self, theme: str) -> None:
        """Set the look."""
        self._save(replace(self._case.settings, theme=Theme(theme)))

    def set_text_size(self, per_cent: float) -> None:
        """Set the size of text, in per cent."""
        kept = min(max(per_cent, LEAST_TEXT), MOST_TEXT)
        self._save(replace(self._case.settings, text_scale=kept / 100))

    def set_still(self, still: bool) -> None:
        """Show two still poses in a session, or a figure that moves."""
        self._save(replace(self._case.settings, still=still))

    def set_day_start(self, hour: float) -> None:
        """Set the hour at which a new day begins."""
        kept = min(max(round(hour), 0), LATEST_DAY_START)
        self._save(replace(self._case.settings, day_start=kept))

    def set_units(self, units: str) -> None:
        """Tell distances in "km" or "miles"; they are kept in metres."""
        self._save(replace(self._case.settings, units=Units(units)))

    def restore_defaults(self) -> None:
        """Return everything on this screen to how it was at the first start."""
        before = self._case.settings
        if before != self._with_defaults(before):
            self._case.save(self._with_defaults(before))
            self._before_defaults = before

    def undo(self) -> None:
        """Take back the return to the defaults."""
        before, now = self._before_defaults, self._case.settings
        if before and self._can_undo:
            self._before_defaults = None
            self._case.save(
                replace(before, affected=now.affected, met=now.met, welcomed=now.welcomed)
            )

    @property
    def _can_undo(self) -> bool:
        """Whether the defaults are back, and nothing was changed since, here or elsewhere."""
        now = self._case.settings
        return self._before_defaults is not None and now == self._with_defaults(now)

    def _with_defaults(self, settings: Settings) -> Settings:
        """What the person said and learnt is no setting of this screen, and stays."""
        return Settings(
            welcomed=settings.welcomed,
            affected=settings.affected,
            met=settings.met,
            units=self._usual,
        )

    def _save(self, settings: Settings) -> None:
        if settings != self._case.settings:
            self._case.save(settings)


def _times(timing: Timing) -> tuple[TimeSetting, ...]:
    rows = (
        ("go", _("Moving up (go)"), timing.go, 0.5),
        ("back", _("Moving back (return)"), timing.back, 0.5),
        ("switch", _("Switching sides"), timing.switch, 1.0),
        ("rest", _("Rest between sets"), timing.rest, 5.0),
        ("between", _("Rest between exercises"), timing.between, 5.0),
        ("prepare", _("Getting ready"), timing.prepare, 1.0),
    )
    return tuple(
        TimeSetting(key, text, seconds, TIMING_LIMITS[key].least, TIMING_LIMITS[key].most, step)
        for key, text, seconds, step in rows
    )


def _waits(wait: Wait) -> tuple[Option, ...]:
    texts = {
        Wait.NEVER: _("Never"),
        Wait.EXERCISE: _("Before each exercise"),
        Wait.SET: _("Before each set"),
    }
    return tuple(Option(kind.value, text, kind is wait) for kind, text in texts.items())


def _first_sides(first: Side | None) -> tuple[Option, ...]:
    chosen = first.value if first else AFFECTED_FIRST
    texts = {
        AFFECTED_FIRST: _("Affected side"),
        Side.LEFT.value: _("Left"),
        Side.RIGHT.value: _("Right"),
    }
    return tuple(Option(key, text, key == chosen) for key, text in texts.items())


def _themes(theme: Theme) -> tuple[Option, ...]:
    texts = {
        Theme.SYSTEM: _("Like the system"),
        Theme.LIGHT: _("Light"),
        Theme.DARK: _("Dark"),
    }
    return tuple(Option(kind.value, text, kind is theme) for kind, text in texts.items())


def _units(chosen: Units) -> tuple[Option, ...]:
    texts = {Units.KM: _("Kilometres"), Units.MILES: _("Miles")}
    return tuple(Option(kind.value, text, kind is chosen) for kind, text in texts.items())
