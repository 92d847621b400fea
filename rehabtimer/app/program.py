"""The program at work: the window, its pages, and what they ask of the presenters."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLockFile, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from rehabtimer import paths
from rehabtimer.app.faults import Faults
from rehabtimer.app.pages import Pages
from rehabtimer.app.session_run import SessionRun
from rehabtimer.cli import WindowOptions
from rehabtimer.core.catalogue import load_programme
from rehabtimer.core.clock import Clock
from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _
from rehabtimer.gui.main_window import MainWindow, Page
from rehabtimer.presenters.session import SessionPresenter
