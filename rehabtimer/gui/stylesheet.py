"""The one style sheet, written from a look's colours."""

from collections.abc import Callable, Mapping
from string import Template

_SHEET = Template("""
QWidget { color: $ink; }
QMainWindow, QWidget[ground="true"] { background: $ground; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${t34}px; font-weight: 700; }
QLabel[role="heading"] { font-size: ${t20}px; font-weight: 600; }
QLabel[role="large"] { font-size: ${t17}px; }
QLabel[role="strong"] { font-size: ${t17}px; font-weight: 600; }
QLabel[role="strong-muted"] { font-size: ${t17}px; font-weight: 600; color: $muted; }
QLabel[role="entry"] { font-size: ${t15}px; font-weight: 600; }
QLabel[role="muted"] { font-size: ${t15}px; color: $muted; }
QLabel[role="lead"] { font-size: ${t17}px; color: $muted; }
QLabel[role="small"] { font-size: ${t13}px; color: $muted; }
QLabel[role="skipped"] { font-size: ${t15}px; color: $switch; }
QLabel[role="accent"] { font-size: ${t15}px; color: $accent; }
QLabel[role="hurts"] { font-size: ${t15}px; color: $hurts; }
QLabel[role="stage-muted"] { color: $muted; }
QLabel[role="pill"] {
    background: $accent; color: $on_accent; border-radius: 12px; padding: 6px 24px;
}
QLabel[role="notice"] {
    font-size: ${t17}px; background: $accent_soft; border-radius: 12px; padding: 10px 14px;
}
QLabel[role="brand"] { font-size: ${t20}px; font-weight: 700; }

QFrame[card="true"] { background: $card; border: none; border-radius: 18px; }
QFrame[card="panel"] { background: $card; border: 1px solid $line; border-radius: 18px; }
QFrame[card="notice"] { background: $accent_soft; border: none; border-radius: 12px; }
QFrame[card="sidebar"] { background: $card; border: none; }
QFrame[card="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }

QPushButton {
    background: $card; border: 2px solid $line; border-radius: 12px;
    padding: 8px 18px; font-size: ${t15}px; font-weight: 600; min-height: 24px; outline: none;
}
QPushButton QLabel[role="press"] { font-size: ${t15}px; font-weight: 600; }
QPushButton[kind="primary"] QLabel[role="press"] { color: $on_accent; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:focus { border-color: $ink; }
QPushButton:disabled { color: $muted; background: transparent; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:focus { border-color: $ink; }
QPushButton[kind="hurts"] { color: $hurts; border-color: $hurts; }
QPushButton[kind="hurts"]:hover { background: $hurts_soft; }
QPushButton[kind="hurts"]:focus { border-color: $ink; }
QPushButton[kind="quiet"] {
    background: transparent; border-color: transparent; color: $accent; padding: 8px 12px;
}
QPushButton[kind="quiet"]:hover { background: $accent_soft; }
QPushButton[kind="quiet"]:focus { border-color: $accent; }
QPushButton[kind="link"] {
    background: transparent; border: none; color: $accent; padding: 4px 0; min-height: 20px;
    text-align: left;
}
QPushButton[tall="true"] { min-height: 28px; }
QPushButton[kind="link"]:hover { color: $accent_hover; text-decoration: underline; }
QPushButton[kind="link"]:focus { text-decoration: underline; }
QPushButton[slim="true"] { padding: 8px 12px; }
QPushButton[slim="icon"] { padding: 8px 10px; min-width: 20px; max-width: 20px; }
QPushButton[kind="nav"] {
    background: transparent; border-color: transparent; text-align: left;
    padding: 6px 8px; font-size: ${t16}px; font-weight: 400;
}
QPushButton[kind="nav"]:hover { background: $hover; }
QPushButton[kind="nav"]:checked { background: $ground; color: $accent; font-weight: 700; }
QPushButton[kind="nav"]:focus { border-color: $accent; }
QPushButton[kind="score"] {
    background: $ground; border-color: $ground; border-radius: 8px; padding: 4px 0;
    min-width: 16px; font-weight: 700;
}
QPushButton[kind="score"]:hover { background: $pressed; border-color: $pressed; }
QPushButton[kind="score"]:checked { background: $accent; border-color: $accent; color: $on_accent; }
QPushButton[kind="score"]:focus { border-color: $ink; }
QPushButton[kind="choice"] { text-align: left; padding: 10px 18px; font-weight: 400; }
QPushButton[kind="choice"]:checked {
    border-color: $accent; background: $accent_soft; font-weight: 600;
}
QPushButton[kind="choice"]:focus { border-color: $ink; }
QPushButton[kind="start"] {
    background: $accent; color: $on_accent; border-color: $accent; border-radius: 14px;
    font-size: ${t24}px; font-weight: 700; padding: 16px 40px;
}
QPushButton[kind="start"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="start"]:focus { border-color: $ink; }
QPushButton[kind="start"]:disabled { background: $line; border-color: $line; color: $muted; }

QLineEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QComboBox {
    background: $card; border: 2px solid $line; border-radius: 12px; padding: 7px 12px;
    font-size: ${t15}px; min-height: 24px; placeholder-text-color: $muted;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus,
QTimeEdit:focus, QComboBox:focus { border-color: $accent; }
QComboBox::drop-down { border: none; width: 36px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
    background: $card; border: 1px solid $line; selection-background-color: $accent;
    selection-color: $on_accent; outline: none; padding: 4px;
}
QComboBox:disabled { color: $muted; }
QCheckBox, QRadioButton { spacing: 10px; font-size: ${t15}px; background: transparent; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar::handle:vertical { background: $line; border-radius: 3px; min-height: 32px; }
QScrollBar::handle:vertical:hover { background: $muted; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle:horizontal { background: $line; border-radius: 3px; min-width: 32px; }
QScrollBar::handle:horizontal:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: transparent; height: 0; width: 0;
}
QTableWidget { background: $card; border: none; gridline-color: $line; font-size: ${t15}px; }
QTableWidget::item { padding: 0 6px; }
QHeaderView::section {
    background: $card; color: $muted; border: none; border-bottom: 1px solid $line; padding: 8px;
}
QTextBrowser { background: transparent; border: none; font-size: ${t17}px; }
QToolTip { background: $card; color: $ink; border: 1px solid $line; padding: 6px; }
""")

_SIZES = (13, 15, 16, 17, 20, 24, 34)


def style_sheet(colours: Mapping[str, object], px: Callable[[float], int]) -> str:
    """Return the sheet for a look, given its colours by name; `px` scales sizes of type."""
    sizes = {f"t{size}": px(size) for size in _SIZES}
    return _SHEET.substitute({**colours, **sizes})
