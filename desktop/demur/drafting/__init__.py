"""The use case: what to say, in whose voice, checked beat by beat.

``Drafter`` makes, mends and reverts drafts; ``adopt`` takes over what a person
typed, ``with_beat`` another wording.
"""

from .drafter import Drafter
from .job import DraftJob
from .letter import adopt, with_beat
from .rewriting import RewritePrompt

__all__ = ["DraftJob", "Drafter", "RewritePrompt", "adopt", "with_beat"]
