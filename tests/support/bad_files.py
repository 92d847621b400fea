"""Files that have to be refused, each with a word of what is said about it."""

from tests.support.own_exercises import BRIDGE_FILE, KNEE_FILE


def with_line(line: str, instead: str) -> str:
    """The file of the bridge with one line changed."""
    assert line in BRIDGE_FILE
    return BRIDGE_FILE.replace(line, instead)


BAD_FILES: dict[str, tuple[str | bytes, str]] = {
    "no exercises": (KNEE_FILE.replace('["clam", "bridge"]', "[]"), "exercises"),
    "a hold of 0": (with_line("hold = 2", "hold = 0"), "dose.hold"),
    "a hold of 4,000 s": (with_line("hold = 2", "hold = 4000"), "dose.hold"),
    "500 reps": (with_line("high = 15", "high = 500"), "dose.reps"),
    "an unknown side": (with_line('legs = "together"', 'legs = "middle"'), "sides.legs"),
    "one id twice": (KNEE_FILE.replace('["clam", "bridge"]', '["clam", "clam"]'), "exercises"),
    "two exercises with one id": (KNEE_FILE + "\n" + KNEE_FILE.partition("\n\n")[2], "own"),
    "an exercise that is nowhere": (KNEE_FILE.replace('"clam"', '"unheard-of"'), "exercises[0]"),
    "10 MB": ("# " + "x" * 10_000_000 + "\n" + BRIDGE_FILE, "64 kB"),
    "100,000 nested tables": ("x = " + "{a=" * 100_000 + "1" + "}" * 100_000, ""),
    "100,000 tables": ("".join(f"[t{number}]\n" for number in range(100_000)), ""),
    "a key with 20,000 dots": ("a" + ".a" * 20_000 + " = 1", "dots"),
    "20,000 brackets": ("x = " + "[" * 20_000, ""),
    "not a number": (with_line("hold = 2", "hold = nan"), "dose.hold"),
    "infinite": (with_line("hold = 2", "hold = inf"), "dose.hold"),
    "bidi in the name": (with_line('name = "Bridge"', 'name = "Bri\u202edge"'), "name"),
    "bidi in a key": ('"na\u202eme" = 1\n' + BRIDGE_FILE, ""),
    "a line break in the name": (with_line('name = "Bridge"', 'name = "Bri\\ndge"'), "name"),
    "a name without letters": (with_line('name = "Bridge"', 'name = "  "'), "name"),
    "an id that is a path": (with_line('id = "bridge"', 'id = "../../evil"'), "id"),
    "an unknown key": ("colour = 1\n" + BRIDGE_FILE, "colour"),
    "a figure that is nowhere": ('figure = "flying"\n' + BRIDGE_FILE, "figure"),
    "text for a number": (with_line("sets = 2", 'sets = "many"'), "dose.sets"),
    "a fraction of a set": (with_line("sets = 2", "sets = 1.5"), "dose.sets"),
    "a date": (with_line("hold = 2", "hold = 2026-03-02"), "dose.hold"),
    "no TOML": ("This is a letter.", ""),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "UTF-8"),
    "nothing": ("", ""),
}
