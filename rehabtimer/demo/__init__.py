"""A made-up history, the same for the same seed: for pictures, and for looking around."""

from rehabtimer.demo.author import LONGEST, make_history
from rehabtimer.demo.luck import HURTING, TRIED
from rehabtimer.demo.made import DemoHistory, DemoSession, write

__all__ = ["HURTING", "LONGEST", "TRIED", "DemoHistory", "DemoSession", "make_history", "write"]
