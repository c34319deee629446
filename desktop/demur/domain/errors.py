"""What may go wrong and be said to the user."""


class DemurError(Exception):
    """An expected failure: both parts are shown to the user, in the window and in the terminal.

    ``message`` says what happened, ``hint`` the next step. Packages raise subclasses of their own;
    anything that is no ``DemurError`` is a defect and ends in the crash dialog.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class DataFileError(DemurError):
    """A rule, template, voice, prompt or catalogue file does not hold what it must; names file and line."""
