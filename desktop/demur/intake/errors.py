"""What cannot be read."""

from demur.domain.errors import DemurError


class IntakeError(DemurError):
    """A text or a file could not be read as a message; nothing was changed."""


class OtherFileError(IntakeError):
    """A file among others is of a kind that holds no messages: nothing is wrong with it."""

    def __init__(self, place: str) -> None:
        super().__init__(f"“{place}” is no file of messages.")
