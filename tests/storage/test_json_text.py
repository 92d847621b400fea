"""Walking through JSON a part at a time: the parts may end anywhere."""

import io
import json
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rehabtimer.core.faults import Fault
from rehabtimer.storage import json_text
from rehabtimer.storage.json_text import JsonText
from tests.support.good_json import good

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


def walked(data: bytes) -> dict[str, Any]:
    """An object of lists, taken apart."""
    text = JsonText(io.BytesIO(data))
    found = {key: list(text.items()) for key in text.keys()}  # noqa: SIM118
    text.end()
    return found


@pytest.fixture(params=[1, 2, 7, 64])
def small(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of few bytes."""
    monkeypatch.setattr(json_text, "_AT_ONCE", request.param)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("indent", [None, 2])
def test_parts_may_end_anywhere(indent: int | None) -> None:
    found = {
        **good()["tables"],
        "numbers": [1, -2.5e-300, 1e300, 12345678901234567890, "ü😀\u2028"],
    }
    for ascii_only in (True, False):
        data = json.dumps(found, indent=indent, ensure_ascii=ascii_only).encode()
        assert walked(data) == found
        assert walked(b"\xef\xbb\xbf \n" + data + b"\n\n") == found


@given(st.dictionaries(st.text(), st.lists(JSON, max_size=4), max_size=4))
def test_it_reads_what_json_reads(found: dict[str, Any]) -> None:
    data = json.dumps(found, ensure_ascii=False).encode()
    assert walked(data) == found


@given(st.binary(max_size=60))
def test_anything_else_is_a_fault(data: bytes) -> None:
    try:
        expected = json.loads((b"{" + data).decode())
    except ValueError:
        with pytest.raises(Fault):
            walked(b"{" + data)
    else:
        assert expected == {}


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    "data,said",
    [
        (b'{"a": [1, 2', "ends too early"),
        (b'{"a": [1, 2]', "ends too early"),
        (b'{"a": [tru', "line 1: expecting value"),
        (b'{"a": ["x', "ends too early"),
        (b'{"a": [1,]}', "line 1: expecting value"),
        (b'{"a": [1] "b": []}', "found '\"'; expected , or }"),
        (b'{"a": [1], "a": []}', "line 1: the key 'a' is there twice"),
        (b'{"a": [\n{"b": 1,\n"b": 2}]}', "line 2: the key 'b' is there twice"),
        (b'{"a": [\n\n-Infinity]}', "line 3: -Infinity is no number"),
        (b'{"a": [1e400]}', "1e400 is too large a number"),
        (b"{1: []}", "expected a key in quotes, not 1"),
        (b'{"a": [1]} x', "line 1: there is something behind the end"),
        (b'{"a": [\xff]}', "is not UTF-8"),
        (b'{"a": [],\n"\\ud800": []}', "line 2: a key has half a character"),
        (b'{"a": [{"\\udc00": 1}]}', "line 1: a key has half a character"),
        (b'{"a": ["\xc3', "is not UTF-8"),
    ],
)
def test_the_sentence(data: bytes, said: str) -> None:
    with pytest.raises(Fault) as caught:
        walked(data)
    assert said in str(caught.value)


def test_pairs_of_surrogates_are_characters() -> None:
    assert walked(b'{"\\ud83d\\ude00": [{"\\ud83d\\ude00": 1}]}') == {"😀": [{"😀": 1}]}


def test_an_object_has_no_end_of_keys() -> None:
    data = b"{" + b",".join(b'"%d": []' % number for number in range(1001)) + b"}"
    with pytest.raises(Fault, match="an object has more than 1000 keys"):
        walked(data)


def test_very_many_blanks_take_no_time() -> None:
    begun = perf_counter()
    with pytest.raises(Fault, match="ends too early"):
        walked(b"{" + b" \n" * 10_000_000)
    assert perf_counter() - begun < 5


def test_an_empty_object_and_an_empty_list() -> None:
    assert walked(b"{}") == {}
    assert walked(b'{"a": [ ]}') == {"a": []}
