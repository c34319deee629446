"""What cannot be read."""

from demur.domain.errors import DemurError


class IntakeError(DemurError):
    """A text or a file could not be read as a message; nothing was changed."""
