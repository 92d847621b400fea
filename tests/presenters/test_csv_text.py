"""CSV: read back by Python as it was, and with nothing in it that a spreadsheet runs."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rehabtimer.presenters.csv_text import as_it_was, csv_lines, csv_text, defused
from rehabtimer.presenters.trends_table import Table

DANGEROUS = "=+-@＝＋－＠\t\r\n"
TEXTS = st.text(st.one_of(st.sampled_from(DANGEROUS + "'\" ,;1e."), st.characters(codec="utf-8")))


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize(
    "text,cell",
    [
        ("", ""),
        ("clam", "clam"),
        ("=1+1", "'=1+1"),
        ("+cmd", "'+cmd"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t'=1"),
        ("\r=1", "'\r'=1"),
        ("\nnote", "'\nnote"),
        ("  =1", "'  =1"),
        ("\u00a0=1", "'\u00a0=1"),
        ("＝1+1", "'＝1+1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠A1", "'＠A1"),
        ("-", "'-"),
        ("'tis", "''tis"),
        ("''", "'''"),
        ("-3", "-3"),
        ("+4.5", "+4.5"),
        ("-1.5e-7", "-1.5e-7"),
        ("-1.", "'-1."),
        ("-١", "'-١"),
        ("1=1", "1=1"),
        ("x;=1+1", "x;'=1+1"),
        ("x\t+1", "x\t'+1"),
        ("x\n-1", "x\n'-1"),
        ("x\r\n@A1", "x\r\n'@A1"),
        ("x; \u00a0=1", "x;' \u00a0=1"),
        ("x;＝1;＋1", "x;'＝1;'＋1"),
        ("x;'=1", "x;''=1"),
        ("x;;\t=1", "x;;\t'=1"),
        (";=1", ";'=1"),
        ('x;"=1', "x;'\"=1"),
        ("x;'tis", "x;'tis"),
        ("x,=1 =1", "x,=1 =1"),
        ("2026-03-02", "2026-03-02"),
    ],
)
def test_what_a_spreadsheet_would_run_has_an_apostrophe(text: str, cell: str) -> None:
    assert defused(text) == cell
    assert as_it_was(cell) == text


@given(TEXTS)
def test_every_text_comes_back(text: str) -> None:
    cell = defused(text)
    assert as_it_was(cell) == text
    assert not cell or cell[0] not in DANGEROUS or isinstance(float(cell), float)


@given(st.lists(TEXTS))
def test_whatever_splits_the_lines_nothing_is_run(texts: list[str]) -> None:
    for line in re.split("[\r\n]", "".join(csv_lines([["id", *texts, 1]]))):
        for separator in ";\t":
            for cell in line.split(separator)[1:] if separator in line else [line]:
                begun = cell.replace('"', "").lstrip()[:1]
                assert not begun or begun not in "=+-@＝＋－＠"


@given(st.lists(st.tuples(TEXTS, TEXTS)))
def test_every_table_comes_back(rows: list[tuple[str, str]]) -> None:
    found = cells(csv_text(Table(("a", "b"), tuple(rows))))
    assert [tuple(map(as_it_was, row)) for row in found] == [("a", "b"), *rows]


def test_the_rules_of_rfc_4180() -> None:
    text = csv_text(Table(("name", "note"), (("a,b", 'say "hi"'), ("two\nlines", ""))))
    assert text == '\ufeff"name","note"\r\n"a,b","say ""hi"""\r\n"two\nlines",\r\n'


def test_numbers_stay_numbers_and_nothing_is_empty() -> None:
    (line,) = csv_lines([(1, -2, 0.5, None, "x")])
    assert line == '\ufeff1,-2,0.5,,"x"\r\n'
