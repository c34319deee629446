"""The use case: what to say, in whose voice, checked beat by beat.

``Drafter`` makes, mends and reverts drafts, and rewrites single sentences; ``adopt`` takes over what a
person typed, ``with_beat`` another wording.
"""

from .drafter import Drafter
from .job import DraftJob, Terms
from .letter import adopt, with_beat
from .prompt import RewritePrompt

__all__ = ["DraftJob", "Drafter", "RewritePrompt", "Terms", "adopt", "with_beat"]
