"""The page "When to see someone", and words that no page may use."""

import re

import pytest

from rehabtimer import paths
from rehabtimer.presenters.care import CarePresenter, not_a_device

AVOIDED = re.compile(
    r"\b(treats?|heals?|cures?|prescribes?|diagnos\w+|clinically proven|safe for your knee|"
    r"the app recommends)\b",
    re.IGNORECASE,
)


@pytest.fixture
def text() -> str:
    return CarePresenter(paths.resources()).frame().markdown


def section(text: str, title: str) -> str:
    return text.partition(f"## {title}\n")[2].partition("\n## ")[0]


def test_the_title_stands_apart_from_the_text(text: str) -> None:
    assert CarePresenter(paths.resources()).frame().title == "When to see someone"
    assert not text.startswith("#")


@pytest.mark.parametrize(
    "sign",
    [
        "put weight", "bend or straighten", "badly swollen", "changed its shape", "locks",
        "gives way", "hot and red", "fever", "numb or cold",
    ],
)  # fmt: skip
def test_what_is_urgent_is_said_to_be(text: str, sign: str) -> None:
    assert sign in section(text, "Get help today")


@pytest.mark.parametrize("sign", ["at rest", "at night", "no better after three weeks"])
def test_what_needs_an_appointment_is_said_to(text: str, sign: str) -> None:
    assert sign in section(text, "Book an appointment")


def test_it_says_what_it_is_and_makes_no_promises(text: str) -> None:
    assert "not a medical device" in text
    assert "no substitute for a professional" in text.replace("\n", " ")
    assert not AVOIDED.search(text)
    assert not AVOIDED.search(not_a_device())
