"""Every picture of every exercise and easier version, on both sides, shows a human body."""

from functools import cache
from itertools import pairwise

import pytest

from rehabtimer.core.body_checks import RANGES, joints
from rehabtimer.core.figure import Moment, camera_at, eased, pose_at, side_at, swing_at
from rehabtimer.core.motion import BREATH, breath_at
from rehabtimer.core.programme import Phase, Side
from rehabtimer.core.scene import Chair, Contact, Figure, Step, Wall
from rehabtimer.core.skeleton import BONES, POINTS, Skeleton
from rehabtimer.core.space import Vec, angle, cross, distance, dot, flipped
from tests.support.figures import RATE, SIDES, Version, figure, session, versions

each = pytest.mark.parametrize("version", versions(), ids=str)
SIDED = [version for version in versions() if version.sided]
sided = pytest.mark.parametrize("version", SIDED, ids=str)
REP = (Phase.GO, Phase.HOLD, Phase.RETURN)
CLOSE = 0.01  # of body height


@cache
def film(version: Version) -> list[tuple[Moment, Skeleton]]:
    return [(moment, pose_at(version.figure, moment)) for moment in session(version)]


@each
def test_bones_never_stretch(version: Version) -> None:
    for moment, body in film(version):
        for side in SIDES:
            for start, end, length in BONES.values():
                far = distance(body.points[f"{side}_{start}"], body.points[f"{side}_{end}"])
                assert far == pytest.approx(length, abs=1e-9), moment


@each
def test_no_joint_leaves_the_human_range_or_bends_the_wrong_way(version: Version) -> None:
    for moment, body in film(version):
        for side in SIDES:
            for name, size in joints(body, side).items():
                low, high = RANGES[name]
                assert low - 1 <= size <= high + 1, (moment, side, name)
            thigh, shin = body.frames[f"{side}_thigh"], body.frames[f"{side}_shin"]
            upper, fore = body.frames[f"{side}_upper_arm"], body.frames[f"{side}_forearm"]
            assert dot(thigh.forward, shin.up) > -1e-9, moment  # a heel comes to the thigh's back
            assert dot(upper.forward, fore.up) < 1e-9, moment  # a hand comes to the arm's front


@each
def test_nothing_sinks_into_floor_wall_or_step(version: Version) -> None:
    props = version.figure.version(version.variant).props
    for moment, body in film(version):
        for name, (x, _, z) in body.points.items():
            assert z > -CLOSE, (moment, name)
            for prop in props:
                if isinstance(prop, Wall):
                    assert (x - prop.x) * prop.faces > -CLOSE, (moment, name)
                if isinstance(prop, Step) and prop.x < x < prop.x + prop.depth:
                    assert z > prop.height - CLOSE, (moment, name)


@each
def test_nothing_jumps_from_one_picture_to_the_next(version: Version) -> None:
    for (_, before), (moment, after) in pairwise(film(version)):
        for point in POINTS:
            assert distance(before.points[point], after.points[point]) < 0.04, (moment, point)
        for part, frame in after.frames.items():
            assert angle(before.frames[part].forward, frame.forward) < 12, (moment, part)


@each
def test_the_phases_join_without_a_seam(version: Version) -> None:
    """The last picture of a phase and the first of the next are one and the same."""
    for (before, last), (after, first) in pairwise(film(version)):
        if before.phase is not after.phase:
            for point in POINTS:
                assert distance(last.points[point], first.points[point]) < 1e-6, (before, after)


@each
def test_what_is_planted_stays_where_it_is(version: Version) -> None:
    made = version.figure.version(version.variant)
    assert made.contacts
    hold = pose_at(version.figure, version.moment(Phase.HOLD, 0))
    for phase in REP if version.moving else (Phase.HOLD,):
        for step in range(RATE + 1):
            body = pose_at(version.figure, version.moment(phase, step / RATE))
            for contact in made.contacts:
                point = body.points[contact.point]
                assert gap(made, contact, point) <= CLOSE, (contact, point)
                assert contact.slides or distance(point, hold.points[contact.point]) < 1e-6


@each
def test_the_right_side_is_the_mirror_image_of_the_left(version: Version) -> None:
    for phase in Phase:
        left, right = (
            pose_at(version.figure, version.moment(phase, 0.37, side))
            for side in (Side.LEFT, Side.RIGHT)
        )
        for point in POINTS:
            assert right.points[other(point)] == pytest.approx(flipped(left.points[point]))
        for part in left.frames:
            frame = right.frames[other(part)]
            assert frame.forward == pytest.approx(flipped(left.frames[part].forward))
            assert dot(frame.up, cross(frame.forward, frame.left)) == pytest.approx(1)


