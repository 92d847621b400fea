"""Files as a therapist would send them: an exercise, or a programme with its own exercises."""

from pathlib import Path

from rehabtimer import paths
from rehabtimer.core.catalogue import figures_in
from rehabtimer.core.programme import Exercise
from rehabtimer.core.programme_file import Listing
from rehabtimer.core.toml_text import exercise_toml, programme_toml


def exercise_file(folder: Path, exercise: Exercise) -> Path:
    """A file with one exercise, named by its id."""
    path = folder / f"{exercise.id}.toml"
    path.write_bytes(exercise_toml(exercise, figures_in(paths.resources())))
    return path


def programme_file(folder: Path, exercises: tuple[str, ...], *own: Exercise) -> Path:
    """A file with the programme "Spring" of 28 days, and the exercises that only it has."""
    listing = Listing(id="spring", name="Spring", days=28, exercises=exercises)
    path = folder / "spring.toml"
    path.write_bytes(programme_toml(listing, own, figures_in(paths.resources())))
    return path
