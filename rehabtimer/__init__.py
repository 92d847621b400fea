"""RehabTimer: an exercise timer and pain diary for runner's knee."""

__version__ = "0.1.0"
