"""The use case: what to say, in whose voice, checked beat by beat.

``Drafter`` makes, mends and reverts drafts, and rewrites single sentences; ``adopt`` takes over what a
person typed, ``with_beat`` another wording. ``Drafter.trial`` tries a model on letters and counts.
"""

from .drafter import Drafter
from .job import DraftJob, Terms
from .letter import adopt, with_beat
from .prompt import RewritePrompt
from .trial import Tally, TrialLetter

__all__ = ["DraftJob", "Drafter", "RewritePrompt", "Tally", "Terms", "TrialLetter", "adopt", "with_beat"]
