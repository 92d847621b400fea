"""Forms for past sessions that were left before they were kept: what was typed waits in them."""

from datetime import date

from rehabtimer.presenters.case import Case
from rehabtimer.presenters.history_changes import HistoryChanges
from rehabtimer.presenters.history_form import PastFormPresenter


class OpenForms:
    """Opens forms; one that was left with something filled in opens again as it was left.

    A form is let go of once it is kept or thrown away, or its session was changed elsewhere.
    """

    def __init__(self, case: Case, changes: HistoryChanges) -> None:
        """No form is open yet."""
        self._case = case
        self._changes = changes
        self._forms: dict[str, PastFormPresenter] = {}

    def edit(self, session: str) -> PastFormPresenter:
        """Put a session right; LookupError if it is not kept, or is under way."""
        waiting = self._waiting().get(session)
        return waiting or self._open(PastFormPresenter.edit(self._case, self._changes, session))

    def add(self, day: date) -> PastFormPresenter:
        """Add a session of a day that is past, or of today."""
        news = (form for form in self._waiting().values() if form.is_new and form.asked == day)
        waiting = next(news, None)
        return waiting or self._open(PastFormPresenter.add(self._case, self._changes, day))

    def waiting(self, session: str = "") -> PastFormPresenter | None:
        """Return the form that was left last, or that of one session; None if none waits."""
        forms = self._waiting()
        return forms.get(session) if session else next(reversed(forms.values()), None)

    def let_go(self, form: PastFormPresenter) -> None:
        """Forget what was typed in a form."""
        self._forms.pop(form.session, None)

    def _open(self, form: PastFormPresenter) -> PastFormPresenter:
        self._forms[form.session] = form
        return form

    def _waiting(self) -> dict[str, PastFormPresenter]:
        """Return the forms in which there is something, the one opened last at the end."""
        self._forms = {key: form for key, form in self._forms.items() if form.is_waiting}
        return self._forms
