"""The only wiring: clock, database, presenters and window are put together here."""

from rehabtimer.app.run import run, selftest

__all__ = ["run", "selftest"]
