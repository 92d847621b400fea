"""Which activities have a distance."""

import pytest

from rehabtimer.core.workouts import Sport

FAR = {Sport.RUNNING, Sport.WALKING, Sport.CYCLING, Sport.SWIMMING}


@pytest.mark.parametrize("sport", Sport)
def test_a_distance_is_asked_for_where_one_gets_somewhere(sport: Sport) -> None:
    assert sport.has_distance is (sport in FAR)