@sided
def test_the_viewer_stands_on_the_side_at_work_and_walks_there_in_a_change_of_side(
    version: Version,
) -> None:
    camera = version.figure.version(version.variant).camera
    for phase in REP:
        left, right = (
            camera_at(version.figure, version.moment(phase, 0.5, side))
            for side in (Side.LEFT, Side.RIGHT)
        )
        assert (left.around, left.height) == (camera.around, camera.height)
        assert (right.around, right.height) == (-camera.around, camera.height)
    walk = [
        camera_at(version.figure, version.moment(Phase.SWITCH, step / 150, Side.RIGHT))
        for step in range(151)
    ]
    assert walk[0].around == camera.around
    assert walk[-1].around == -camera.around
    for before, after in pairwise(walk):
        turned = (after.around - before.around + 180) % 360 - 180
        assert abs(turned) < 3
        assert abs(after.height - before.height) < 2
        assert -180 <= after.around <= 180
    middle = walk[75]
    assert abs(middle.around) == pytest.approx(0 if abs(camera.around) <= 90 else 180)
    assert middle.height == (camera.height if camera.over is None else camera.over)


@sided
def test_half_way_to_the_other_side_left_and_right_are_alike(version: Version) -> None:
    for side in (Side.LEFT, Side.RIGHT):
        body = pose_at(version.figure, version.moment(Phase.SWITCH, 0.5, side))
        for point in POINTS:
            assert body.points[other(point)] == pytest.approx(flipped(body.points[point]))


@each
def test_a_hold_only_breathes(version: Version) -> None:
    still, full = (
        pose_at(
            version.figure,
            Moment(
                Phase.HOLD, 0.5, Side.LEFT, seconds, 30.0, version.moving, variant=version.variant
            ),
        )
        for seconds in (0.0, BREATH / 2)
    )
    assert still.breath == 0
    assert full.breath == pytest.approx(1)
    moved = {name: distance(still.points[name], full.points[name]) for name in POINTS}
    if min(still.elbow(side) for side in SIDES) >= 40:  # no straight arm that may hold it down
        assert moved["chest"] > 0.001
    assert moved["chest"] < 0.006
    assert max(moved.values()) < 0.008
    for name in ("hips", "left_knee", "right_knee", "left_ankle", "right_ankle"):
        assert moved[name] < 1e-9
    assert angle(still.frames["head"].up, full.frames["head"].up) < 0.1


def test_a_chest_rises_but_not_over_a_straight_arm_that_holds_on() -> None:
    for name, rises in (
        ("straight-leg-lift", True),
        ("calf-stretch", True),
        ("donkey-kick", False),
    ):
        still, full = (
            pose_at(figure(name), Moment(Phase.HOLD, seconds=seconds, duration=9))
            for seconds in (0.0, BREATH / 2)
        )
        assert (still.points["chest"] != full.points["chest"]) is rises


def test_a_breath_begins_and_ends_empty_and_is_as_slow_as_at_rest() -> None:
    assert breath_at(0, 15) == 0
    assert breath_at(15, 15) == 0
    assert breath_at(16, 15) == 0  # a late picture
    assert breath_at(BREATH / 2, 15) == pytest.approx(1)
    assert breath_at(BREATH, 15) == pytest.approx(0, abs=1e-9)
    assert 4 <= BREATH <= 5
    steps = [breath_at(frame / RATE, 2) for frame in range(2 * RATE + 1)]
    assert max(abs(b - a) for a, b in pairwise(steps)) < 0.05  # also in a short hold


@each
def test_work_begins_where_getting_ready_ended(version: Version) -> None:
    ready = pose_at(version.figure, version.moment(Phase.PREPARE, 1))
    work = pose_at(version.figure, version.moment(Phase.GO if version.moving else Phase.HOLD, 0))
    assert ready.points == work.points
    poses = version.figure.poses_of(version.variant)
    waiting = pose_at(version.figure, version.moment(Phase.PREPARE, 0.4))
    assert waiting.points == pose_at(version.figure, version.moment(Phase.PREPARE, 0)).points
    moves = poses.prepare != (poses.first if version.moving else poses.hold)
    assert (waiting.points != work.points) is moves


@each
def test_a_rest_before_another_exercise_ends_ready_for_it(version: Version) -> None:
    rest = version.moment(Phase.REST, 1)._replace(fresh=True)
    ready = pose_at(version.figure, version.moment(Phase.PREPARE, 0))
    assert pose_at(version.figure, rest).points == ready.points
    begin = pose_at(version.figure, rest._replace(fraction=0.0))
    assert begin.points == pose_at(version.figure, version.moment(Phase.REST, 0.5)).points


