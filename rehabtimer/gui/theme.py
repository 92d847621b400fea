"""Every number of style: colours, sizes, spacing, type. Nowhere else are there any."""

from dataclasses import asdict, dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from rehabtimer.core.programme import Phase
from rehabtimer.core.settings import Theme
from rehabtimer.gui.stylesheet import style_sheet

STEP = 4
GAP = 16
CARD_MARGIN = 20
CARD_RADIUS = 18
CONTROL_RADIUS = 12
CONTROL_HEIGHT = 44
SIDEBAR_WIDTH = 176
WIDEST_PAGE = 1640  # beyond it, a row's ends are too far apart to be read together
MINIMUM_SIZE = (1024, 640)
COMFORTABLE_SIZE = (1366, 768)

THUMBNAIL = (104, 72)

TITLE, HEADING, LARGE, BODY, SMALL = 34, 20, 17, 15, 13  # pixels at text scale 1


@dataclass(frozen=True)
class Colours:
    """One look. Text on its ground has a contrast of at least 4.5:1 (tested)."""

    dark: bool
    ground: str
    card: str
    ink: str
    muted: str
    line: str
    accent: str
    on_accent: str
    accent_hover: str
    accent_soft: str
    hover: str
    pressed: str
    hurts: str
    hurts_soft: str
    ready: str
    rest: str
    switch: str
    go: str
    back: str

    def phase(self, phase: Phase) -> str:
        """The colour that stands for a phase, beside its word and its shape."""
        return {
            Phase.PREPARE: self.ready,
            Phase.GO: self.go,
            Phase.HOLD: self.accent,
            Phase.RETURN: self.back,
            Phase.SWITCH: self.switch,
            Phase.REST: self.rest,
        }[phase]


LIGHT = Colours(
    dark=False,
    ground="#F6F4EF",
    card="#FFFFFF",
    ink="#1E2A32",
    muted="#5D6B74",
    line="#DDD8CC",
    accent="#0C7565",
    on_accent="#FFFFFF",
    accent_hover="#0B6A5B",
    accent_soft="#E8F4F1",
    hover="#EFECE4",
    pressed="#E4E0D5",
    hurts="#AD3B37",
    hurts_soft="#FBECEA",
    ready="#7A6246",
    rest="#3667A6",
    switch="#9A5B00",
    go="#6A4C9C",
    back="#4F6A12",
)

DARK = Colours(
    dark=True,
    ground="#14191D",
    card="#1D252B",
    ink="#F1EFEA",
    muted="#A3B0B8",
    line="#2E3942",
    accent="#3CC7AE",
    on_accent="#0B1A17",
    accent_hover="#5AD6C0",
    accent_soft="#1B3A38",
    hover="#27313A",
    pressed="#303C46",
    hurts="#FF8F87",
    hurts_soft="#3A2524",
    ready="#D6C3A3",
    rest="#7FB0EE",
    switch="#F0B04C",
    go="#C3A6F2",
    back="#B5CF6B",
)


class Look:
    """The look of the running program; widgets ask it when they paint."""

    def __init__(self) -> None:
        """Start light, at text scale 1."""
        self.colours = LIGHT
        self.scale = 1.0

    def px(self, size: float) -> int:
        """Return a size of type in pixels at the user's text scale."""
        return max(9, round(size * self.scale))


look = Look()


def apply_theme(app: QApplication, theme: Theme, scale: float = 1.0) -> None:
    """Give the whole program its look: palette, style sheet and base font.

    The system is followed only where it says whether it is light or dark.
    """
    look.colours = _colours(theme)
    look.scale = scale
    app.setStyle("Fusion")
    app.setPalette(_palette(look.colours))
    font = app.font()
    font.setPixelSize(look.px(BODY))
    app.setFont(font)
    app.setStyleSheet(style_sheet(asdict(look.colours), look.px))
    for widget in app.allWidgets():
        widget.update()


def font(size: float, *, bold: bool = False, tabular: bool = False) -> QFont:
    """Return the program's font at a size in pixels; `tabular` keeps digits from jumping."""
    made = QFont(QApplication.font())
    made.setPixelSize(max(1, round(size)))
    made.setBold(bold)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def set_role(widget: QWidget, **properties: str) -> None:
    """Set the properties that the style sheet goes by, and take up the change."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _colours(theme: Theme) -> Colours:
    if theme is Theme.SYSTEM:
        scheme = QGuiApplication.styleHints().colorScheme()
        return DARK if scheme is Qt.ColorScheme.Dark else LIGHT
    return DARK if theme is Theme.DARK else LIGHT


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for key, value in {
        role.Window: colours.ground,
        role.WindowText: colours.ink,
        role.Base: colours.card,
        role.AlternateBase: colours.ground,
        role.Text: colours.ink,
        role.Button: colours.card,
        role.ButtonText: colours.ink,
        role.PlaceholderText: colours.muted,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.ToolTipBase: colours.card,
        role.ToolTipText: colours.ink,
        role.Link: colours.accent,
        role.Mid: colours.line,
    }.items():
        palette.setColor(key, QColor(value))
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(colours.muted))
    return palette
