"""The commands that need no window.

What a command needs is imported when it runs: `plan` must not wait for the database's library.
"""

import shlex
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import msgspec

from rehabtimer import paths
from rehabtimer.core.clock import Clock, SystemClock
from rehabtimer.core.faults import plain
from rehabtimer.core.text import _
from rehabtimer.presenters.files import check, new_file

DONE, NO = 0, 1


class Answer(msgspec.Struct, frozen=True):
    """What a command prints, and its exit code; `notes` go to standard error, a line each."""

    text: str
    code: int = DONE
    is_json: bool = False
    notes: tuple[str, ...] = ()


def answer(arguments: Namespace, clock: Clock | None = None) -> Answer:
    """Carry out a command that needs no window.

    Raises UserError, one sentence, for what cannot be read or must not be written over.
    """
    return _COMMANDS[arguments.command](arguments, clock or SystemClock())


def _plan(arguments: Namespace, clock: Clock) -> Answer:
    from rehabtimer.presenters.plan import Wish, plan_document, plan_lines, read_plan

    wish = Wish(on=arguments.date, side=arguments.side, level=arguments.dose)
    planned = read_plan(_database(arguments), wish, clock.now())
    if arguments.json:
        return _json(plan_document(planned), planned.problems)
    return _text(*plan_lines(planned))


def _status(arguments: Namespace, clock: Clock) -> Answer:
    from rehabtimer.presenters.status import read_status, status_lines

    standing = read_status(_database(arguments), clock.now())
    return _json(standing.status) if arguments.json else _text(*status_lines(standing))


def _check(arguments: Namespace, _clock: Clock) -> Answer:
    healthy, sentence = check(_database(arguments))
    return Answer(sentence, DONE if healthy else NO)


def _export(arguments: Namespace, clock: Clock) -> Answer:
    from rehabtimer.cli.file_commands import export_words

    return _text(export_words(arguments, _database(arguments), clock.now()))


def _demo(arguments: Namespace, clock: Clock) -> Answer:
    from rehabtimer.core.catalogue import load_programme
    from rehabtimer.core.schedule import training_day
    from rehabtimer.demo import make_history, write
    from rehabtimer.storage.store import Store

    programme, today = load_programme(paths.resources()), training_day(clock.now())
    history = make_history(programme, today, days=arguments.days, seed=arguments.seed)
    with (
        new_file(arguments.file) as file,
        Store.open(file, now=lambda: history.kept_at) as store,
    ):
        write(history, store)
    text = _("A made-up history of {days} days was written. To open it: {command}")
    command = f"rehabtimer --database {shlex.quote(str(file))}"
    return _text(text.format(days=arguments.days, command=plain(command)))


def _import(arguments: Namespace, _clock: Clock) -> Answer:
    from rehabtimer.cli.file_commands import import_words

    return _text(*import_words(arguments, _database(arguments)))


def _programme(arguments: Namespace, _clock: Clock) -> Answer:
    from rehabtimer.presenters import importing

    database = _database(arguments)
    if arguments.action == "schema":
        return _schema()
    if arguments.action == "export":
        wish = (arguments.id, arguments.file)
        return _text(importing.export_file(database, *wish, replace=arguments.force))
    is_good, sentence = importing.check_file(database, arguments.file)
    return Answer(sentence, DONE if is_good else NO)


def _schema() -> Answer:
    from rehabtimer.core.catalogue import figures_in
    from rehabtimer.core.toml_schema import schema

    found = msgspec.json.encode(schema(figures_in(paths.resources())))
    return Answer(msgspec.json.format(found, indent=2).decode(), is_json=True)


_COMMANDS: dict[str, Callable[[Namespace, Clock], Answer]] = {
    "plan": _plan,
    "status": _status,
    "check": _check,
    "export": _export,
    "import": _import,
    "programme": _programme,
    "demo": _demo,
}


def _database(arguments: Namespace) -> Path:
    return arguments.database or paths.default_database()


def _text(*lines: str) -> Answer:
    return Answer("\n".join(lines))


def _json(document: msgspec.Struct, notes: tuple[str, ...] = ()) -> Answer:
    return Answer(msgspec.json.encode(document).decode(), is_json=True, notes=notes)
