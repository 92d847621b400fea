"""What stands around the list of exercises on the Programme screen: legs above, offers below."""

from rehabtimer.core.programme import Side
from rehabtimer.core.settings import Settings
from rehabtimer.core.text import _
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.programme_frame import LegsFrame, ListFrame, ProgrammeRow
from rehabtimer.presenters.programme_hurt import hurt_text, on_and_hurt
from rehabtimer.presenters.programme_rows import addable
from rehabtimer.presenters.settings import AFFECTED_FIRST


def legs_frame(settings: Settings) -> LegsFrame:
    """Return which knee is sore, and which leg begins."""
    return LegsFrame(
        knees=_knee_options(settings.affected),
        knee_note=_("The calf stretch is for that leg only."),
        firsts=_first_options(settings.first, settings.affected),
    )


def list_frame(case: Case, rows: tuple[ProgrammeRow, ...]) -> ListFrame:
    """Return what is said and offered around these rows."""
    grouped = case.settings.group_floor
    floor = _("Standing exercises come first, then those on the floor. Rows move within these.")
    plain = _("Done from top to bottom. Drag a row, or press Alt+Up and Alt+Down.")
    return ListFrame(
        group_floor=grouped,
        order_note=floor if grouped else plain,
        hurt_text=hurt_text(case),
        can_skip_hurt=bool(on_and_hurt(case)),
        empty="" if any(row.on for row in rows) else _empty_text(),
        own=_own_options(case),
        restore_note=_(
            "The article's ten exercises with its doses and its order, all of them on. Your "
            "history and your own exercises stay."
        ),
        problems=case.library.problems,
    )


def _empty_text() -> str:
    return _(
        "Every exercise is off, so there is nothing to do in a session. Turn some on, or restore "
        "the article's programme."
    )


def _own_options(case: Case) -> tuple[Option, ...]:
    text = _("Add: {exercise}")
    names = {each.id: _(each.name) for each in addable(case)}
    return tuple(Option(k, n, note=text.format(exercise=n)) for k, n in names.items())


def _knee_options(affected: Side) -> tuple[Option, ...]:
    texts = {Side.LEFT: _("Left"), Side.RIGHT: _("Right"), Side.BOTH: _("Both")}
    return tuple(Option(side.value, text, side is affected) for side, text in texts.items())


def _first_options(first: Side | None, affected: Side) -> tuple[Option, ...]:
    sore = _("Left, as usual") if affected is Side.BOTH else _("Sore leg")
    texts = {AFFECTED_FIRST: sore, Side.LEFT.value: _("Left"), Side.RIGHT.value: _("Right")}
    chosen = first.value if first else AFFECTED_FIRST
    return tuple(Option(key, text, key == chosen) for key, text in texts.items())
