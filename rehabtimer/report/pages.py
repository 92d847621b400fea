"""Lays the report out on its two pages, however much or little there is to say."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from rehabtimer.gui.charts.picture import PictureKind, picture
from rehabtimer.presenters.paper_kind import Paper
from rehabtimer.presenters.report_frame import ReportFrame, Section
from rehabtimer.presenters.report_words import more_text
from rehabtimer.report.blocks import (
    Beside,
    Blank,
    Block,
    Drawing,
    Leaf,
    Rule,
    Space,
    Stack,
    Tile,
    tiles,
)
from rehabtimer.report.paper import MM, PT, sheet_of
from rehabtimer.report.table import Table
from rehabtimer.report.words import Type, Words

_GAP, _INSIDE = 4 * MM, 1 * MM
_PIXEL = 0.58 * PT  # of the chart: its small words are then as large as ours
_CHART_MOST, _CHART_LEAST = 90 * MM, 62 * MM
_COLUMNS = (0.23, 0.265, 0.15, 0.14, 0.215)
_DATED = (0.13, 0.87)
_LINES, _SOME = (4, 2, 1), 3  # lines of a row; those of which some rows have room are taken
_ENDLESS = 1e9
_REST_OF_TABLE = 0.4  # of the second page at most
_LINE = 8 * MM  # between lines to write on
_ROOM_LEAST = 30 * MM
_RIGHT = Qt.AlignmentFlag.AlignRight


def report_pages(frame: ReportFrame, paper: Paper) -> tuple[Leaf, Leaf]:
    """Return the two pages, each with what has room on it."""
    first, second = (Leaf(sheet_of(paper).inside) for _n in range(2))
    for number, leaf in enumerate((first, second), 1):
        leaf.put_at_foot(_footer(frame, number), _GAP)
    rest = _fill_first(first, frame)
    _fill_second(second, frame, rest)
    return first, second


def _footer(frame: ReportFrame, number: int) -> Block:
    text = frame.footer.replace("{page}", str(number)).replace("{pages}", "2")
    return Stack((Rule(), Words(text, Type.SMALL, most=2)), gap=1.5 * MM)


def _fill_first(leaf: Leaf, frame: ReportFrame) -> Table:
    """Fill the first page, and return the rows of the exercises that had no room."""
    leaf.put(_header(frame))
    leaf.put(Stack([Words(line, Type.WARNING, most=2) for line in frame.warnings]), 3 * MM)
    leaf.put(tiles([Tile(each.value, each.text, each.note) for each in frame.figures]), _GAP)
    leaf.put(Words(" · ".join(frame.pain.headlines), Type.HEADING, most=2), _GAP)
    leaf.put(Words(frame.pain.summary, most=4), 1 * MM)
    legend = Words(frame.pain.legend, Type.SMALL, most=3)
    title = Words(frame.exercises_title, Type.HEADING)
    table = _exercises(frame)
    below = sum(block.height(leaf.width) for block in (legend, title, table)) + 2.5 * _GAP
    height = min(_CHART_MOST, max(_CHART_LEAST, leaf.room - below))
    leaf.put(_chart(frame, leaf.width, height), 2 * MM)
    leaf.put(legend, 1 * MM)
    shown = table.first(leaf.room - title.height(leaf.width) - 1.5 * _GAP, leaf.width)
    if len(shown):
        leaf.put(title, _GAP)
        leaf.put(shown, 1 * MM)
    return table.after(len(shown))


def _header(frame: ReportFrame) -> Block:
    written = Words(frame.name, Type.NAME, most=2, align=_RIGHT)
    name: Block = Stack((Space(2.2 * MM), written))  # on one line with the title
    if not frame.name:
        name = Blank(frame.name_label, 7 * MM)
    top = Beside((Words(frame.title, Type.TITLE, most=1), name), (0.58, 0.42), _GAP)
    about = [Words(line, most=2) for line in frame.about]
    demo = Words(frame.made_up, Type.WARNING)
    return Stack((top, *about, demo, Rule(1.5 * MM)), gap=0.8 * MM)


def _chart(frame: ReportFrame, width: float, height: float) -> Block:
    size = (width / _PIXEL, height / _PIXEL)
    return Drawing(picture(frame.pain, PictureKind.SVG, size, words=False), height)


def _exercises(frame: ReportFrame) -> Table:
    rows = [line.cells for line in frame.exercises]
    return Table(frame.exercise_head, rows, _COLUMNS, most=5)


def _fill_second(leaf: Leaf, frame: ReportFrame, rest: Table) -> None:
    line = " · ".join(part for part in (frame.title, frame.name, frame.about[0]) if part)
    leaf.put(Stack((Words(line, Type.SMALL, most=1), Rule(1 * MM))))
    leaf.put_at_foot(_section(frame.limits, leaf.width, leaf.room), _GAP)
    if len(rest):
        shown = rest.first(_REST_OF_TABLE * leaf.room, leaf.width)
        leaf.put(Words(frame.exercises_title, Type.HEADING), _GAP)
        leaf.put(shown, 1 * MM)
        leaf.put(Words(more_text(len(rest) - len(shown)), Type.SMALL), 1 * MM)
    sections = [s for s in (frame.changes, frame.notes, frame.scores, frame.besides) if _says(s)]
    _put_sections(leaf, sections)
    _put_lines(leaf, frame.room_title)


def _says(section: Section) -> bool:
    return bool(section.rows or section.empty)


def _put_sections(leaf: Leaf, sections: Sequence[Section]) -> None:
    """Put sections below each other; what one of them leaves free is there for the next."""
    wants = [_section(each, leaf.width, _ENDLESS).height(leaf.width) for each in sections]
    for place, section in enumerate(sections):
        room = leaf.room - _GAP * (len(sections) - place)
        leaf.put(_section(section, leaf.width, shared(wants[place:], room)[0]), _GAP)


def _section(section: Section, width: float, room: float) -> Block:
    """Return a section with as many rows as have room; rather than few, they are cut short."""
    rows = min(_SOME, len(section.rows))
    for most in _LINES:
        shown, found = _fitted(section, Table((), section.rows, _DATED, most=most), width, room)
        if shown >= rows:
            break
    return found


def _fitted(section: Section, whole: Table, width: float, room: float) -> tuple[int, Stack]:
    """Return how many rows have room, and the section with these."""
    found = _block(section, whole, section.left_out)
    if not len(whole) or found.height(width) <= room + MM:
        return len(whole), found
    least = _block(section, whole.first(0, width), len(whole) + section.left_out)
    shown = whole.first(room - least.height(width) - _INSIDE, width)
    return len(shown), _block(section, shown, len(whole) - len(shown) + section.left_out)


def _block(section: Section, rows: Table, left_out: int) -> Stack:
    title = Words(section.title, Type.HEADING, most=1)
    empty = Words("" if section.rows else section.empty)
    return Stack((title, rows, empty, Words(more_text(left_out), Type.SMALL)), gap=_INSIDE)


def shared(wants: Sequence[float], room: float) -> list[float]:
    """Return how much of a room each gets: what it wants, or the same as others that want more."""
    given = [0.0] * len(wants)
    waiting = sorted(range(len(wants)), key=lambda place: wants[place])
    for count, place in enumerate(waiting):
        given[place] = min(wants[place], (room - sum(given)) / (len(waiting) - count))
    return given


def _put_lines(leaf: Leaf, title: str) -> None:
    """Put lines to write on into what is left of a page, if that is worth it."""
    if leaf.room < _ROOM_LEAST:
        return
    leaf.put(Words(title, Type.HEADING, most=1), _GAP)
    while leaf.room > 1.5 * _LINE:
        leaf.put(Rule(_LINE))
