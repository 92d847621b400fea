"""Orders of exercises: moved by hand within what is shown, or one in the place of another."""

from rehabtimer.core.prescription import arranged
from rehabtimer.presenters.case import Case


def moved(case: Case, exercise: str, place: int) -> tuple[str, ...] | None:
    """Return the order with an exercise moved to a place of the list; None if nothing moves.

    Where floor exercises are grouped, only those of its own group make room, so that the order of
    all is still there when they are not grouped any more.
    """
    order = _order(case)
    if exercise not in order:
        return None
    group = [each for each in order if _group(case, each) == _group(case, exercise)]
    shown = [item.exercise for item in case.prescription(everything=True).exercises]
    first = min(shown.index(each) for each in group)
    wanted = [each for each in group if each != exercise]
    wanted.insert(min(max(place - first, 0), len(wanted)), exercise)
    if wanted == group:
        return None
    ordered = iter(wanted)
    return tuple(next(ordered) if each in group else each for each in order)


def swapped(case: Case, exercise: str, other: str) -> tuple[str, ...]:
    """Return the order with two exercises in each other's place; a new one comes just before."""
    order = _order(case)
    if other not in order:
        place = order.index(exercise)
        return (*order[:place], other, *order[place:])
    places = {exercise: other, other: exercise}
    return tuple(places.get(each, each) for each in order)


def _order(case: Case) -> tuple[str, ...]:
    return tuple(each.id for each in arranged(case.programme.exercises, case.course.order))


def _group(case: Case, exercise: str) -> bool:
    return case.settings.group_floor and case.exercise(exercise).position.on_floor
