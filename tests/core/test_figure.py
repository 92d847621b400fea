"""The figures keep to the article's facts: 45 degrees is 45 degrees."""

import pytest

from rehabtimer import paths
from rehabtimer.core.catalogue import load_programme
from rehabtimer.core.figure import Moment, pose_at
from rehabtimer.core.programme import Phase, Position, Side
from rehabtimer.core.scene import Chair, Mat, Strap, Wall
from rehabtimer.core.skeleton import Skeleton
from rehabtimer.core.space import WORLD, angle, distance, minus
from tests.support.figures import FOLDER, SIDES, figure, versions

INCH = 0.025 / 1.70  # of body height
SPAN = 0.15 / 1.70


def at(name: str, phase: Phase, fraction: float = 0.0, variant: str = "") -> Skeleton:
    return pose_at(figure(name), Moment(phase, fraction, variant=variant))


def at_hold(name: str, variant: str = "") -> Skeleton:
    return at(name, Phase.HOLD, 0.0, variant)


def test_there_is_a_figure_for_every_exercise_and_easier_version_and_no_other() -> None:
    drawn = {
        (path.stem, variant)
        for path in FOLDER.glob("*.toml")
        for variant in ("", *figure(path.stem).variants)
    }
    assert drawn == {(version.name, version.variant) for version in versions()}


def test_lying_kneeling_and_standing_are_told_apart_by_the_height_of_the_head() -> None:
    heads = {
        Position.STANDING: (0.75, 1.2),
        Position.LYING: (0.05, 0.1),
        Position.SIDE_LYING: (0.05, 0.16),
        Position.ALL_FOURS: (0.3, 0.45),
    }
    for exercise in load_programme(paths.resources()).exercises:
        low, high = heads[exercise.position]
        assert low < at_hold(exercise.id).points["head"][2] < high


def test_the_straight_leg_rises_to_45_degrees_beside_a_knee_bent_90() -> None:
    down, lifted = at("straight-leg-lift", Phase.GO), at_hold("straight-leg-lift")
    assert lifted.thigh_lift("left") == pytest.approx(45, abs=0.5)
    assert lifted.knee("left") == pytest.approx(0, abs=0.5)
    assert down.thigh_lift("left") == pytest.approx(0, abs=3)
    for body in (down, lifted):
        assert body.knee("right") == pytest.approx(90, abs=3)
        assert body.frames["chest"].forward == pytest.approx((0, 0, 1))  # on the back


def test_the_wall_slide_bends_both_knees_45_degrees_with_the_heels_15_cm_in_front() -> None:
    high, low = at("wall-slide", Phase.GO), at_hold("wall-slide")
    for side in SIDES:
        assert low.knee(side) == pytest.approx(45, abs=3)
        assert high.knee(side) < 20
        for body in (high, low):
            before = body.points[f"{side}_heel"][0] - body.points["hips"][0]
            assert before == pytest.approx(SPAN, abs=0.003)
            assert body.frames["chest"].up == pytest.approx((0, 0, 1))  # the back stays on the wall
    apart = low.points["left_ankle"][1] - low.points["right_ankle"][1]
    shoulders = low.points["left_shoulder"][1] - low.points["right_shoulder"][1]
    assert apart == pytest.approx(shoulders, abs=0.02)


def test_the_donkey_kick_stays_on_straight_arms_and_presses_the_heel_up() -> None:
    start, kick = at("donkey-kick", Phase.GO), at_hold("donkey-kick")
    for body in (start, kick):
        for side in SIDES:
            shoulder, wrist = body.points[f"{side}_shoulder"], body.points[f"{side}_wrist"]
            assert shoulder[0] == pytest.approx(wrist[0], abs=0.02)
            assert body.elbow(side) < 15
        assert body.points["right_knee"][0] == pytest.approx(body.points["right_hip"][0], abs=0.01)
        assert body.knee("right") == pytest.approx(90, abs=3)
        assert angle(body.frames["pelvis"].up, body.frames["chest"].up) < 3  # back flat
    assert start.thigh_lift("left") == pytest.approx(0, abs=3)  # hip height, and no lower
    assert kick.thigh_lift("left") > start.thigh_lift("left")
    assert kick.knee("left") == pytest.approx(90, abs=3)
    assert kick.frames["left_foot"].up == pytest.approx((0, 0, -1), abs=0.1)  # sole to the ceiling
    assert kick.points["left_heel"][2] > start.points["left_heel"][2] + 0.03


def test_the_donkey_kick_lowers_to_hip_height_only() -> None:
    for fraction in (0.0, 0.25, 0.5, 0.75, 1.0):
        assert at("donkey-kick", Phase.RETURN, fraction).thigh_lift("left") > -3


def test_the_quad_stretch_brings_the_heel_to_the_buttock_and_the_hand_to_the_foot() -> None:
    for variant in ("", "lying"):
        held = at_hold("quad-stretch", variant)
        assert held.knee("left") > 130
        assert distance(held.points["left_wrist"], held.points["left_ankle"]) < 0.07
        apart = held.points["left_knee"][1] - held.points["right_knee"][1]
        assert 0.08 < apart < 0.14  # side by side, and not through each other


def test_the_standing_quad_stretch_stands_tall_with_a_palm_on_the_wall() -> None:
    held = at_hold("quad-stretch")
    assert held.frames["chest"].up == pytest.approx((0, 0, 1))
    assert held.frames["right_hand"].up == pytest.approx((0, 0, -1))  # fingers to the ceiling


