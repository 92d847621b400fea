"""The colours of a chart; known without loading matplotlib."""

from dataclasses import dataclass

from rehabtimer.core.programme import Side
from rehabtimer.gui import theme

# How much of a colour is left where it is pale, against the card behind it.
DOT, THIN, WASH = 0.62, 0.42, 0.08


@dataclass(frozen=True)
class ChartColours:
    """Colours as `#RRGGBB`; the knees differ in shape as well, so that grey will do."""

    card: str
    ink: str
    muted: str
    line: str
    ground: str
    session: str
    left: str
    right: str

    def knee(self, knee: Side) -> str:
        """Return the colour of the left or the right knee."""
        return self.left if knee is Side.LEFT else self.right

    def pale(self, colour: str, share: float) -> str:
        """Return a colour thinned with the card's: 1 leaves it as it is, 0 is the card."""
        pairs = zip(_parts(colour), _parts(self.card), strict=True)
        return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def chart_colours(look: theme.Colours) -> ChartColours:
    """Return the colours of a look that a chart is drawn with."""
    return ChartColours(
        card=look.card,
        ink=look.ink,
        muted=look.muted,
        line=look.line,
        ground=look.ground,
        session=look.accent,
        left=look.accent,
        right=look.rest,
    )


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


PAPER = chart_colours(theme.LIGHT)  # of charts that leave the window
