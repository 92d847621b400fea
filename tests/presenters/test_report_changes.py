"""What the report says of changes, notes, totals and warning signs, and with which dates."""

from datetime import timedelta
from pathlib import Path

from msgspec.structs import replace

from rehabtimer.core.pain import Moment
from rehabtimer.core.prescription import Choice, OffReason
from rehabtimer.core.programme import Side
from rehabtimer.core.records import Reach, Skip, new_id
from rehabtimer.core.settings import Units
from rehabtimer.core.workouts import Sport, TotalScore, Workout
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.report_words import LONGEST_NOTE, more_text, on_paper
from rehabtimer.presenters.skipping import WhatHurt
from tests.support.cases import days_pass, play, welcomed
from tests.support.pain import entry
from tests.support.reports import lines, report_of


def changes(case: Case) -> list[str]:
    return lines(report_of(case).changes)


def train(case: Case) -> None:
    """A session of half a minute."""
    play(case, 30).leave()


def told(case: Case, **values: object) -> None:
    case.store.diary.add(entry(Moment.DURING, case.clock.now(), **values))


# Skips


def test_a_skip_has_its_reason_and_a_try_its_date(tmp_path: Path) -> None:
    with welcomed(tmp_path, day=5) as case:
        hurt = WhatHurt(side=Side.LEFT, score=5)
        case.switch("step-up", on=False, reason=OffReason.HURT, hurt=hurt)
        case.switch("clam", on=False)
        days_pass(case, 2)
        case.switch("step-up", on=True)
        found, frame = changes(case), report_of(case)
    assert found[0] == "4 Mar: Step up: turned on again"
    assert sorted(found[1:3]) == [
        "2 Mar: Clam: turned off, own choice",
        "2 Mar: Step up: skipped, it hurt 5 of 10 (left leg)",
    ]
    by_name = {line.name: line for line in frame.exercises}
    assert by_name["Step up"].skips == "Turned on again on 4 Mar, but not done."
    assert (by_name["Clam"].planned, by_name["Clam"].skips) == (
        "Off", "Off since 2 Mar: your own choice"
    )  # fmt: skip


def test_a_skip_until_a_date_names_it(tmp_path: Path) -> None:
    with welcomed(tmp_path, day=5) as case:
        until = case.today + timedelta(days=7)
        hurt = WhatHurt(side=Side.LEFT, score=5)
        case.switch("step-up", on=False, reason=OffReason.HURT, until=until, hurt=hurt)
        case.switch("clam", on=False, reason=OffReason.HURT, until=until)
        case.switch("wall-slide", on=False, until=until)
        found = changes(case)
    assert sorted(found[:3]) == [
        "2 Mar: Clam: skipped until 9 Mar, it hurt",
        "2 Mar: Step up: skipped until 9 Mar, it hurt 5 of 10 (left leg)",
        "2 Mar: Wall slide: turned off until 9 Mar, own choice",
    ]


def test_what_stairs_have_skipped_says_so(tmp_path: Path) -> None:
    with welcomed(tmp_path, stairs_hurt=True) as case:
        case.switch("clam", on=False, reason=OffReason.HURT)
        assert "2 Mar: Step up: skipped, stairs hurt" in changes(case)
        assert "2 Mar: Clam: skipped, it hurt" in changes(case)


