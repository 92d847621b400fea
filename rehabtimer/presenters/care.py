"""The page "When to see someone", and the sentence that says what this program is not."""

from dataclasses import dataclass
from pathlib import Path

from rehabtimer.core.text import _

_PAGE = "when-to-see-someone.md"


@dataclass(frozen=True)
class CareFrame:
    """The page: a title, and its text as Markdown."""

    title: str
    markdown: str


class CarePresenter:
    """Reads the page once; it is part of the program and does not change."""

    def __init__(self, resources: Path) -> None:
        """`resources` is the folder that holds `guide`."""
        text = (resources / "guide" / _PAGE).read_text(encoding="utf-8")
        heading, _rest, body = text.partition("\n")
        self._frame = CareFrame(title=heading.removeprefix("# "), markdown=body.strip())

    def frame(self) -> CareFrame:
        """Return the page."""
        return self._frame


def not_a_device() -> str:
    """Return the sentence of Welcome and About."""
    return _(
        "General information and record keeping. Not a medical device, and no substitute for a"
        " professional."
    )
