"""How light colours are, and how well one is read on the other, after WCAG 2.1."""

from PySide6.QtGui import QColor

Linear = tuple[float, float, float]


def linear(colour: str) -> Linear:
    """Red, green and blue in proportion to their light, 0 to 1."""
    parts = QColor(colour)
    return _linear(parts.redF()), _linear(parts.greenF()), _linear(parts.blueF())


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def luminance(light: Linear) -> float:
    """The relative luminance, 0 to 1."""
    red, green, blue = light
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Linear, other: Linear) -> float:
    """The contrast of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
