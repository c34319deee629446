"""What may go wrong with a local model."""

import signal

from demur.domain.errors import DemurError

TRY_AGAIN = "Nothing you wrote is lost. Try again; if it happens again, run demur doctor."


class EngineError(DemurError):
    """The model cannot be used, or stopped being so."""


def ending_in_words(returncode: int) -> str:
    """Why a process with this ``returncode`` (that of ``subprocess.Popen``) ended."""
    if returncode == -signal.SIGKILL:
        return "The model's process was stopped by the system, perhaps for lack of memory."
    if returncode < 0:
        return f"The model's process crashed ({signal.strsignal(-returncode)})."
    return f"The model's process ended unexpectedly (exit status {returncode})."
