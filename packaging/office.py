"""Opens every CSV that is written with LibreOffice: no formula, and the right kinds of cells.

The history is a made-up one with hostile notes in it.
"""

import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

from rehabtimer import paths
from rehabtimer.cli.grammar_files import CHARTS
from rehabtimer.core.catalogue import load_programme
from rehabtimer.core.records import new_id
from rehabtimer.core.workouts import TotalScore
from rehabtimer.demo import make_history, write
from rehabtimer.presenters.csv_text import defused
from rehabtimer.presenters.exporting import ChartWish, export
from rehabtimer.storage.store import Store

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
HOSTILE = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    " =1+1",
    "\u00a0=1+1",
    "\uff1d1+1",
    '=HYPERLINK("http://example.invalid")',
    "=cmd|' /C calc'!A0",
    "'=1+1",
    'a "quoted", text;\n=1+1',
    "x;=1+1",
    "x\t+1+1",
    "x\n-1-1",
    "x;@SUM(A1)",
    "x; \uff1d1+1",
    'x;"=1+1',
)
HOSTILE_FILES = ("sessions.csv", "total_scores.csv")
DATES = {"date", "local_date", "started_on", "Date", "First day", "Last day"}
NUMBERS = {"minutes", "planned_sets", "done_reps", "planned_hold_seconds", "offset_minutes", "reps"}
# With a window it asks, and proposes this; without one it has to be told. A separator, double
# quotes, UTF-8, from line 1, numbers and dates found by themselves.
UTF_8 = "--infilter=Text - txt - csv (StarCalc):{separator},34,76,1,,0,false,true,false"
COMMA = "44"
OTHERS = ("59", "9", "44/59/9")  # semicolon, tab, all three: what some people have set

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"

Cell = tuple[str, str, str]  # its kind, its text, its formula


def exports(folder: Path) -> list[Path]:
    """Write every kind of CSV into a folder."""
    database = folder / "demo.db"
    with Store.open(database, now=lambda: NOW) as store:
        write(make_history(load_programme(paths.resources()), NOW.date(), seed=1), store)
        found = store.history.sessions(None, NOW.date())
        for record, note in zip(found, HOSTILE, strict=False):
            store.history.note(record.id, note)
        for name in HOSTILE:
            total = TotalScore(id=new_id(), day=NOW.date(), name=name, value=1)
            store.total_scores.add(total)
    export(database, folder / "sessions.csv", now=NOW)
    export(database, folder / "tables.zip", now=NOW)
    for chart in CHARTS:
        wish = ChartWish(chart, "everything")
        export(database, folder / f"{chart}-chart.csv", now=NOW, wish=wish)
    with zipfile.ZipFile(folder / "tables.zip") as zipped:
        zipped.extractall(folder / "tables")
    return sorted(folder.rglob("*.csv"))


def opened(file: Path, folder: Path, separator: str = COMMA) -> list[list[Cell]]:
    """Return the cells of a file as LibreOffice has them, split at a separator."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        "--headless",
        profile,
        UTF_8.format(separator=separator),
        "--convert-to",
        "fods",
        "--outdir",
    ]
    subprocess.run([*command, str(folder), str(file)], check=True, capture_output=True)
    whole = ET.parse(folder / f"{file.stem}.fods")  # noqa: S314 - of our own making
    return [list(cells(row)) for row in whole.iter(f"{_TABLE}table-row")]


def cells(row: ET.Element) -> Iterator[Cell]:
    """Yield the cells of a row, those that are repeated one by one."""
    for cell in row.findall(f"{_TABLE}table-cell"):
        kind = cell.get(f"{_OFFICE}value-type", "")
        text = "\n".join("".join(part.itertext()) for part in cell.findall(f"{_TEXT}p"))
        formula = cell.get(f"{_TABLE}formula", "")
        times = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        yield from [(kind, text, formula)] * min(times, 100)


def problems(file: Path, found: list[list[Cell]]) -> Iterator[str]:
    """Yield what is wrong with a file, a sentence each."""
    head = [text for _kind, text, _formula in found[0]]
    for number, row in enumerate(found[1:], 2):
        for name, (kind, text, formula) in zip(head, row, strict=False):
            place = f"{file.name}, line {number}, {name}: {text!r}"
            if formula:
                yield f"{place} is a formula."
            if text and name in DATES and kind != "date":
                yield f"{place} is no date but {kind}."
            if text and name in NUMBERS and kind != "float":
                yield f"{place} is no number but {kind}."


def main() -> int:
    """Look at every file; 0 where all is well."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wrong: list[str] = []
        for file in exports(folder):
            found = opened(file, folder)
            wrong += problems(file, found)
            if file.name in HOSTILE_FILES:
                texts = {text for row in found for _kind, text, _formula in row}
                lost = [each for each in HOSTILE if not kept(each, texts)]
                wrong += [f"{file.name}: {each!r} did not come back." for each in lost]
            for separator in OTHERS if file.name in HOSTILE_FILES else ():
                cells_there = [cell for row in opened(file, folder, separator) for cell in row]
                wrong += [f"{file.name}: {each} is a formula." for each in cells_there if each[2]]
            print(f"{file.name}: {len(found) - 1} rows")
    print("\n".join(wrong) or "No formula, and every cell of the right kind.")
    return bool(wrong)


def kept(text: str, texts: set[str]) -> bool:
    """Whether a text is among some cells; LibreOffice's file does not tell blanks apart."""
    return "".join(defused(text).split()) in {"".join(each.split()) for each in texts}


if __name__ == "__main__":
    sys.exit(main())
