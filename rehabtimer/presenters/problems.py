"""What is wrong with a form, part by part."""

from dataclasses import astuple, dataclass


@dataclass(frozen=True)
class Problems:
    """Each field is one sentence about a part of the form; "" where nothing is wrong."""

    @property
    def are_none(self) -> bool:
        """Whether the form can be kept."""
        return not any(astuple(self))
