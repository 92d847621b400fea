"""The colours of a figure, light and dark."""

from dataclasses import dataclass, fields

from PySide6.QtGui import QColor


@dataclass(frozen=True)
class FigureColours:
    """The colours of a figure, as `#rrggbb`."""

    skin: str
    skin_far: str
    ear: str
    hair: str
    shirt: str
    shirt_far: str
    limb: str
    limb_far: str
    accent: str
    accent_far: str
    prop: str
    prop_face: str
    prop_top: str
    mat: str
    ground: str
    shadow: str
    paper: str  # what lies behind; dimming moves every colour towards it

    def dimmed(self, share: float = 0.62) -> "FigureColours":
        """Return paler colours, `share` (0 to 1) of the way to the paper."""
        return FigureColours(
            **{f.name: _mixed(getattr(self, f.name), self.paper, share) for f in fields(self)}
        )


LIGHT = FigureColours(
    skin="#CF9470",
    skin_far="#E3BFA6",
    ear="#B97D59",
    hair="#3D2B25",
    shirt="#2E4756",
    shirt_far="#7C909C",
    limb="#6B7D88",
    limb_far="#BAC6CC",
    accent="#0C7565",
    accent_far="#78B5A9",
    prop="#CFC4B1",
    prop_face="#E2DACB",
    prop_top="#EAE3D6",
    mat="#D3DAD3",
    ground="#E9E3D7",
    shadow="#CFC6B5",
    paper="#FFFFFF",
)
DARK = FigureColours(
    skin="#CF9470",
    skin_far="#8F6B55",
    ear="#B0764F",
    hair="#7A5646",
    shirt="#C9D5DB",
    shirt_far="#7E8D96",
    limb="#8798A3",
    limb_far="#566670",
    accent="#3CC7AE",
    accent_far="#2A8376",
    prop="#3A4751",
    prop_face="#44525D",
    prop_top="#4D5C68",
    mat="#34474B",
    ground="#2A343C",
    shadow="#1C242A",
    paper="#1D252B",
)


def _mixed(colour: str, other: str, share: float) -> str:
    a, b = QColor(colour), QColor(other)
    red, green, blue = (
        round(x + (y - x) * share)
        for x, y in ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    )
    return QColor(red, green, blue).name()
