"""A pose file that cannot be used is refused in one line that names file and key."""

from pathlib import Path

import msgspec
import pytest

from rehabtimer.core.errors import UserError
from rehabtimer.core.figure import load_figure
from rehabtimer.core.kinematics import skeleton_of
from rehabtimer.core.poses import blended
from tests.support.figures import FOLDER, figure

LIFT = "straight-leg-lift"
QUAD = "quad-stretch"
LEFT_UP = 'left_leg = { by = "angles", hip = 45, ankle = 12 }'


def refused(folder: Path, name: str, old: str, new: str) -> str:
    """Change a shipped file, read it, and return what is said behind its name."""
    text = (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    assert old in text
    path = folder / "mine.toml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load_figure(path)
    message = str(caught.value)
    assert "\n" not in message
    assert message.endswith(".")
    file, _, said = message.partition(": ")
    assert file == "mine.toml"
    return said


@pytest.mark.parametrize(
    "old, new, said",
    [
        # a missing joint, or one too many
        ("left_leg = ", "left_log = ", "poses.prepare: Object contains unknown field `left_log`"),
        (LEFT_UP, "", "poses.hold: Object missing required field `left_leg`"),
        ("[poses.hold]", "[poses.hold]\ntilt = 4", "unknown field `tilt`"),
        ("[poses.hold]", "[poses.helt]", "poses: Object contains unknown field `helt`"),
        # an impossible angle
        ("hip = 45", "hip = 145", "poses.hold.left_leg.hip = 145: Expected `float` <= 130"),
        ("hip = 45", "hip = 45, knee = -4", "poses.hold.left_leg.knee = -4: Expected `float` >= 0"),
        ("hip = 45", 'hip = "45"', "poses.hold.left_leg.hip = '45': Expected `float`"),
        ("hip = 45", "hip = nan", "poses.hold.left_leg.hip = nan: Expected `float`"),
        ("lean = -90", "lean = inf", "poses.prepare.lean = inf: Expected `float`"),
        ("0.062]", "nan]", "poses.prepare.hips[2] = nan: Expected `float`"),
        ("x = -0.02", "x = nan", "props[0].x = nan: Expected `float`"),
        ("0.062]", "40]", "poses.prepare.hips[2] = 40: Expected `float` <= 3.0"),
        # an unknown prop, surface, point, muscle
        ('kind = "mat"', 'kind = "boat"', "props[0].kind = 'boat': Expected one of chair, mat"),
        ('by = "sole"', 'by = "toe"', "right_leg.by = 'toe': Expected angles, sole or ankle"),
        ('on = "floor"', 'on = "sea"', "contacts[0].on = 'sea': Invalid enum value 'sea'"),
        ('on = "floor"', 'on = "wall"', "contacts[0].on = 'wall': expected it among the props"),
        ('"right_toe"', '"right_tow"', "contacts[1].point = 'right_tow': expected a point"),
        ('worked = ["quadriceps"', 'worked = ["brain"', "worked[0] = 'brain'"),
        # a place out of reach, a direction that is none
        ("0.346", "0.9", "poses.prepare.right_leg.at = [0.9, -0.055, 0.0]: expected a place"),
        (
            "knee = [0, 0, 1]",
            "knee = [0, 0, 0]",
            "right_leg.knee = [0.0, 0.0, 0.0]: expected",
        ),
        # joints that follow from a place
        ("0.346", "0.06", "poses.prepare.right_leg: expected the knee at 0 to 150 degrees"),
        # below the floor
        ("hip = 45", "hip = -25", "poses.hold: expected a body above the floor, and left_"),
        # not alike on the way to the other side
        ("0.346, 0.055", "0.33, 0.055", "poses.rest: expected left and right alike"),
        ("worked = [", "worked = [[", "not a valid TOML file"),
    ],
)
def test_a_bad_file_gives_one_line_with_file_and_key(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    assert said in refused(tmp_path, LIFT, old, new)


@pytest.mark.parametrize(
    "old, new, said",
    [
        ("hip = -3, knee = 112", "hip = -33, knee = 112", "variants.strap.poses.hold.left_leg.hip"),
        ("[variants.lying]", "[variants.lying]\nhat = 1", "variants.lying: Object contains"),
        ("[variants.strap.poses.hold]", "[variants.strap.poses.held]", "variants.strap.poses: "),
        ("[variants.strap]", "[variants.strap]\nsteps = 3", "variants.strap: Object contains"),
        ('end = "left_ball"', 'end = "left_foot"', "variants.strap.props[1].end = "),
        ('start = "left_fingers"', 'start = "hand"', "variants.strap.props[1].start = "),
        ('on = "chair"', 'on = "step"', "variants.strap.contacts[2].on = "),
        ("[0.44, 0.06", "[0.94, 0.06", "variants.lying.poses.prepare.left_arm.at = "),
        ("elbow = [0, 0.1, 1]", "elbow = [0, 0, 0]", "variants.lying.poses.hold.left_arm.elbow"),
    ],
)  # fmt: skip
def test_a_bad_easier_version_is_told_from_the_others(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    assert refused(tmp_path, QUAD, old, new).startswith(said)


def test_a_pose_counts_once_where_it_serves_twice() -> None:
    assert len(figure("wall-slide").poses.every) == 2
    assert len(figure("clam").poses.every) == 3
    poses = figure("donkey-kick").poses
    assert poses.every == (poses.prepare, poses.start, poses.hold)
    assert (poses.first, poses.ease, poses.middle) == (poses.start, poses.prepare, poses.prepare)


def test_variants_must_be_a_table(tmp_path: Path) -> None:
    text = (FOLDER / f"{LIFT}.toml").read_text(encoding="utf-8")
    path = tmp_path / "mine.toml"
    path.write_text("variants = 3\n" + text, encoding="utf-8")
    with pytest.raises(UserError, match=r"^mine\.toml: variants = 3: Expected `object`"):
        load_figure(path)


def test_an_unknown_body_point_to_reach_for_is_refused(tmp_path: Path) -> None:
    said = refused(tmp_path, "hip-flexor-stretch", 'of = "left_hip"', 'of = "left_hop"')
    assert said.startswith("poses.prepare.left_arm.of = 'left_hop': expected a point")


def test_a_missing_file_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"^gone\.toml: cannot be read \(No such file"):
        load_figure(tmp_path / "gone.toml")


def test_a_file_that_is_no_text_is_said_plainly(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(b"worked = '\xff\xfe'")
    with pytest.raises(UserError, match=r"^mine\.toml: not a text file in UTF-8\.$"):
        load_figure(path)


def test_a_file_without_poses_says_what_is_missing(tmp_path: Path) -> None:
    text = (FOLDER / f"{LIFT}.toml").read_text(encoding="utf-8")
    path = tmp_path / "mine.toml"
    path.write_text(text[: text.index("[poses.prepare]")], encoding="utf-8")
    with pytest.raises(UserError, match=r"^mine\.toml: .*`poses`\.$"):
        load_figure(path)


def test_a_key_with_a_line_break_still_gives_one_line(tmp_path: Path) -> None:
    said = refused(tmp_path, LIFT, "[poses.hold]", '[poses."ho\\nld"]')
    assert said == "poses: Object contains unknown field `ho ld`."


def test_a_version_takes_over_what_it_does_not_bring_itself(tmp_path: Path) -> None:
    text = (FOLDER / f"{LIFT}.toml").read_text(encoding="utf-8")
    poses = text[text.index("[poses.prepare]") :]
    path = tmp_path / "mine.toml"
    path.write_text(text + poses.replace("[poses.", "[variants.low.poses."), encoding="utf-8")
    made = load_figure(path)
    low = made.version("low")
    assert low.poses == made.poses
    assert (low.camera, low.props, low.contacts) == (made.camera, made.props, made.contacts)
    assert low.variants == {}


def test_a_limb_out_of_reach_does_not_stretch() -> None:
    hold = figure(LIFT).poses.hold
    far = msgspec.structs.replace(hold.right_leg, at=(2.0, -0.05, 0.0))
    body = skeleton_of(msgspec.structs.replace(hold, right_leg=far))
    assert body.knee("right") == pytest.approx(0, abs=1e-4)


def test_parts_that_are_built_differently_cannot_be_blended() -> None:
    hold = figure(LIFT).poses.hold
    with pytest.raises(TypeError, match="BentLeg cannot turn into PlantedLeg"):
        blended(hold.left_leg, hold.right_leg, 0.5)
    between = blended(hold.spine, figure("clam").poses.hold.spine, 0.5)
    assert between.side == -2
