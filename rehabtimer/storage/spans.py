"""Spans of dates in a query."""

from datetime import date

from sqlalchemy import Column, ColumnElement, and_, true


def between(column: Column[str], start: date | None, end: date) -> ColumnElement[bool]:
    """Return the condition that a date lies in a span, both ends included; None is no start."""
    since = column >= start.isoformat() if start else true()
    return and_(since, column <= end.isoformat())
