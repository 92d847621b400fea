"""Whatever a person does on three laptops: their exports make the same history in any order."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.laptop_acts import ACTS, Act
from tests.support.laptops import Laptop, merged, said

LAPTOPS = 3

# Which laptop, what is done there, with what, and after how many seconds; or which one's export
# it takes in.
steps = st.tuples(
    st.integers(0, LAPTOPS - 1), st.sampled_from(ACTS), st.integers(0, 5), st.sampled_from((0, 1))
)
visits = st.tuples(st.integers(0, LAPTOPS - 1), st.integers(0, LAPTOPS - 1))
Step = tuple[int, Act, int, int] | tuple[int, int]
lives: st.SearchStrategy[list[Step]] = st.lists(st.one_of(steps, steps, steps, visits), max_size=30)
fast_clocks = st.lists(st.sampled_from((0, 0, 3, 3600)), min_size=LAPTOPS, max_size=LAPTOPS)


@contextmanager
def lived(life: list[Step], ahead: list[int]) -> Iterator[tuple[Path, list[Path]]]:
    """The folder and the exports of three laptops after all this has happened."""
    with tempfile.TemporaryDirectory() as name:
        laptops = [Laptop(Path(name, str(number))) for number in range(LAPTOPS)]
        for laptop, seconds in zip(laptops, ahead, strict=True):
            laptop.later(seconds)
        for step in life:
            if len(step) == 2:
                laptops[step[0]].takes(laptops[step[1]].export())
            else:
                number, act, what, seconds = step
                for laptop in laptops:
                    laptop.later(seconds)
                act(laptops[number], what)
        files = [laptop.export() for laptop in laptops]
        for laptop in laptops:
            laptop.close()
        yield Path(name), files


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
@given(lives, fast_clocks)
def test_the_order_of_exports_does_not_matter(life: list[Step], ahead: list[int]) -> None:
    with lived(life, ahead) as (folder, (one, two, three)):
        both = merged(folder / "12", one, two)
        other = merged(folder / "23", two, three)
        assert said(merged(folder / "0", one)) == said(one)
        assert said(merged(folder / "21", two, one)) == said(both)
        assert said(merged(folder / "121", one, two, one, two)) == said(both)
        everything = said(merged(folder / "12-3", both, three))
        assert said(merged(folder / "1-23", one, other)) == everything
        assert said(merged(folder / "321", three, two, one)) == everything
        assert said(merged(folder / "23-12", other, both)) == everything
