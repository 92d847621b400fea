"""The one way from a text in the program to the text that a person reads."""

import gettext
from pathlib import Path

_DOMAIN = "rehabtimer"
_translations = gettext.NullTranslations()


def use_locale(folder: Path) -> None:
    """Take translations from `folder` (gettext layout) for the language of the environment."""
    global _translations
    _translations = gettext.translation(_DOMAIN, folder, fallback=True)


def _(message: str) -> str:
    """Return `message` in the user's language, or as it is where no translation exists."""
    return _translations.gettext(message) if message else ""


def ngettext(one: str, many: str, count: float) -> str:
    """Return `one` or `many` in the user's language, by the plural rule for `count`.

    The texts may hold `{n}`, which becomes the count; a fraction takes the plural.
    """
    whole = count == int(count)
    text = _translations.ngettext(one, many, int(count) if whole else 2)
    return text.replace("{n}", str(int(count)) if whole else f"{count:g}")
