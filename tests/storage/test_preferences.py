import logging
import sqlite3

import pytest
from msgspec.structs import replace

from rehabtimer.core.prescription import Timing, Wait
from rehabtimer.core.programme import Side
from rehabtimer.core.settings import Settings, Theme
from rehabtimer.storage.database import Database
from rehabtimer.storage.preferences import Preferences

CHOSEN = Settings(
    welcomed=True,
    affected=Side.RIGHT,
    first=Side.LEFT,
    timing=Timing(go=1.5, rest=45.0),
    wait=Wait.SET,
    group_floor=True,
    theme=Theme.DARK,
    text_scale=1.25,
    day_start=0,
    met=("clam", "step-up"),
)


@pytest.fixture
def preferences(database: Database) -> Preferences:
    return Preferences(database)


def keys(database: Database) -> set[str]:
    with database.reading() as connection:
        return set(connection.exec_driver_sql("SELECT key FROM preferences").scalars())


def set_text(database: Database, key: str, text: str) -> None:
    other = sqlite3.connect(database.path)
    other.execute("UPDATE preferences SET value = ? WHERE key = ?", (text, key))
    other.commit()
    other.close()


def test_who_has_set_nothing_has_the_defaults(preferences: Preferences) -> None:
    assert preferences.settings() == Settings()
    assert not preferences.demo()


def test_settings_come_back_as_they_were_kept(preferences: Preferences) -> None:
    preferences.save(CHOSEN)
    assert preferences.settings() == CHOSEN
    preferences.save(Settings())
    assert preferences.settings() == Settings()


def test_only_what_was_set_is_written(preferences: Preferences, database: Database) -> None:
    preferences.save(Settings(theme=Theme.DARK))
    assert keys(database) == {"theme"}
    before = database.path.read_bytes()
    preferences.save(Settings(theme=Theme.DARK))
    assert database.path.read_bytes() == before


@pytest.mark.parametrize("text", ["not json", "5", '"purple"', "", "null", "[" * 100_000])
def test_a_value_that_cannot_be_understood_gives_way_alone(
    preferences: Preferences,
    database: Database,
    caplog: pytest.LogCaptureFixture,
    text: str,
) -> None:
    preferences.save(CHOSEN)
    set_text(database, "theme", text)
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            assert preferences.settings() == replace(CHOSEN, theme=Theme.SYSTEM)
    assert [record.getMessage() for record in caplog.records] == [
        "The setting theme cannot be understood; its default holds."
    ]


@pytest.mark.parametrize("key,text", [("text_scale", "9.0"), ("day_start", "13")])
def test_a_value_out_of_its_range_gives_way(
    preferences: Preferences,
    database: Database,
    caplog: pytest.LogCaptureFixture,
    key: str,
    text: str,
) -> None:
    preferences.save(CHOSEN)
    set_text(database, key, text)
    with caplog.at_level(logging.WARNING):
        found = preferences.settings()
    assert getattr(found, key) == getattr(Settings(), key)


def test_settings_of_another_version_are_left(preferences: Preferences, database: Database) -> None:
    preferences.save(CHOSEN)
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE preferences SET key = 'voice' WHERE key = 'theme'")
    assert preferences.settings() == replace(CHOSEN, theme=Theme.SYSTEM)
    preferences.save(CHOSEN)
    assert {"voice", "theme"} <= keys(database)


def test_a_made_up_history_stays_marked(preferences: Preferences) -> None:
    preferences.mark_demo()
    preferences.mark_demo()
    preferences.save(CHOSEN)
    assert preferences.demo()
    assert preferences.settings() == CHOSEN
