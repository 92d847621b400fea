"""Files of exercises such as people write and therapists send."""

BRIDGE = """\
id = "bridge"
name = "Bridge"
moving = true
areas = ["glutes", "hamstrings"]
equipment = ["mat"]
position = "lying"
safety = "Stop if it hurts."
rest = 20
dose = { hold = 2, reps = { low = 5, target = 10, high = 15 }, sets = 2 }
sides = { legs = "together" }

[steps]
prepare = ["Lie on your back with your knees bent.", "Feet flat on the floor, hip-wide."]
go = "Lift your hips until your body is straight."
hold = "Hold them up."
return = "Lower them slowly."
"""

KNEE = """\
id = "therapist"
name = "Programme for my left knee"
days = 28
exercises = ["hamstring-stretch", "straight-leg-lift", "clam", "bridge"]

[[own]]
""" + BRIDGE.replace("[steps]", "[own.steps]").replace(
    "reps = { low = 5, target = 10, high = 15 }", "reps = 10"
)

NO_EXERCISE = """\
id = "therapist"
name = "Programme for my left knee"
days = 28
exercises = []
"""
