"""From a text in the program to the text that a person reads."""

import gettext
import locale
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from rehabtimer.core import text
from rehabtimer.core.text import _, ngettext, use_locale


@pytest.fixture(autouse=True)
def as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = text._translations
    yield
    text._translations = before
    monkeypatch.undo()
    # The C library keeps what it has translated ("No such file") until a domain is bound anew.
    locale.bindtextdomain("rehabtimer-tests", str(tmp_path))


@pytest.fixture
def czech(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of translations, and an environment that asks for them."""
    catalog = Catalog(locale="cs", domain="rehabtimer")
    catalog.add("Rest", "Odpočinek")
    catalog.add(("{n} rep", "{n} reps"), ("{n} opakování", "{n} opakování (2-4)", "{n} mnoho"))
    mo = BytesIO()
    write_mo(mo, catalog)
    path = tmp_path / "cs" / "LC_MESSAGES" / "rehabtimer.mo"
    path.parent.mkdir(parents=True)
    path.write_bytes(mo.getvalue())
    monkeypatch.setenv("LANGUAGE", "cs")
    return tmp_path


def test_without_a_translation_a_text_stays() -> None:
    assert _("Rest") == "Rest"


def test_nothing_stays_nothing(czech: Path) -> None:
    """An empty text would otherwise become the header of the translations."""
    use_locale(czech)

    assert _("") == ""


@pytest.mark.parametrize(
    "count, expected",
    [
        (1, "1 rep"),
        (0, "0 reps"),
        (2, "2 reps"),
        (1.0, "1 rep"),
        (0.5, "0.5 reps"),
        (1.5, "1.5 reps"),
        (1_234_567, "1234567 reps"),
    ],
)
def test_one_and_many(count: float, expected: str) -> None:
    assert ngettext("{n} rep", "{n} reps", count) == expected


def test_a_locale_translates(czech: Path) -> None:
    use_locale(czech)

    assert _("Rest") == "Odpočinek"
    assert _("Never translated") == "Never translated"


@pytest.mark.parametrize(
    "count, expected",
    [(1, "1 opakování"), (3, "3 opakování (2-4)"), (7, "7 mnoho"), (2.5, "2.5 opakování (2-4)")],
)
def test_a_language_has_its_own_plurals(czech: Path, count: float, expected: str) -> None:
    use_locale(czech)

    assert ngettext("{n} rep", "{n} reps", count) == expected


def test_a_language_without_translations_falls_back(
    czech: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "fi")

    use_locale(czech)

    assert _("Rest") == "Rest"
    assert type(text._translations) is gettext.NullTranslations
