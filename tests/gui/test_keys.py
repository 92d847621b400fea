"""Keys of the session: each means one thing, and one that bounces counts once."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rehabtimer.gui.keys import KEYS, SessionKeys, Verb, keys_in_words
from tests.support.window import combination, press


class Hand:
    """Presses keys at moments of its own."""

    def __init__(self, qtbot: QtBot) -> None:
        self.verbs: list[Verb] = []
        self.now = 0.0
        self.widget = QWidget()
        qtbot.addWidget(self.widget)
        self.keys = SessionKeys(self.widget, self.verbs.append, lambda: self.now)
        with qtbot.waitActive(self.widget):
            self.widget.show()
            self.widget.activateWindow()
        self.widget.setFocus()

    def press(self, key: str, at: float) -> None:
        self.now = at
        press(self.widget, key)


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    return Hand(qtbot)


def test_every_key_is_one_that_qt_knows() -> None:
    for key in (key for keys in KEYS.values() for key in keys):
        sequence = QKeySequence(key)
        assert sequence.count() == 1, key
        assert combination(key).key() is not Qt.Key.Key_unknown, key


def test_no_key_means_two_things() -> None:
    sequences = Counter(QKeySequence(key).toString() for keys in KEYS.values() for key in keys)
    assert sequences.most_common(1)[0][1] == 1


def test_every_verb_has_a_key() -> None:
    assert set(KEYS) == set(Verb)


@pytest.mark.parametrize(
    "key, verb",
    [
        ("Space", Verb.TOGGLE),
        ("Right", Verb.SKIP),
        ("Left", Verb.BACK),
        ("Shift+Right", Verb.SKIP_EXERCISE),
        ("Shift+Left", Verb.BACK_EXERCISE),
        ("R", Verb.REDO),
        ("+", Verb.LONGER),
        ("-", Verb.SHORTER),
        ("H", Verb.HURTS),
        ("M", Verb.MUTE),
        ("F11", Verb.FLOOR),
        ("Esc", Verb.LEAVE),
        ("?", Verb.KEYS),
        ("PgDown", Verb.SKIP),
        ("PgUp", Verb.BACK),
        ("B", Verb.TOGGLE),
    ],
)
def test_keys_do_what_the_guide_says(hand: Hand, key: str, verb: Verb) -> None:
    hand.press(key, at=0)
    assert hand.verbs == [verb]


@pytest.mark.parametrize("after, count", [(0.0, 1), (0.149, 1), (0.151, 2), (5.0, 2)])
def test_a_key_that_bounces_counts_once(hand: Hand, after: float, count: int) -> None:
    hand.press("R", at=100.0)
    hand.press("R", at=100.0 + after)
    assert hand.verbs == [Verb.REDO] * count


def test_two_keys_with_one_meaning_bounce_too(hand: Hand) -> None:
    """A remote that sends Page Down and Right for one press."""
    hand.press("Right", at=1.0)
    hand.press("PgDown", at=1.05)
    assert hand.verbs == [Verb.SKIP]


def test_two_meanings_do_not(hand: Hand) -> None:
    hand.press("Right", at=1.0)
    hand.press("Space", at=1.01)
    assert hand.verbs == [Verb.SKIP, Verb.TOGGLE]


def test_they_rest_while_something_else_wants_the_keys(hand: Hand) -> None:
    hand.keys.set_enabled(False)
    hand.press("Space", at=1.0)
    hand.keys.set_enabled(True)
    hand.press("Space", at=2.0)
    assert hand.verbs == [Verb.TOGGLE]


def test_words_for_people_name_no_verb_twice() -> None:
    words = keys_in_words()
    assert len({key for key, _meaning in words}) == len(words)
    assert all(meaning for _key, meaning in words)
