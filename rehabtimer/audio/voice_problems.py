"""The sentences that say why there is no voice."""

from collections.abc import Sequence

from rehabtimer.core.text import _


def missing(packages: Sequence[str]) -> str:
    """Return the sentence for a computer without a voice; `packages` would bring one."""
    if not packages:
        return _("There is no voice: this computer has none that can be used.")
    return _("There is no voice. These packages bring one: {names}.").format(
        names=", ".join(packages)
    )


def no_answer() -> str:
    """Return the sentence for an engine that hangs."""
    return _("There is no voice: the speech engine does not answer.")


def stopped() -> str:
    """Return the sentence for an engine that died, or told nonsense."""
    return _("There is no voice: the speech engine stopped.")
