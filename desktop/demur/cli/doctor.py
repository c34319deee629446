"""``demur doctor``: what is installed, where data lies, what is missing and how to get it."""

from argparse import Namespace
from collections.abc import Iterator

from demur import __version__
from demur.app import Finding, examine
from demur.domain.errors import DemurError


def doctor(_: Namespace) -> Iterator[str]:
    """A line for each thing looked at. Raises ``DemurError`` at the end when something is missing."""
    yield f"Demur {__version__}"
    ill = 0
    for finding in examine():
        ill += not finding.well
        yield _line(finding)
    if ill:
        raise DemurError(f"{ill} of these need mending.", "The next step stands under each.")
    yield "All is well. Nothing that you write leaves this machine."


def _line(finding: Finding) -> str:
    state = finding.state.replace("\n", f"\n    {'':28} ")
    line = f"{'ok' if finding.well else '!!'}  {finding.subject:28} {state}"
    return line if finding.well else f"{line}\n    {'':28} {finding.hint}"
