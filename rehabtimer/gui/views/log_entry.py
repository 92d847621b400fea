"""The card at the top of the Log: what kind of entry, and the form for it."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.views.log_activity import ActivityEntry
from rehabtimer.gui.views.log_form import EntryForm
from rehabtimer.gui.views.log_total import TotalEntry
from rehabtimer.gui.widgets.choices import Choices
from rehabtimer.gui.widgets.parts import Part, card, fill, label
from rehabtimer.presenters.log_forms import ActivityForm, TotalForm
from rehabtimer.presenters.log_frame import Kind, LogForm, LogFrame

AnyForm = EntryForm | ActivityEntry | TotalEntry


class EntryCard(QFrame):
    """Shows one of three forms; `saved` has what was filled in."""

    kind_chosen = Signal(str)
    saved = Signal(object)

    def __init__(self) -> None:
        """Start empty; the first frame fills it."""
        super().__init__()
        self.setProperty("card", "true")
        self.kinds = Choices(_("What to tell"))
        self.kinds.chosen.connect(self.kind_chosen)
        self.remark = label("")
        self._remark = card(self.remark, kind="notice", margin=12)
        self.pain, self.activity, self.total = EntryForm(), ActivityEntry(), TotalEntry()
        self._forms: dict[Kind, QWidget] = {
            Kind.PAIN: self.pain,
            Kind.ACTIVITY: self.activity,
            Kind.TOTAL: self.total,
        }
        for form in (self.pain, self.activity, self.total):
            form.saved.connect(self.saved)
        self.setFocusProxy(self.kinds)
        line = QFrame()
        line.setProperty("card", "line")
        parts: tuple[Part, ...] = (self.kinds, line, *self._forms.values(), self._remark)
        fill(QVBoxLayout(self), parts, gap=14, margin=theme.CARD_MARGIN)

    def show_frame(self, frame: LogFrame) -> None:
        """Show the form of the chosen kind; the others keep what was filled in."""
        self.kinds.show_options(frame.kinds)
        self.pain.show_form(frame.form)
        self.activity.show_form(frame.activity)
        self.total.show_form(frame.total)
        for kind, form in self._forms.items():
            form.setVisible(kind is frame.kind)
        self.setFocusProxy(self._forms[frame.kind])
        self.remark.setText(frame.remark)
        self._remark.setVisible(bool(frame.remark))


class EditedForm:
    """The form of the entry that is being edited; one that is open stays until another opens."""

    def __init__(self, changed: SignalInstance, cancelled: SignalInstance) -> None:
        """Tell what the form says."""
        self._changed, self._cancelled = changed, cancelled
        self._id = ""
        self.form: AnyForm | None = None

    def of(self, frame: LogForm | ActivityForm | TotalForm) -> AnyForm:
        """Return the form for a frame."""
        if self.form is None or frame.id != self._id:
            self._id = frame.id
            self.form = _made_for(frame)
            self.form.saved.connect(self._changed)
            self.form.cancelled.connect(self._cancelled)
            self.show(frame)  # before it has a place, so that the keyboard can go there at once
        return self.form

    def show(self, frame: LogForm | ActivityForm | TotalForm) -> None:
        """Show what the frame says in its form."""
        self.of(frame).show_form(frame)  # type: ignore[arg-type]


def _made_for(frame: LogForm | ActivityForm | TotalForm) -> AnyForm:
    match frame:
        case LogForm():
            return EntryForm(may_cancel=True)
        case ActivityForm():
            return ActivityEntry(may_cancel=True)
        case TotalForm():
            return TotalEntry(may_cancel=True)
