"""Labels whose long words break: no text of anybody's makes a page wider than the window."""

import pytest
from pytestqt.qtbot import QtBot

from rehabtimer.gui.widgets.breaking_label import with_breaks
from rehabtimer.gui.widgets.parts import label

LINK = "https://example.org/" + "knee" * 25


@pytest.mark.parametrize("text", [LINK, "a" * 300, "Ü" * 80, "膝" * 200, "👍🏽" * 60])
def test_a_long_word_needs_little_room_and_breaks(qtbot: QtBot, text: str) -> None:
    made = label(text)
    qtbot.addWidget(made)
    assert made.minimumSizeHint().width() < 140
    assert made.heightForWidth(200) > 2 * made.fontMetrics().height()


def test_its_words_stay_as_they_were_set(qtbot: QtBot) -> None:
    made = label(f"See {LINK} for more.")
    qtbot.addWidget(made)
    assert made.text() == made.accessibleName() == f"See {LINK} for more."
    made.setText("Fine.")
    assert (made.text(), made.accessibleName()) == ("Fine.", "")
    made.setAccessibleName("How it was")
    made.setText("Good.")
    assert made.accessibleName() == "How it was"


def test_ordinary_words_have_no_place_to_break() -> None:
    text = "Patellofemoral pain, in electroencephalograms too."
    assert with_breaks(text) == text


def test_signs_that_belong_together_stay_together() -> None:
    family, thumb, accented = "👩\u200d👧", "👍🏽", "e\u0301"
    for sign in (family, thumb, accented):
        assert with_breaks(sign * 30) == "\u200b".join([sign] * 30)


def test_a_path_breaks_after_its_slashes_first() -> None:
    path = "/home/robin/.local/share/rehabtimer/rehabtimer.db"
    shown = with_breaks(path)
    assert shown.split("\u200b") == [
        "/",
        "home/",
        "robin/",
        ".local/",
        "share/",
        "rehabtimer/",
        "rehabtimer.db",
    ]
