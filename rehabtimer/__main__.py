"""The way in: understands the command line, and turns whatever goes wrong into one line."""

import io
import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from rehabtimer import __version__, cli, paths
from rehabtimer.core.errors import UserError
from rehabtimer.core.faults import plain
from rehabtimer.core.text import _, use_locale

WRONG_USE, FAULT, INTERRUPTED = 2, 70, 130
DEBUG = "REHABTIMER_DEBUG"


def main(argv: Sequence[str] | None = None) -> int:
    """Run RehabTimer, and return its exit code: 0 done, 1 no, 2 wrong use, 70 a fault in it.

    Files that are made meanwhile can be read by their owner alone.
    """
    before = os.umask(0o077)
    try:
        return _run(argv)
    finally:
        os.umask(before)


def _run(argv: Sequence[str] | None) -> int:
    try:
        use_locale(paths.resources() / "locale")
        code = _carry_out(argv)
        with _heard():
            return code
    except KeyboardInterrupt:
        return INTERRUPTED
    except UserError as error:
        return _complain(str(error), WRONG_USE)
    except Exception as error:  # noqa: BLE001 - whatever else there is, is a bug
        return _complain(_fault_text(error), FAULT)


def _carry_out(argv: Sequence[str] | None) -> int:
    try:
        arguments = cli.parse(argv)
    except SystemExit:  # after --help and --version
        return cli.DONE
    if arguments.command in cli.ON_PAPER:
        return _print(cli.Answer(_write_paper(arguments)))
    if arguments.command not in (None, cli.SELFTEST):
        return _print(cli.answer(arguments))
    return _open_window(arguments)


def _open_window(arguments: Namespace) -> int:
    from rehabtimer import app  # which loads Qt

    options = cli.window_options(arguments)
    if arguments.command == cli.SELFTEST:
        return app.selftest(options, as_json=arguments.json)
    return app.run(options)


def _write_paper(arguments: Namespace) -> str:
    from rehabtimer.app.reporting import write_paper  # which loads Qt

    return write_paper(cli.paper_wish(arguments))


def _print(answer: cli.Answer) -> int:
    """Print an answer, and return its exit code, whether anybody hears it or not."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # JSON is UTF-8 wherever it goes; a terminal that knows few letters gets the rest as \u.
        encoding = "utf-8" if answer.is_json else None
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")
    with _heard():
        print(answer.text)
    for note in answer.notes:
        _complain(note, answer.code)
    return answer.code


@contextmanager
def _heard() -> Iterator[None]:
    """Be quiet when whoever read the output has gone, as `head` does; a full disk is told."""
    try:
        yield
        if sys.stdout:
            sys.stdout.flush()
    except BrokenPipeError:
        _be_quiet()
    except OSError as error:
        _be_quiet()
        text = _("The answer could not be written ({reason}); send it somewhere else.")
        raise UserError(text.format(reason=error.strerror)) from error


def _be_quiet() -> None:
    """Send what is still held back nowhere, or Python would stumble over it at the end."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _complain(sentence: str, code: int) -> int:
    """Print one line on standard error, whatever is in the sentence, and return the exit code."""
    line = plain(" ".join(sentence.split()))
    if sys.stderr:
        sys.stderr.write(f"rehabtimer: {line}\n")
    return code


def _fault_text(error: Exception) -> str:
    """Keep the trace for whoever mends it, and return a sentence for everybody else."""
    import traceback

    if os.environ.get(DEBUG):
        traceback.print_exception(error)
    name = type(error).__name__
    try:
        log = _keep_trace(f"{name}\n{''.join(traceback.format_tb(error.__traceback__))}")
    except OSError:
        text = _("A fault in the program: {name}. Please report it; {debug}=1 shows where.")
        return text.format(name=name, debug=DEBUG)
    text = _("A fault in the program: {name}. Please report it, with {log}.")
    return text.format(name=name, log=log)


def _keep_trace(trace: str) -> Path:
    """Keep the latest trace: without the error's own words, which may hold what the user wrote."""
    folder = paths.log_folder()
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "fault.log"
    told = trace.replace(str(Path.home()), "~")
    log.write_text(f"RehabTimer {__version__}\n{told}", encoding="utf-8")
    return log


if __name__ == "__main__":
    sys.exit(main())
