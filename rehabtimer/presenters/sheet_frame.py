"""What the exercise sheet says, for a day without a laptop."""

from dataclasses import dataclass

from rehabtimer.core.programme import Side


@dataclass(frozen=True)
class SheetLine:
    """One exercise: its picture, its dose in words, and a box to tick for each set.

    `how` is the line of instruction that says most. `boxes` has a label (such as "Left", or
    nothing) with the number of its sets, in order.
    """

    name: str
    dose: str
    how: str
    safety: str
    figure: str
    variant: str
    side: Side
    boxes: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class SheetFrame:
    """Everything on the sheet; `knees` are asked about at each of `moments`, from 0 to 10.

    `skipped` names what is left out and why, a line each; `empty` stands in for the exercises.
    """

    title: str
    subtitle: str
    date_label: str
    lines: tuple[SheetLine, ...]
    more: tuple[str, ...]  # names of further exercises that a sheet has no room for
    more_title: str
    empty: str
    pain_box: str
    skipped_title: str
    skipped: tuple[str, ...]
    pain_title: str
    moments: tuple[str, ...]
    knees: tuple[str, ...]
    notes_label: str
    safety: str
    footer: str
