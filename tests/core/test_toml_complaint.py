"""What is wrong with the writing of a TOML file, in plain words."""

import pytest

from rehabtimer.core.faults import Fault
from rehabtimer.core.toml_file import read_table


@pytest.mark.parametrize(
    "text,said",
    [
        ('id = "x\n', " at line 1, column 8: a quote is missing at the end of the line."),
        ("id = 'x\ny = 'z'", " at line 1, column 8: a quote is missing at the end of the line."),
        ("id = 'x", " at its end: a quote is missing."),
        ('id = "x', " at its end: a quote is missing."),
        ('id = "\x01"', " at line 1, column 7: there is a character that cannot be seen."),
        ("#\x01", " at line 1, column 2: there is a character that cannot be seen."),
        ('id = "\\q"', " at line 1, column 9: a backslash in a text has to be written twice."),
        ("= 1", " at line 1, column 1: expected a key, or a table such as [dose]."),
        ("a = {b = 1,}", " at line 1, column 12: expected a key."),
        ("id = clam", " at line 1, column 6: expected a value; a text stands in quotes."),
        ('id "clam"', " at line 1, column 4: the sign = is missing after the key."),
        ("id = 1 2", " at line 1, column 8: there is something behind the value."),
        ("id = 1\nid = 2", " at its end: this key is there already."),
        ("a = {b = 1}\na.c = 2", " at its end: a table in braces cannot be added to."),
        ("a = [1 2]", " at line 1, column 8: the list lacks its ] or a comma."),
        ("[a.b]\n[a.b]", " at line 2, column 5: [a.b] is there twice."),
        ("['a\x7f']\n['a\x7f']", ": there is a character that cannot be seen."),
        (f"a = {'9' * 5000}", ": a number has too many digits."),
        ("a = 2024-02-30", " at line 1, column 5: invalid date or datetime."),
    ],
)
def test_a_complaint_says_where_and_what(text: str, said: str) -> None:
    with pytest.raises(Fault) as caught:
        read_table(text.encode())
    assert str(caught.value).startswith("this is not valid TOML")
    assert str(caught.value).endswith(said)
