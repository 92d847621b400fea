"""Keeps what happened in one SQLite file; the only room that speaks SQL."""
