"""What becomes of an exception that nobody expected."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from rehabtimer.app import faults
from rehabtimer.app.faults import Faults
from rehabtimer.core.errors import UserError


class Ended:
    """Remembers what was told and with which code the program was to end."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.codes: list[int] = []


@pytest.fixture
def ended() -> Ended:
    return Ended()


@pytest.fixture
def taking(ended: Ended, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Iterator[Faults]:
    with caplog.at_level(logging.ERROR):
        yield Faults(ended.told.append, ended.codes.append, tmp_path / "logs")
    log = logging.getLogger("rehabtimer")
    for handler in [one for one in log.handlers if isinstance(one, logging.FileHandler)]:
        log.removeHandler(handler)
        handler.close()


def take(taking: Faults, error: BaseException) -> None:
    taking.take(type(error), error, None)


def test_a_fault_is_told_and_logged(taking: Faults, ended: Ended, tmp_path: Path) -> None:
    take(taking, ValueError("x"))
    (sentence,) = ended.told
    assert str(tmp_path / "logs" / "rehabtimer.log") in sentence
    assert "ValueError: x" in (tmp_path / "logs" / "rehabtimer.log").read_text()
    assert ended.codes == []


def test_three_within_a_minute_end_it(
    taking: Faults, ended: Ended, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = iter([0.0, 59.0, 61.0, 100.0])
    monkeypatch.setattr("time.monotonic", lambda: next(now))
    for _fault in range(3):
        take(taking, ValueError())
    assert ended.codes == [], "the first is more than a minute ago"
    take(taking, ValueError())
    assert ended.codes == [70]


def test_what_a_user_can_cause_is_its_own_sentence(taking: Faults, ended: Ended) -> None:
    for _press in range(5):
        take(taking, UserError("The disk is full."))
    assert ended.told == ["The disk is full."] * 5
    assert ended.codes == []


def test_an_interrupt_ends_it_quietly(taking: Faults, ended: Ended) -> None:
    take(taking, KeyboardInterrupt())
    assert (ended.told, ended.codes) == ([], [130])


def test_a_folder_that_cannot_be_made_takes_no_fault_away(ended: Ended, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    taking = Faults(ended.told.append, ended.codes.append, tmp_path / "file" / "logs")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(faults.log, "error", lambda *_words, **_more: None)
        take(taking, ValueError())
    assert len(ended.told) == 1


def test_a_warning_goes_to_a_file_that_is_made_for_it(
    taking: Faults, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(faults, "qInstallMessageHandler", lambda _handler: None)
    log = logging.getLogger("rehabtimer")
    before = list(log.handlers)
    taking.install()
    try:
        assert not (tmp_path / "logs").exists()
        logging.getLogger("rehabtimer.gui.figures").error("No figure: clam.toml")
        logging.getLogger("rehabtimer.gui.figures").error("No figure: step-up.toml")
        lines = (tmp_path / "logs" / "rehabtimer.log").read_text().splitlines()
        assert [line.rpartition(" ")[2] for line in lines] == ["clam.toml", "step-up.toml"]
    finally:
        for handler in [one for one in log.handlers if one not in before]:
            log.removeHandler(handler)
            handler.close()
