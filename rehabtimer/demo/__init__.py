"""A made-up history, the same for the same seed: for pictures, and for looking around."""

from rehabtimer.demo.author import LONGEST, DemoHistory, DemoSession, make_history, write
from rehabtimer.demo.luck import HURTING, TRIED

__all__ = ["HURTING", "LONGEST", "TRIED", "DemoHistory", "DemoSession", "make_history", "write"]
