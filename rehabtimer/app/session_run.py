"""Wires one session: presenter, screen, ticker, panels, sound, and a screen that stays awake."""

from collections.abc import Callable
from datetime import date

from rehabtimer.app.beside_video import BesideVideo
from rehabtimer.app.screen_guard import ScreenGuard
from rehabtimer.app.surroundings import Surroundings
from rehabtimer.core.pain import Decision, Moment, Score
from rehabtimer.core.programme import Side
from rehabtimer.gui.keys import Verb, keys_in_words
from rehabtimer.gui.main_window import MainWindow
from rehabtimer.gui.ticker import Ticker
from rehabtimer.gui.views.hurts_panel import HurtsPanel
from rehabtimer.gui.views.session import SessionView
from rehabtimer.gui.views.session_panels import KeysPanel, PainBeforePanel
from rehabtimer.presenters.hurts import Hurts
from rehabtimer.presenters.questions import questions_now
from rehabtimer.presenters.session import SessionPresenter
from rehabtimer.presenters.wording import knees

_TEN_SECONDS = 10.0


class SessionRun:
    """A session on screen, from its first panel to its end."""

    def __init__(
        self,
        window: MainWindow,
        presenter: SessionPresenter,
        on_end: Callable[[str], None],
        on_care: Callable[[], None],
        surroundings: Surroundings,
    ) -> None:
        """`on_end` is given the session's id when it is over, or "" if it never began.

        `on_care` opens the page that says when to see someone.
        """
        self._sounding = surroundings.sounding
        self._awake = surroundings.awake
        self._window = window
        self._presenter = presenter
        self._on_end = on_end
        self._on_care = on_care
        self.view = SessionView()
        self._guard = ScreenGuard(self._awake, presenter, self.view)
        self._ticker = Ticker(
            self._tick,
            presenter.seconds_to_boundary,
            self.view,
            pace=lambda: self.view.pace,
            speed=presenter.record.speed,
        )
        self._mini = BesideVideo(window, surroundings.mini, self.do)
        self._ended = False
        self._verbs = self._what_verbs_do()
        self.view.verb_wanted.connect(self.do)
        self.view.exercise_wanted.connect(self.go_to)

    def _what_verbs_do(self) -> dict[Verb, Callable[[], None]]:
        presenter = self._presenter
        return {
            Verb.TOGGLE: presenter.toggle,
            Verb.SKIP: presenter.skip,
            Verb.BACK: presenter.back,
            Verb.SKIP_EXERCISE: presenter.skip_exercise,
            Verb.BACK_EXERCISE: presenter.back_exercise,
            Verb.REDO: presenter.redo,
            Verb.LONGER: lambda: presenter.add_time(_TEN_SECONDS),
            Verb.SHORTER: lambda: presenter.add_time(-_TEN_SECONDS),
            Verb.ENOUGH: presenter.finish_set,
            Verb.HURTS: self._hurts,
            Verb.UNDO: presenter.undo,
            Verb.FLOOR: self._toggle_floor,
            Verb.MINI: self._toggle_mini,
            Verb.MUTE: self._toggle_mute,
            Verb.KEYS: lambda: self.view.open(KeysPanel(keys_in_words())),
            Verb.LEAVE: self._step_back,
        }

    def open(self, *, ask_first: bool) -> None:
        """Show the session; `ask_first` asks about pain before the clock starts."""
        settings = self._presenter.settings
        self.view.set_still(still=settings.still)
        self.view.show_frame(self._presenter.frame())
        self._window.open_whole(self.view)
        self._sounding.changed.connect(self._show_sound)
        self._awake.changed.connect(self._show_awake)
        if not self._presenter.is_silent:
            self._sounding.open(settings.sound, muted=settings.muted)
        self._show_sound()
        if not ask_first:
            self.begin()
            return
        asked = knees(self._presenter.knees)
        panel = PainBeforePanel(asked, questions_now(asked))
        panel.answered.connect(self._pain_before)
        panel.started.connect(self.begin)
        panel.left.connect(self._leave)
        self.view.open(panel)

    def begin(self) -> None:
        """Start the clock."""
        self._presenter.start()
        self.wake()

    def wake(self) -> None:
        """Look at the clock now, and for as long as it runs."""
        self._ticker.wake()

    def do(self, verb: Verb) -> None:
        """Carry out what a key or a control asks for."""
        self._verbs[verb]()
        self.wake()

    def go_to(self, place: int) -> None:
        """Go to an exercise of the session, from 0."""
        self._presenter.go_to(place)
        self.wake()

    def pause(self, notice: str) -> None:
        """Stop the clock because something else needs the person, and say what."""
        self._presenter.pause()
        self._presenter.notice = notice
        self.wake()

    def close(self) -> None:
        """Keep where the session stands, because the window goes away."""
        if not self._ended:
            self._presenter.leave()
            self._stop()

    def _tick(self) -> None:
        if self._ended:
            return
        self._presenter.tick()
        self._sounding.play(self._presenter.take_cues(), self._presenter.take_lines())
        self._guard.look()
        frame = self._presenter.frame()
        self.view.show_frame(frame, self._presenter.notice)
        self._mini.show_frame(frame)
        if self._presenter.is_over:
            self._end()

    def _hurts(self) -> None:
        hurts = Hurts(self._presenter.case, self._presenter)
        panel = HurtsPanel(hurts.frame())

        def tell(knee: Side, score: Score | None, sharp: bool, locking: bool) -> None:
            hurts.tell(knee, score, sharp=sharp, locking=locking)
            panel.show_choices(hurts.choices())

        def decide(decision: Decision, until: date | None) -> None:
            hurts.decide(decision, until)
            self._tick()

        panel.told.connect(tell)
        panel.chosen.connect(decide)
        panel.care_wanted.connect(self._see_care)
        self.view.open(panel)

    def _pain_before(self, knee: Side, score: int) -> None:
        self._presenter.tell_pain(Moment.BEFORE, knee, score)

    def _see_care(self) -> None:
        self._leave()
        self._on_care()

    def _toggle_mute(self) -> None:
        self._presenter.toggle_mute()
        self._sounding.mute(self._presenter.settings.muted)
        self._show_sound()

    def _show_sound(self) -> None:
        sounding = self._sounding
        self.view.show_sound(
            muted=sounding.muted, problem=sounding.problem, voice_problem=sounding.voice_problem
        )

    def _show_awake(self) -> None:
        self.view.show_awake(self._awake.words, self._awake.problem)

    def _toggle_floor(self) -> None:
        self.view.set_floor(not self.view.is_floor)
        self._window.set_full_screen(self.view.is_floor)

    def _toggle_mini(self) -> None:
        self._mini.turn(still=self._presenter.settings.still)

    def _step_back(self) -> None:
        """Leave floor mode first, which is what Escape means to most; then the session."""
        if self.view.is_floor:
            self._toggle_floor()
        else:
            self._leave()

    def _leave(self) -> None:
        self._presenter.leave()
        self._tick()

    def _end(self) -> None:
        if self._ended:
            return
        self._stop()
        self._window.set_full_screen(False)
        self._on_end(self._presenter.record.id if self._presenter.is_kept else "")
        self._window.drop_whole(self.view)

    def _stop(self) -> None:
        self._ended = True
        self._ticker.stop()
        self._guard.stop()
        self._mini.end()
        self._awake.changed.disconnect(self._show_awake)
        self._sounding.changed.disconnect(self._show_sound)
        self._sounding.close()