def test_what_was_left_out_for_a_day_is_counted_and_no_change(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        for _n in range(2):
            case.store.skips.keep(
                Skip(
                    id=new_id(),
                    when=case.stamp,
                    course=case.course.id,
                    exercise="clam",
                    reason=OffReason.HURT,
                    reach=Reach.TODAY,
                )
            )
            days_pass(case, 1)
        frame = report_of(case)
    by_name = {line.name: line for line in frame.exercises}
    assert by_name["Clam"].skips == "Left out for the day, 2 times"
    assert not any("Clam" in line for line in lines(frame.changes))


# Doses


def test_an_own_dose_is_held_against_the_article_then_against_what_was_before(
    tmp_path: Path,
) -> None:
    with welcomed(tmp_path) as case:
        case.choose(Choice(exercise="clam", sets=1))
        train(case)
        days_pass(case, 1)
        case.choose(Choice(exercise="clam", sets=1, reps=8))
        train(case)
        days_pass(case, 1)
        train(case)
        found = [line for line in changes(case) if "Clam" in line]
    now, before = found
    assert now == "3 Mar: Clam: 8 times each side, 2 s hold; before, 15 times each side, 2 s hold"
    assert before == (
        "2 Mar: Clam: 15 times each side, 2 s hold; the article's target is 2 sets of 15 each side,"
        " 2 s hold"
    )


def test_an_easier_version_is_a_change_even_with_the_same_dose(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        train(case)
        days_pass(case, 1)
        variant = case.exercise("quad-stretch").variants[0]
        case.choose(Choice(exercise="quad-stretch", variant=variant.id))
        train(case)
        found, frame = changes(case), report_of(case)
    name = f"Standing quad stretch: {variant.name}"
    assert found[0] == f"3 Mar: {name}: 2 sets, 15 s each leg; before, Standing quad stretch"
    assert frame.exercises[0].name == name


def test_an_easier_version_from_the_start_has_nothing_before_it(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        variant = case.exercise("quad-stretch").variants[0]
        case.choose(Choice(exercise="quad-stretch", variant=variant.id))
        train(case)
        found = changes(case)
    assert found[0] == f"2 Mar: Standing quad stretch: {variant.name}: 2 sets, 15 s each leg"


def test_nothing_changed_is_said(tmp_path: Path) -> None:
    with welcomed(tmp_path, day=30) as case:
        train(case)
        section = report_of(case, weeks=1).changes
    assert (section.rows, section.empty) == ((), "Nothing was changed in this time.")


# What hurt


def test_pain_in_an_exercise_is_the_worst_and_on_how_many_days(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        told(case, exercise="clam", score=3)
        told(case, exercise="clam", score=6)
        told(case, exercise="wall-slide", score=None)
        told(case, exercise="step-up", score=0)
        days_pass(case, 1)
        told(case, exercise="clam", score=2)
        frame = report_of(case)
    by_name = {line.name: line.pain for line in frame.exercises}
    assert by_name["Clam"] == "Worst 6 of 10, hurt on 2 days"
    assert by_name["Wall slide"] == "It hurt on 1 day"
    assert by_name["Step up"] == "None told"


def test_warning_signs_stand_at_the_top_the_newest_first(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        for _n in range(4):
            told(case, exercise="clam", sharp=True)
            days_pass(case, 1)
        case.store.diary.add(entry(when=case.clock.now(), locking=True))
        found = report_of(case).warnings
    assert found == (
        "6 Mar: Swelling, locking or giving way",
        "5 Mar: Sharp pain, in Clam",
        "4 Mar: Sharp pain, in Clam",
        "… and 2 more times",
    )


def test_an_exercise_that_is_in_no_programme_has_its_line(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        told(case, exercise="star-jump")
        line = report_of(case).exercises[-1]
    assert (line.name, line.planned) == ("Star jump", "Not in the programme now")
    assert line.pain == "Worst 4 of 10, hurt on 1 day"


# Notes, totals, and what else there was


def test_the_persons_own_words_come_from_everywhere_the_newest_first(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        session = play(case, 30)
        session.leave()
        case.store.history.note(case.store.history.sessions(None, case.today)[0].id, "first")
        days_pass(case, 1)
        case.store.diary.add(entry(when=case.clock.now(), note="second\nline"))
        days_pass(case, 1)
        case.store.workouts.add(
            Workout(id=new_id(), when=case.stamp, sport=Sport.YOGA, note="third")
        )
        found = lines(report_of(case).notes)
    assert found == ["4 Mar: third", "3 Mar: second line", "2 Mar: first"]


def test_many_notes_are_counted_and_long_ones_cut(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        case.store.diary.add_all(
            entry(when=case.clock.now(), note="so long " * 100) for _n in range(75)
        )
        section = report_of(case).notes
    assert (len(section.rows), section.left_out) == (60, 15)
    assert all(len(text) <= LONGEST_NOTE and text.endswith("…") for _day, text in section.rows)
    assert more_text(15) == "… and 15 more in the program"


def test_a_note_cannot_turn_the_page_around() -> None:
    assert on_paper("a\u202eb\u2066c\x00d\n\n e") == "abc d e"
    assert on_paper("<b>&amp;") == "<b>&amp;"
    assert on_paper("کتاب\u200cها") == "کتاب\u200cها"


def test_totals_have_their_names_and_most(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        day = case.today
        case.store.total_scores.add(
            TotalScore(id="a", day=day, name="AKPS\u202e", value=71.5, most=100),
            TotalScore(id="b", day=day - timedelta(days=1), name="Own", value=3),
        )
        found = lines(report_of(case).scores)
    assert found == ["2 Mar: AKPS: 71.5 of 100", "1 Mar: Own: 3"]


def test_other_exercise_is_summed_up_in_the_persons_own_units(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        case.save(replace(case.settings, units=Units.MILES))
        for metres in (1609, 3219):
            run = Workout(id=new_id(), when=case.stamp, sport=Sport.RUNNING, metres=metres)
            case.store.workouts.add(replace(run, minutes=20))
        case.store.workouts.add(Workout(id=new_id(), when=case.stamp, sport=Sport.OTHER))
        case.store.diary.take_reliever(case.today, taken=True)
        found = lines(report_of(case).besides)
    assert found == [
        "Running: 2 times, 40 min, 3 miles",
        "Other: 1 time",
        "Pain relievers: Taken on 1 day of 5",
    ]


def test_dates_of_other_years_have_their_year(tmp_path: Path) -> None:
    with welcomed(tmp_path, day=120) as case:
        found = lines(report_of(case, weeks=None).changes)
    assert found == ["3 Nov 2025: The programme begins: Runner's knee, 42 days, daily"]