def test_the_easier_quad_stretches_lie_on_the_belly_or_use_a_strap_and_a_chair() -> None:
    made = figure("quad-stretch")
    lying, strap = at_hold("quad-stretch", "lying"), at_hold("quad-stretch", "strap")
    assert lying.frames["pelvis"].forward == pytest.approx((0, 0, -1))  # face down
    assert lying.points["hips"][2] < 0.07
    kinds = [{type(p) for p in made.version(v).props} for v in ("", "lying", "strap")]
    assert kinds == [{Wall}, {Mat}, {Chair, Strap}]
    assert 90 < strap.knee("left") < at_hold("quad-stretch").knee("left")  # not as far
    assert distance(strap.points["left_fingers"], strap.points["left_ball"]) < 0.2


def test_the_hip_flexor_stretch_drops_an_inch_and_tucks_the_pelvis() -> None:
    start, held = at("hip-flexor-stretch", Phase.PREPARE), at_hold("hip-flexor-stretch")
    drop = start.points["hips"][2] - held.points["hips"][2]
    assert drop == pytest.approx(INCH, abs=0.001)
    assert start.points["left_knee"][2] - held.points["left_knee"][2] > 0.005
    assert held.frames["pelvis"].up[0] < start.frames["pelvis"].up[0]
    assert angle(held.frames["chest"].up, WORLD.up) < 3  # neither arched nor rounded
    assert held.points["left_ball"][0] < held.points["right_heel"][0]  # the left leg is behind


def test_the_calf_stretch_keeps_the_back_leg_straight_and_the_hands_at_eye_level() -> None:
    held = at_hold("calf-stretch")
    assert held.knee("left") < 20 < held.knee("right")
    assert held.points["left_heel"][0] < held.points["right_heel"][0]
    assert held.points["left_heel"][2] == pytest.approx(0, abs=1e-6)
    hands = (held.points["left_wrist"][2] + held.points["left_fingers"][2]) / 2
    assert hands == pytest.approx(held.points["head"][2], abs=0.06)
    assert held.frames["left_foot"].forward[1] < 0  # turned slightly inward
    at_ease = pose_at(figure("calf-stretch"), Moment(Phase.REST, 0.5, duration=30))
    assert at_ease.points["hips"][2] > 0.5  # stood back up between holds
    assert at_ease.points["left_fingers"][2] < at_ease.points["hips"][2]


def test_the_step_up_straightens_the_leg_on_the_step() -> None:
    start, held = at("step-up", Phase.GO), at_hold("step-up")
    assert held.knee("left") < 20
    assert start.knee("left") > 60
    assert start.points["right_heel"][2] == pytest.approx(0, abs=1e-6)
    assert held.points["right_toe"][2] > held.points["left_toe"][2] + 0.05


def test_the_clam_keeps_the_feet_together_and_opens_the_upper_knee() -> None:
    for step in range(11):
        opened = at("clam", Phase.GO, step / 10)
        assert distance(opened.points["left_ankle"], opened.points["right_ankle"]) < 0.07
        assert distance(opened.points["left_ball"], opened.points["right_ball"]) < 0.09
        assert opened.points["left_hip"][2] > opened.points["right_hip"][2]
        assert opened.frames["pelvis"] == at_hold("clam").frames["pelvis"]  # it does not roll
        for side in SIDES:
            assert opened.knee(side) == pytest.approx(90, abs=3)
    assert opened.points["left_knee"][2] - opened.points["right_knee"][2] > 0.15


def test_the_clam_turns_over_its_back() -> None:
    body = pose_at(figure("clam"), Moment(Phase.SWITCH, 0.5, Side.RIGHT))
    assert body.frames["chest"].forward == pytest.approx((0, 0, 1))
    over = pose_at(figure("clam"), Moment(Phase.SWITCH, 1.0, Side.RIGHT))
    assert over.points["right_hip"][2] > over.points["left_hip"][2]


def test_the_it_band_stretch_crosses_in_front_and_leans_away_from_the_front_leg() -> None:
    held = at_hold("it-band-stretch")
    left, right = held.points["left_ankle"], held.points["right_ankle"]
    assert left[0] > right[0] + 0.05  # in front
    assert left[1] < right[1] - 0.05  # crossed
    assert held.points["chest"][1] < held.points["hips"][1] - 0.05  # to the right
    assert held.points["right_fingers"][2] > held.points["head"][2] + 0.065
    assert held.points["left_fingers"][2] < held.points["chest"][2]


def test_the_hamstring_stretch_holds_the_thigh_and_straightens_the_knee() -> None:
    start, held = at("hamstring-stretch", Phase.PREPARE), at_hold("hamstring-stretch")
    assert start.knee("left") > 80
    assert held.knee("left") < 20
    assert held.thigh_lift("left") > 80
    assert held.thigh_lift("right") == pytest.approx(0, abs=3)
    foot, shin = held.frames["left_foot"], held.frames["left_shin"]
    assert angle(foot.forward, shin.up) < 90  # flexed
    for side in SIDES:
        hand = held.points[f"{side}_wrist"]
        assert min(distance(hand, held.points[p]) for p in ("left_knee", "left_hip")) < 0.17
    middle = minus(held.points["left_knee"], held.points["left_hip"])
    assert middle[2] > 0.2
