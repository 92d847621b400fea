"""What the user has set, one value a key; what was never set has its default."""

import logging
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from rehabtimer.core.settings import Settings
from rehabtimer.storage.database import Database
from rehabtimer.storage.rows import Values
from rehabtimer.storage.tables import preferences

_DEMO = "demo"
_FIELDS = msgspec.structs.fields(Settings)

log = logging.getLogger(__name__)


class Preferences:
    """Keeps the settings. Whatever writes raises NotSaved if the disk refuses."""

    def __init__(self, database: Database) -> None:
        """Keep them in an open database."""
        self._database = database
        self._told: set[str] = set()

    def settings(self) -> Settings:
        """Return the settings; a value that cannot be understood gives way to its default."""
        kept = self._kept()
        values: Values = {}
        for field in _FIELDS:
            if field.name in kept:
                self._understand(field.name, kept[field.name], field.type, values)
        return Settings(**values)

    def save(self, settings: Settings) -> None:
        """Keep the settings; only those that differ are written."""
        before = self._kept()
        texts = {
            field.name: msgspec.json.encode(getattr(settings, field.name)).decode()
            for field in _FIELDS
        }
        default = Settings()
        changed = {
            name: text
            for name, text in texts.items()
            if before.get(name) != text
            and (name in before or getattr(settings, name) != getattr(default, name))
        }
        if changed:
            self._write(changed)

    def demo(self) -> bool:
        """Whether the history is a made-up one."""
        return self._kept().get(_DEMO) == "true"

    def mark_demo(self) -> None:
        """Mark the history as a made-up one, for good."""
        self._write({_DEMO: "true"})

    def _kept(self) -> dict[str, str]:
        with self._database.reading() as connection:
            rows = connection.execute(select(preferences.c.key, preferences.c.value)).all()
        return {key: value for key, value in rows}  # noqa: C416 - rows are no pairs to mypy

    def _write(self, texts: dict[str, str]) -> None:
        statement = insert(preferences)
        statement = statement.on_conflict_do_update(
            index_elements=["key"],
            set_={name: statement.excluded[name] for name in ("value", "updated_at")},
        )
        with self._database.writing() as connection:
            now = self._database.moment()
            rows = [{"key": k, "value": v, "updated_at": now} for k, v in texts.items()]
            connection.execute(statement, rows)

    def _understand(self, name: str, text: str, kind: Any, values: Values) -> None:
        try:
            values[name] = msgspec.json.decode(text, type=kind)
        except (msgspec.MsgspecError, ValueError):
            if name not in self._told:
                log.warning("The setting %s cannot be understood; its default holds.", name)
            self._told.add(name)
