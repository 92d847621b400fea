"""What is said while an export is looked into and taken in, and afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rehabtimer.core.errors import UserError
from rehabtimer.presenters.merge_frame import MergePreview, Progress, Steps
from rehabtimer.presenters.merging import look_into, take_in
from tests.support.good_json import FILE, good, text
from tests.support.laptops import Laptop, finished

LATER = "2026-03-03T08:00:00.000000Z"
EARLIER = "2026-03-01T08:00:00.000000Z"


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    laptop = Laptop(tmp_path / "here")
    yield laptop
    laptop.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "mine.json"
    file.write_bytes(text(good()))
    return file


def looked(laptop: Laptop, file: Path) -> MergePreview:
    return finished(look_into(laptop.store, file, laptop.own))


def taken(laptop: Laptop, file: Path) -> MergePreview:
    return finished(take_in(laptop.store, file, laptop.own))


def all_steps(steps: Steps) -> list[Progress]:
    return list(steps)


def test_everything_is_new(laptop: Laptop, file: Path) -> None:
    before = laptop.everything
    preview = looked(laptop, file)
    assert preview.title == 'What "mine.json" would change'
    assert preview.lines == (
        "Sessions: 1 new.",
        "Answers about pain: 1 new.",
        "Activities: 1 new.",
        "Days with or without a pain reliever: 1 new.",
        "Totals of questionnaires: 1 new.",
        "Programmes that were followed: 1 new.",
        "Choices for exercises: 1 new.",
        "Skipped exercises: 1 new.",
        "Settings: 1 new.",
        "Files of exercises and programmes of your own: 1 new.",
    )
    assert (preview.conflicts, preview.nothing_new) == ((), False)
    assert laptop.everything == before
    done = taken(laptop, file)
    assert (done.title, done.lines) == ('"mine.json" was taken in', preview.lines)


def test_nothing_is_new(laptop: Laptop, file: Path) -> None:
    taken(laptop, file)
    assert looked(laptop, file).title == 'Nothing in "mine.json" is new'
    again = taken(laptop, file)
    assert (again.title, again.nothing_new) == ('Nothing in "mine.json" was new', True)
    assert again.lines[0] == "Sessions: 1 the same."


def changed(file: Path, moment: str) -> Path:
    """The same export with everything in it changed, at a moment."""
    found = good()
    tables = found["tables"]
    tables["sessions"][0].update(note="changed", updated_at=moment)
    tables["pain"][0].update(score=9, updated_at=moment)
    tables["workouts"][0].update(minutes=99, updated_at=moment)
    tables["relievers"][0].update(taken=0, updated_at=moment)
    tables["total_scores"][0].update(value=9, updated_at=moment)
    tables["courses"][0].update(days=7, updated_at=moment)
    tables["choices"][0].update(reps=99, updated_at=moment)
    tables["skips"][0].update(reach="open", updated_at=moment)
    tables["preferences"][0].update(value="light", updated_at=moment)
    found["files"][0].update(text="changed", updated_at=moment)
    other = file.with_name("other.json")
    other.write_bytes(text(found))
    return other


DIFFERENT = (
    "Programme begun on Monday 2 March 2026",
    "Choice for Clam",
    "Session of Monday 2 March 2026",
    "Activity of Monday 2 March 2026",
    "Answer about pain of Monday 2 March 2026",
    "Skip of Clam on Monday 2 March 2026",
    "Pain reliever on Monday 2 March 2026",
    'Total of "Questionnaire" on Monday 2 March 2026',
    'Setting "theme"',
    '"exercises/bridge.toml"',
)


WAS_HERE = (
    "Given up: begun on Monday 2 March 2026, for 42 days, with 7 days a week.",
    "Given up: on, sets –, reps 10, holding – (– is the article's).",
    'Given up: 1 of 1 set. Its note was "fine".',
    "Given up: Running, 30 minutes. It was 5000 m long.",
    "Given up: 3 of 10.",
    "Given up: for that day.",
    "Given up: one was taken.",
    "Given up: 80 of 100.",
    'Given up: "dark".',
    "Given up: written on Monday 2 March 2026.",
)
WAS_THERE = (
    "Given up: begun on Monday 2 March 2026, for 7 days, with 7 days a week.",
    "Given up: on, sets –, reps 99, holding – (– is the article's).",
    'Given up: 1 of 1 set. Its note was "changed".',
    "Given up: Running, 99 minutes. It was 5000 m long.",
    "Given up: 9 of 10.",
    "Given up: until it is turned on.",
    "Given up: none was taken.",
    "Given up: 9 of 100.",
    'Given up: "light".',
    "Given up: written on Sunday 1 March 2026.",
)


@pytest.mark.parametrize(
    "moment,said",
    [
        (LATER, "the one in the file is newer, and is kept."),
        (EARLIER, "the one here is newer, and stays."),
    ],
)
def test_everything_is_different(laptop: Laptop, file: Path, moment: str, said: str) -> None:
    taken(laptop, file)
    preview = looked(laptop, changed(file, moment))
    assert preview.lines[0] == "Sessions: 0 new, 0 the same, 1 different."
    assert [line.partition(": ")[0] for line in preview.conflicts] == list(DIFFERENT)
    was = WAS_HERE if moment == LATER else WAS_THERE
    assert [line.partition(": ")[2] for line in preview.conflicts] == [
        f"{said} {lost}" for lost in was
    ]
    assert preview.nothing_new is (moment == EARLIER)
    assert taken(laptop, changed(file, moment)).conflicts == preview.conflicts


def test_at_the_same_moment(laptop: Laptop, file: Path, tmp_path: Path) -> None:
    other = Laptop(tmp_path / "there")
    for one, note, what in ((laptop, "a", file), (other, "b", file)):
        taken(one, what)
        one.store.history.note("session", note)
    both = [looked(laptop, other.export()), looked(other, laptop.export())]
    other.close()
    said = [line for preview in both for line in preview.conflicts]
    begun = "Session of Monday 2 March 2026: both were changed at the same moment; "
    lost = 'Given up: 1 of 1 set. Its note was "a".'
    assert said == [
        f"{begun}the one in the file is kept. {lost}",
        f"{begun}the one here stays. {lost}",
    ]


def test_what_was_deleted(laptop: Laptop, file: Path, tmp_path: Path) -> None:
    other = Laptop(tmp_path / "there")
    for one in (laptop, other):
        taken(one, file)
    laptop.later().store.history.remove("session")
    assert looked(laptop, file).lines[0] == "Sessions: 1 deleted here since, and not taken in."
    preview = looked(other, laptop.export())
    other.close()
    assert preview.lines[0] == "Sessions: 1 deleted elsewhere since, and not kept here."
    assert not preview.nothing_new


def test_progress_grows_to_the_whole(laptop: Laptop, file: Path) -> None:
    for work in (look_into, take_in):
        steps = all_steps(work(laptop.store, file, laptop.own))
        shares = [step.done / step.total for step in steps]
        assert shares == sorted(shares)
        assert shares[-1] == 1
        assert steps[0].text == 'Reading "mine.json"…'
        assert steps[-1].text in ("Comparing it with what is here…", "Taking it in…")


def test_to_close_it_is_to_cancel_it(laptop: Laptop, file: Path) -> None:
    before = laptop.everything
    for number in range(len(all_steps(look_into(laptop.store, file, laptop.own)))):
        steps = take_in(laptop.store, file, laptop.own)
        for _ in range(number + 1):
            next(steps)
        steps.close()
        assert laptop.everything == before
        assert not (laptop.own / FILE["path"]).exists()


def test_what_is_wrong_is_told_at_a_step(laptop: Laptop, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_bytes(b"{")
    for work in (look_into, take_in):
        steps = work(laptop.store, bad, laptop.own)
        with pytest.raises(UserError, match=r"bad\.json: "):
            all_steps(steps)
