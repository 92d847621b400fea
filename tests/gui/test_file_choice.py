"""The name of a file to write: a known end that is typed holds, else the chosen kind's is added."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from rehabtimer.gui.file_choice import save_as

KINDS = (("Everything", ".json"), ("For spreadsheets", ".csv"), ("FHIR", ".fhir.json"))


@pytest.mark.parametrize(
    "typed, kind, path, was_asked",
    [
        ("/out/mine", "Everything (*.json)", "/out/mine.json", False),
        ("/out/mine", "FHIR (*.fhir.json)", "/out/mine.fhir.json", False),
        ("/out/mine.csv", "Everything (*.json)", "/out/mine.csv", True),
        ("/out/MINE.JSON", "Everything (*.json)", "/out/MINE.JSON", True),
        ("/out/mine.2026", "For spreadsheets (*.csv)", "/out/mine.2026.csv", False),
        ("/out/mine", "", "/out/mine.json", False),
    ],
)
def test_the_end_of_a_name(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    kind: str,
    path: str,
    was_asked: bool,
) -> None:
    asked: list[tuple[object, ...]] = []

    def answer(*about: object) -> tuple[str, str]:
        asked.append(about)
        return typed, kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert save_as(parent, "Export", KINDS, "proposed") == (Path(path), was_asked)
    kinds = "Everything (*.json);;For spreadsheets (*.csv);;FHIR (*.fhir.json)"
    assert asked == [(parent, "Export", "proposed", kinds)]


def test_no_name_is_fine(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_about: ("", ""))
    parent = QWidget()
    qtbot.addWidget(parent)
    assert save_as(parent, "Export", KINDS, "proposed") is None
