"""The figures keep to human bodies, to their surfaces and to the article's angles."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from rehabtimer import paths
from rehabtimer.core.errors import UserError
from rehabtimer.core.figure import Figure, Moment, eased, load_figure, pose_at
from rehabtimer.core.poses import blended
from rehabtimer.core.programme import Phase, Side
from rehabtimer.core.scene import Contact, Step, Wall
from rehabtimer.core.skeleton import BONES, POINTS, Skeleton
from rehabtimer.core.space import WORLD, Vec, angle, cross, distance, dot, flipped, minus

FOLDER = paths.resources() / "poses"
NAMES = (
    "quad-stretch", "hip-flexor-stretch", "straight-leg-lift", "calf-stretch", "step-up",
    "clam", "wall-slide", "donkey-kick", "it-band-stretch", "hamstring-stretch",
)  # fmt: skip
SIDES = ("left", "right")
REP = (Phase.GO, Phase.HOLD, Phase.RETURN)
each = pytest.mark.parametrize("name", NAMES)


def figure(name: str) -> Figure:
    return load_figure(FOLDER / f"{name}.toml")


def at_hold(name: str, side: Side = Side.LEFT) -> Skeleton:
    return pose_at(figure(name), Moment(Phase.HOLD, 1.0, side))


def frames(name: str, phases: tuple[Phase, ...] = tuple(Phase)) -> Iterator[Skeleton]:
    made = figure(name)
    for phase in phases:
        for side in Side:
            for step in range(11):
                yield pose_at(made, Moment(phase, step / 10, side))


def test_there_is_a_figure_for_every_exercise_and_no_other() -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(NAMES)
    assert {path.stem for path in (paths.resources() / "exercises").glob("*.toml")} == set(NAMES)


@each
def test_bones_never_stretch(name: str) -> None:
    for skeleton in frames(name):
        for side in SIDES:
            for start, end, length in BONES.values():
                ends = (skeleton.points[f"{side}_{joint}"] for joint in (start, end))
                assert distance(*ends) == pytest.approx(length, abs=1e-9)


@each
def test_no_joint_leaves_the_human_range(name: str) -> None:
    for skeleton in frames(name):
        for side in SIDES:
            assert 0 <= skeleton.knee(side) <= 150
            assert 0 <= skeleton.elbow(side) <= 150
            assert -30 <= hip_flexion(skeleton, side) <= 130
            assert -65 <= ankle_lift(skeleton, side) <= 35


@each
def test_knees_and_elbows_bend_the_right_way(name: str) -> None:
    for skeleton in frames(name):
        for side in SIDES:
            thigh, shin = skeleton.frames[f"{side}_thigh"], skeleton.frames[f"{side}_shin"]
            upper, fore = skeleton.frames[f"{side}_upper_arm"], skeleton.frames[f"{side}_forearm"]
            assert dot(thigh.forward, shin.up) > -1e-9  # a heel comes to the back of the thigh
            assert dot(upper.forward, fore.up) < 1e-9  # a hand comes to the front of the arm


@each
def test_nothing_sinks_into_the_floor(name: str) -> None:
    for skeleton in frames(name):
        assert min(point[2] for point in skeleton.points.values()) > -0.01


@each
def test_what_is_planted_stays_where_it_is(name: str) -> None:
    made = figure(name)
    assert made.contacts
    for contact in made.contacts:
        home = pose_at(made, Moment(Phase.HOLD, 0, Side.LEFT)).points[contact.point]
        for phase in REP:
            for step in range(11):
                point = pose_at(made, Moment(phase, step / 10, Side.LEFT)).points[contact.point]
                assert gap(made, contact, point) <= 0.01
                assert contact.slides or distance(point, home) < 1e-6


@each
def test_the_right_side_is_the_mirror_image_of_the_left(name: str) -> None:
    made = figure(name)
    for phase in Phase:
        left, right = (pose_at(made, Moment(phase, 0.4, side)) for side in (Side.LEFT, Side.RIGHT))
        for point in POINTS:
            other = point.replace("left", "?").replace("right", "left").replace("?", "right")
            assert right.points[other] == pytest.approx(flipped(left.points[point]))
        for part in left.frames:
            other = part.replace("left", "?").replace("right", "left").replace("?", "right")
            frame = right.frames[other]
            assert frame.forward == pytest.approx(flipped(left.frames[part].forward))
            assert dot(frame.up, cross(frame.forward, frame.left)) == pytest.approx(1)


@each
def test_movement_has_no_jumps(name: str) -> None:
    made = figure(name)
    order = [
        (Phase.PREPARE, 0, 100),
        (Phase.GO, 0, 100),
        (Phase.HOLD, 0, 1),
        (Phase.RETURN, 0, 100),
    ]
    poses = [
        pose_at(made, Moment(phase, step / last, Side.LEFT))
        for phase, first, last in order
        for step in range(first, last + 1)
    ]
    for before, after in pairwise(poses):
        assert max(distance(before.points[p], after.points[p]) for p in POINTS) < 0.03


def test_the_return_is_the_way_back() -> None:
    made = figure("straight-leg-lift")
    up, down = (
        pose_at(made, Moment(phase, f, Side.LEFT))
        for phase, f in ((Phase.GO, 0.3), (Phase.RETURN, 0.7))
    )
    assert up.points["left_knee"] == pytest.approx(down.points["left_knee"])


def test_a_fraction_outside_of_the_phase_is_kept_within() -> None:
    assert (eased(-1), eased(0), eased(0.5), eased(1), eased(7)) == (0, 0, 0.5, 1, 1)


# The article's facts.


def test_the_straight_leg_rises_to_45_degrees_beside_a_knee_bent_90() -> None:
    lifted = at_hold("straight-leg-lift")
    assert lifted.thigh_lift("left") == pytest.approx(45, abs=3)
    assert lifted.knee("left") == pytest.approx(0, abs=3)
    assert lifted.knee("right") == pytest.approx(90, abs=3)
    assert lifted.frames["chest"].forward == pytest.approx((0, 0, 1))  # on the back


def test_the_wall_slide_bends_both_knees_45_degrees_with_the_heels_15_cm_in_front() -> None:
    low = at_hold("wall-slide", Side.BOTH)
    for side in SIDES:
        assert low.knee(side) == pytest.approx(45, abs=3)
        assert low.points[f"{side}_heel"][0] - low.points["hips"][0] == pytest.approx(
            0.15 / 1.70, abs=0.005
        )
    assert low.frames["chest"].up == pytest.approx((0, 0, 1))  # the back stays on the wall


def test_the_donkey_kick_stays_on_straight_arms_and_presses_the_heel_up() -> None:
    kick = at_hold("donkey-kick")
    start = pose_at(figure("donkey-kick"), Moment(Phase.GO, 0, Side.LEFT))
    for side in SIDES:
        shoulder, wrist = kick.points[f"{side}_shoulder"], kick.points[f"{side}_wrist"]
        assert shoulder[0] == pytest.approx(wrist[0], abs=0.02)
        assert kick.elbow(side) < 15
    assert kick.points["right_knee"][0] == pytest.approx(kick.points["right_hip"][0], abs=0.02)
    for skeleton in (start, kick):  # it never sinks below hip height
        assert skeleton.points["left_knee"][2] >= skeleton.points["left_hip"][2] - 0.02
    shin = minus(kick.points["left_ankle"], kick.points["left_knee"])
    assert angle(shin, WORLD.up) < 10
    assert kick.points["left_heel"][2] > start.points["left_heel"][2] + 0.03
    assert angle(kick.frames["pelvis"].up, kick.frames["chest"].up) < 3  # back flat


def test_the_quad_stretch_brings_the_heel_to_the_buttock_and_the_hand_to_the_foot() -> None:
    held = at_hold("quad-stretch")
    assert held.knee("left") > 130
    assert distance(held.points["left_wrist"], held.points["left_ankle"]) < 0.07
    gap_of_knees = abs(held.points["left_knee"][1] - held.points["right_knee"][1])
    assert gap_of_knees < 0.13


def test_the_hip_flexor_stretch_drops_an_inch_and_tucks_the_pelvis() -> None:
    made = figure("hip-flexor-stretch")
    start, held = (pose_at(made, Moment(phase, 0, Side.LEFT)) for phase in (Phase.GO, Phase.HOLD))
    drop = start.points["hips"][2] - held.points["hips"][2]
    assert drop == pytest.approx(0.025 / 1.70, abs=0.006)
    assert held.frames["pelvis"].up[0] < start.frames["pelvis"].up[0]
    assert angle(held.frames["chest"].up, WORLD.up) < 5
    assert held.points["left_ball"][0] < held.points["right_heel"][0]  # the left leg is behind


def test_the_calf_stretch_keeps_the_back_leg_straight_and_the_hands_at_eye_level() -> None:
    held = at_hold("calf-stretch")
    assert held.knee("left") < 20 < held.knee("right")
    assert held.points["left_heel"][0] < held.points["right_heel"][0]
    hands = (held.points["left_wrist"][2] + held.points["left_fingers"][2]) / 2
    assert hands == pytest.approx(held.points["head"][2], abs=0.06)
    assert held.frames["left_foot"].forward[1] < 0  # turned slightly inward


def test_the_step_up_straightens_the_leg_on_the_step() -> None:
    made = figure("step-up")
    start, held = (pose_at(made, Moment(phase, 0, Side.LEFT)) for phase in (Phase.GO, Phase.HOLD))
    assert held.knee("left") < 20
    assert start.knee("left") > 60
    assert held.points["right_toe"][2] > held.points["left_toe"][2]


def test_the_clam_keeps_the_feet_together_and_opens_the_upper_knee() -> None:
    made = figure("clam")
    for step in range(11):
        opened = pose_at(made, Moment(Phase.GO, step / 10, Side.LEFT))
        assert distance(opened.points["left_ankle"], opened.points["right_ankle"]) < 0.07
        assert opened.points["left_hip"][2] > opened.points["right_hip"][2]
    knees = opened.points["left_knee"][2] - opened.points["right_knee"][2]
    assert knees > 0.15


def test_the_it_band_stretch_crosses_in_front_and_leans_away_from_the_front_leg() -> None:
    held = at_hold("it-band-stretch")
    left, right = held.points["left_ankle"], held.points["right_ankle"]
    assert left[0] > right[0]
    assert left[1] < right[1]
    assert held.points["chest"][1] < held.points["hips"][1] - 0.05  # to the right
    assert held.points["right_fingers"][2] > held.points["head"][2] + 0.065


def test_the_hamstring_stretch_holds_the_thigh_and_straightens_the_knee() -> None:
    made = figure("hamstring-stretch")
    start, held = (pose_at(made, Moment(phase, 0, Side.LEFT)) for phase in (Phase.GO, Phase.HOLD))
    assert start.knee("left") > 80
    assert held.knee("left") < 20
    assert held.thigh_lift("right") == pytest.approx(0, abs=4)
    for side in SIDES:
        hand = held.points[f"{side}_wrist"]
        assert min(distance(hand, held.points[p]) for p in ("left_knee", "left_hip")) < 0.17


# Files that cannot be used.


@pytest.mark.parametrize(
    "old, new, said",
    [
        ("left_leg = ", "left_log = ", "left_log"),
        ('left_leg = { by = "angles", hip = 45, ankle = 12 }', "", "left_leg"),
        ("hip = 45", "hip = 145", "poses.hold.left_leg.hip = 145: Expected `float` <= 130"),
        ("hip = 45", 'hip = "45"', "poses.hold.left_leg.hip = '45': Expected `float`"),
        ('kind = "mat"', 'kind = "boat"', "boat"),
        ('"right_toe"', '"right_tow"', "contacts[1].point = 'right_tow'"),
        ("[poses.hold]", "[poses.helt]", "poses"),
        ("0.346", "0.9", "poses.prepare.right_leg.at = [0.9, -0.055, 0.0]"),
        ('by = "angles", hip = 45, ', 'by = "ankle", at = [0.4, 0.05, 0.1], bend = 1, ', "ankle"),
        ("worked = [", "worked = [[", "TOML"),
        ('worked = ["quadriceps"]', 'worked = ["brain"]', "worked[0] = 'brain'"),
        ("[poses.hold]", "[poses.hold]\ntilt = 4", "tilt"),
    ],
)
def test_a_bad_file_gives_one_sentence_with_file_and_key(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    text = (FOLDER / "straight-leg-lift.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "mine.toml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load_figure(path)
    message = str(caught.value)
    assert message.startswith("mine.toml: ")
    assert said in message
    assert message.endswith(".")
    assert "\n" not in message


def test_limbs_that_are_not_given_alike_are_refused(tmp_path: Path) -> None:
    text = (FOLDER / "straight-leg-lift.toml").read_text(encoding="utf-8")
    path = tmp_path / "mine.toml"
    old, new = 'by = "angles", hip = 45, ankle = 12', 'by = "ankle", at = [0.3, 0.05, 0.2]'
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(UserError, match=r"poses\.hold\.left_leg: expected the same"):
        load_figure(path)


def test_an_unknown_body_point_to_reach_for_is_refused(tmp_path: Path) -> None:
    text = (FOLDER / "hip-flexor-stretch.toml").read_text(encoding="utf-8")
    path = tmp_path / "mine.toml"
    path.write_text(text.replace('of = "left_hip"', 'of = "left_hop"'), encoding="utf-8")
    with pytest.raises(UserError, match=r"poses\.prepare\.left_arm\.of = 'left_hop'"):
        load_figure(path)


def test_a_missing_file_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"gone\.toml: the pose file cannot be read"):
        load_figure(tmp_path / "gone.toml")


def test_variants_may_bring_poses_of_their_own(tmp_path: Path) -> None:
    text = (FOLDER / "straight-leg-lift.toml").read_text(encoding="utf-8")
    poses = text[text.index("[poses.prepare]") :]
    path = tmp_path / "mine.toml"
    path.write_text(text + poses.replace("[poses.", "[variants.low."), encoding="utf-8")
    made = load_figure(path)
    assert made.variants["low"] == made.poses


def test_poses_that_are_built_differently_cannot_be_blended() -> None:
    hold = figure("straight-leg-lift").poses.hold
    other = msgspec.structs.replace(hold, left_leg=hold.right_leg)
    with pytest.raises(TypeError, match="BentLeg cannot turn into PlantedLeg"):
        blended(hold, other, 0.5)


def gap(made: Figure, contact: Contact, point: Vec) -> float:
    """How far a point, with its flesh, is from the surface it rests on."""
    if contact.on == "floor":
        return abs(point[2] - contact.through)
    kind = Wall if contact.on == "wall" else Step
    prop = next(prop for prop in made.props if isinstance(prop, kind))
    if isinstance(prop, Wall):
        return abs((point[0] - prop.x) * prop.faces - contact.through)
    assert prop.x <= point[0] <= prop.x + prop.depth + 0.03
    return abs(point[2] - prop.height - contact.through)


def hip_flexion(skeleton: Skeleton, side: str) -> float:
    pelvis, thigh = skeleton.frames["pelvis"], skeleton.frames[f"{side}_thigh"]
    size = angle(thigh.up, pelvis.up)
    return -size if dot(thigh.up, pelvis.forward) > 0 else size


def ankle_lift(skeleton: Skeleton, side: str) -> float:
    return 90 - angle(skeleton.frames[f"{side}_foot"].forward, skeleton.frames[f"{side}_shin"].up)


def test_a_file_without_poses_says_what_is_missing(tmp_path: Path) -> None:
    text = (FOLDER / "straight-leg-lift.toml").read_text(encoding="utf-8")
    path = tmp_path / "mine.toml"
    path.write_text(text[: text.index("[poses.prepare]")], encoding="utf-8")
    with pytest.raises(UserError, match=r"^mine\.toml: .*`poses`\.$"):
        load_figure(path)


def test_a_bad_variant_is_told_from_the_poses(tmp_path: Path) -> None:
    text = (FOLDER / "straight-leg-lift.toml").read_text(encoding="utf-8")
    poses = text[text.index("[poses.prepare]") :].replace("[poses.", "[variants.low.")
    path = tmp_path / "mine.toml"
    path.write_text(text + poses.replace("hip = 45", "hip = 145"), encoding="utf-8")
    with pytest.raises(UserError, match=r"^mine\.toml: variants.*hold\.left_leg\.hip.*<= 130"):
        load_figure(path)


def test_a_strap_ends_at_points_of_the_body(tmp_path: Path) -> None:
    text = (FOLDER / "straight-leg-lift.toml").read_text(encoding="utf-8")
    strap = '{ kind = "strap", start = "left_wrist", end = "left_foot" }'
    path = tmp_path / "mine.toml"
    path.write_text(text.replace("props = [", f"props = [{strap}, "), encoding="utf-8")
    with pytest.raises(UserError, match=r"props\[\d\]\.end = 'left_foot'"):
        load_figure(path)
