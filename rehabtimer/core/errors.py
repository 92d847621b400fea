"""Errors that a person can cause; everything else is a bug and gets a report."""


class UserError(Exception):
    """One plain sentence that says what is wrong, where, and what to do."""
