"""The pain chart as the smallest program would draw it; the measure for our own."""

from matplotlib.figure import Figure

from rehabtimer.insights.adherence import Done, Kind
from rehabtimer.presenters.pain_chart import PainChart

COLOURS = {"left": "#0E7C6B", "right": "#3667A6"}
MARKERS = {"left": "o", "right": "s"}


def draw_bare(figure: Figure, chart: PainChart) -> None:
    """Draw the same marks and words with plain calls, as its documentation shows them."""
    figure.clear()
    pain = figure.add_axes((0.04, 0.28, 0.95, 0.66))
    strip = figure.add_axes((0.04, 0.02, 0.95, 0.1), sharex=pain)
    pain.set(xlim=(0.5, 42.5), ylim=(-0.5, 10.5), yticks=range(0, 11, 2))
    pain.set_xticks(range(4, 43, 7), chart.week_names)
    pain.set_title(chart.pain_title, loc="left")
    strip.set_title(chart.sessions_title, loc="left")
    strip.set_axis_off()
    pain.grid(axis="y")
    for edge in range(7, 42, 7):
        pain.axvline(edge + 0.5, lw=1)
    for n, marks in enumerate(chart.knees):
        colour = COLOURS[marks.knee]
        weeks = marks.weeks
        days = [day.day for day in marks.days]
        scores = [day.score for day in marks.days]
        pain.scatter(days, scores, s=64, c=colour, marker=MARKERS[marks.knee], edgecolors="white")
        pain.hlines(
            [week.median for week in weeks],
            [week.week * 7 - 6.3 for week in weeks],
            [week.week * 7 + 0.3 for week in weeks],
            colors=colour,
            lw=6,
        )
        for week in weeks:
            pain.text(week.week * 7 - 3, week.median + 0.2, f"{week.median:g}", fontsize=15)
        if marks.line is not None:
            pain.axhline(marks.line, ls="--", c=colour)
        figure.text(0.8 + n / 10, 0.96, marks.name)
    for n, (kind, word) in enumerate(chart.mark_key):
        found = [mark.day for mark in chart.marks if mark.kind is kind]
        pain.scatter(found, [-0.3] * len(found), s=100, marker="odD"[n], c="black")
        figure.text(0.4 + n / 10, 0.96, word)
    if chart.day_21 is not None:
        pain.axvline(chart.day_21 + 0.5, ls=":")
        pain.text(chart.day_21 + 0.7, 10.2, chart.day_21_word)
    for n, (_, word) in enumerate(chart.session_key):
        figure.text(0.6 + n / 10, 0.14, word)
    for name, faces in (("full", "teal"), ("partial", "none"), ("other", "#F6F4EF")):
        found = [day.day for day in chart.sessions if _sort(day.kind, day.done) == name]
        strip.scatter(found, [0] * len(found), s=300, marker="s", c=faces, edgecolors="teal")


def _sort(kind: Kind, done: Done) -> str:
    return done.value if done is not Done.NOTHING and kind is not Kind.OUTSIDE else "other"