def test_a_rest_takes_its_time_at_ease_whatever_its_length() -> None:
    made = figure("calf-stretch")
    hold = pose_at(made, Moment(Phase.HOLD, moving=False))
    ease = pose_at(made, Moment(Phase.REST, 0.5, duration=30, moving=False))
    for duration in (6.0, 30.0, 600.0):
        for passed in (2.6, duration - 3.1) if duration > 6 else (duration / 2,):
            moment = Moment(Phase.REST, passed / duration, duration=duration, moving=False)
            assert pose_at(made, moment).points == ease.points
        for fraction in (0.0, 1.0):
            moment = Moment(Phase.REST, fraction, duration=duration, moving=False)
            assert pose_at(made, moment).points == hold.points
    assert pose_at(made, Moment(Phase.REST, 0.0, duration=0.0, moving=False)).points


def test_a_long_phase_does_not_slow_the_body_down() -> None:
    made = figure("hip-flexor-stretch")
    ready, hold, ease = (
        pose_at(made, Moment(phase, 0.5 if phase is Phase.REST else 0.0, moving=False)).points
        for phase in (Phase.PREPARE, Phase.HOLD, Phase.REST)
    )
    for phase, before, seconds in (
        (Phase.PREPARE, ready, 3.0),
        (Phase.SWITCH, ease, 4.0),
        (Phase.REST, ease, 3.0),
    ):
        waits, moves = (1 - (seconds + gap) / 60 for gap in (0.1, -0.5))
        assert pose_at(made, Moment(phase, waits, duration=60, moving=False)).points == before
        on_its_way = pose_at(made, Moment(phase, moves, duration=60, moving=False)).points
        assert on_its_way not in (before, hold)


def test_the_return_is_the_way_back() -> None:
    for name in ("straight-leg-lift", "step-up", "wall-slide", "clam", "donkey-kick"):
        up = pose_at(figure(name), Moment(Phase.GO, 0.3))
        down = pose_at(figure(name), Moment(Phase.RETURN, 0.7))
        for point in POINTS:
            assert up.points[point] == pytest.approx(down.points[point], abs=1e-9)


def test_the_side_at_work_changes_half_way() -> None:
    sides = [side_at(Moment(Phase.SWITCH, f, Side.RIGHT)) for f in (0.0, 0.49, 0.5, 1.0)]
    assert sides == [Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT]
    assert side_at(Moment(Phase.SWITCH, 0.2, Side.LEFT)) is Side.RIGHT
    assert side_at(Moment(Phase.SWITCH, 0.2, Side.BOTH)) is Side.BOTH
    assert side_at(Moment(Phase.HOLD, 0.2, Side.RIGHT)) is Side.RIGHT
    assert swing_at(Moment(Phase.SWITCH, 0.5, Side.LEFT)) == 0.5
    assert [swing_at(Moment(Phase.GO, 0.5, side)) for side in Side] == [0, 1, 0]


def test_a_fraction_outside_of_the_phase_is_kept_within() -> None:
    assert (eased(-1), eased(0), eased(0.5), eased(1), eased(7)) == (0, 0, 0.5, 1, 1)
    made = figure("straight-leg-lift")
    for phase in Phase:
        for wild, kept in ((-0.5, 0.0), (1.5, 1.0)):
            points = [pose_at(made, Moment(phase, f, duration=9)).points for f in (wild, kept)]
            assert points[0] == points[1]


def test_what_a_file_says_of_the_left_is_true_of_the_right_in_the_mirror() -> None:
    left, right = (
        pose_at(figure("quad-stretch"), Moment(Phase.HOLD, side=side, variant="strap"))
        for side in (Side.LEFT, Side.RIGHT)
    )
    assert left.named("left_ball") == "left_ball"
    assert right.named("left_ball") == "right_ball"
    assert right.named("head") == "head"
    assert right.mirrored() == left


def test_an_easier_version_that_is_not_drawn_looks_like_the_exercise() -> None:
    plain, easier = Moment(), Moment(variant="lying")
    assert pose_at(figure("clam"), easier) == pose_at(figure("clam"), plain)
    made = figure("quad-stretch")
    assert made.version("") is made
    assert made.version("strap") is made.version("strap")
    assert made.poses_of("") is made.poses
    assert made.poses_of("lying") is made.variants["lying"].poses
    assert made.version("strap").worked == made.worked
    assert made.version("strap").props != made.props


def other(name: str) -> str:
    return name.replace("left", "?").replace("right", "left").replace("?", "right")


def gap(made: Figure, contact: Contact, point: Vec) -> float:
    """How far a point, with its flesh, is from the surface it rests on."""
    if contact.on == "floor":
        return abs(point[2] - contact.through)
    if contact.on == "wall":
        wall = next(prop for prop in made.props if isinstance(prop, Wall))
        return abs((point[0] - wall.x) * wall.faces - contact.through)
    prop = next(prop for prop in made.props if isinstance(prop, Step | Chair))
    far = prop.x + (prop.depth if isinstance(prop, Step) else 0)
    assert prop.x - CLOSE <= point[0] <= far + 0.03  # toes may stand over a step's edge
    return abs(point[2] - prop.height - contact.through)
