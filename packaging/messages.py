"""Collects the texts that people read into a template for translators.

They stand in two places: in calls of `_` and `ngettext` of rehabtimer.core.text, and in the TOML
files of the resources. The same texts give the same file, byte for byte.
"""

import argparse
import io
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

TOP = Path(__file__).resolve().parents[1]
TEMPLATE = TOP / "resources" / "locale" / "rehabtimer.pot"

CALLS = {"_": None, "ngettext": (1, 2)}
COMMENTS = ("Translators:",)
# In a TOML file, texts for people stand under these keys, and everywhere below *steps*.
KEYS = {"name", "label", "safety", "note", "areas", "equipment", "steps"}
# These two lines of the header change from day to day, and with Babel's version.
CHANGING = ('"POT-Creation-Date:', '"Generated-By:')


def texts_of(value: object, wanted: bool = False) -> Iterator[str]:
    """Yield the texts for people in a TOML value; `wanted` says that its key is one of theirs."""
    match value:
        case str():
            if wanted and value:
                yield value
        case list():
            for item in value:
                yield from texts_of(item, wanted)
        case dict():
            for key, item in value.items():
                yield from texts_of(item, wanted or key in KEYS)


def add_toml(catalog: Catalog, path: Path) -> None:
    """Add the texts of one resource file, each with the first line on which it stands."""
    source = path.read_text("utf-8")
    lines = source.splitlines()
    for text in texts_of(tomllib.loads(source)):
        line = next((n for n, line in enumerate(lines, 1) if text in line), 1)
        catalog.add(text, locations=[(path.relative_to(TOP).as_posix(), line)])


def add_python(catalog: Catalog, package: Path) -> None:
    """Add the texts of every module of the package."""
    found = extract_from_dir(package, [("**.py", "python")], keywords=CALLS, comment_tags=COMMENTS)
    for name, line, text, comments, context in sorted(found, key=lambda hit: hit[:2]):
        place = f"{package.name}/{name}"
        catalog.add(text, None, [(place, line)], auto_comments=comments, context=context)


def template() -> str:
    """Return the whole template."""
    catalog = Catalog(project="RehabTimer", copyright_holder="RehabTimer contributors")
    catalog.header_comment = "# Texts of RehabTimer, collected by packaging/messages."
    add_python(catalog, TOP / "rehabtimer")
    for path in sorted((TOP / "resources").rglob("*.toml")):
        add_toml(catalog, path)
    out = io.BytesIO()
    write_po(out, catalog, sort_output=True, width=100)
    kept = (line for line in out.getvalue().decode().splitlines() if not line.startswith(CHANGING))
    return "\n".join(kept) + "\n"


def main() -> int:
    """Write the template to the file named, or to its place in the resources."""
    parser = argparse.ArgumentParser(prog="packaging/messages", description=__doc__)
    parser.add_argument("file", type=Path, nargs="?", default=TEMPLATE)
    file: Path = parser.parse_args().file
    file.parent.mkdir(parents=True, exist_ok=True)
    text = template()
    file.write_text(text, encoding="utf-8")
    print(f"{text.count('msgid ') - 1} texts in {file}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
