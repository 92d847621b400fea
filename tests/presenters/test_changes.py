"""Changes on a page: a stack of ways back, each open while its subject is as it was made."""

import pytest

from rehabtimer.presenters.changes import Changes


class Shelf:
    """Things that have a value, which changes are made to."""

    def __init__(self, changes: Changes) -> None:
        self.values: dict[str, int] = {}
        self._changes = changes

    def put(self, name: str, value: int) -> None:
        before = self.values.get(name, 0)
        self.values[name] = value
        self._changes.remember(
            f"{name} is {value}.",
            lambda: self.values.update({name: before}),
            lambda: self.values.get(name),
            remark=f"Look at {name}.",
        )


def test_several_presses_go_back_further() -> None:
    changes = Changes()
    shelf = Shelf(changes)
    for name, value in (("a", 1), ("b", 2), ("a", 3)):
        shelf.put(name, value)
    assert (changes.text, changes.remark) == ("a is 3.", "Look at a.")
    changes.undo()
    assert shelf.values == {"a": 1, "b": 2}
    assert (changes.text, changes.remark) == ("Taken back. The change before it: b is 2.", "")
    changes.undo()
    changes.undo()
    assert shelf.values == {"a": 0, "b": 0}
    assert changes.text == ""
    changes.undo()
    assert shelf.values == {"a": 0, "b": 0}


def test_a_new_change_is_named_as_it_is() -> None:
    changes = Changes()
    shelf = Shelf(changes)
    shelf.put("a", 1)
    shelf.put("b", 2)
    changes.undo()
    shelf.put("c", 3)
    assert changes.text == "c is 3."


def test_what_changed_elsewhere_is_passed_over() -> None:
    changes = Changes()
    shelf = Shelf(changes)
    shelf.put("a", 1)
    shelf.put("b", 2)
    shelf.values["b"] = 9
    assert changes.text == "a is 1."
    shelf.values["b"] = 2
    assert changes.text == "b is 2."
    shelf.values["b"] = 9
    changes.undo()
    assert shelf.values == {"a": 0, "b": 9}
    assert changes.text == ""


def test_after_a_refusal_nothing_seems_to_be_kept() -> None:
    changes = Changes()
    changes.refuse()
    assert changes.text == ""
    shelf = Shelf(changes)
    shelf.put("a", 1)
    changes.refuse()
    assert (changes.text, changes.remark) == ("Not kept yet. The change before it: a is 1.", "")
    changes.accept()
    assert changes.text == "a is 1."
    changes.refuse()
    changes.undo()
    assert shelf.values == {"a": 0}


def test_a_way_back_that_fails_stays_open() -> None:
    changes = Changes()

    def fail() -> None:
        raise OSError("full")

    changes.remember("It is kept.", fail, lambda: 1)
    with pytest.raises(OSError, match="full"):
        changes.undo()
    assert changes.text == "It is kept."
