"""The use case: a move and what fills it in, a letter in the user's voice out."""

import threading
from collections.abc import Callable, Mapping, Sequence

from demur.domain.draft import Alternative, Draft, DraftBeat, Progress
from demur.domain.errors import DemurError
from demur.domain.ports import LanguageModel
from demur.domain.template import FilledBeat, Role, Template
from demur.domain.voice import Voice
from demur.guard import Guard
from demur.templates import TemplateSet, fill

from .by_letter import ByLetter
from .job import DraftJob, Terms
from .languages import NOT_REWRITTEN, language_notes
from .letter import compose, with_beat
from .prompt import RewritePrompt
from .proposing import Candidate, Proposer
from .rewriting import Rewriter
from .trial import Trial

# How this person greets and signs is known exactly: a rule carries it better than any model.
_BY_RULE = {Role.GREET, Role.SIGN}

# The only language of which voice, guard and model know anything.
_REWRITTEN = "en"
_UNKNOWN = "und"  # as ISO 639 has it

# A model that fails this often in one draft will not mend before the next.
_FAILURES_BORNE = 2


class Drafter:
    """Writes drafts: template, then the voice by rule, then the model where the guard lets it."""

    def __init__(
        self, templates: TemplateSet, prompt: RewritePrompt, letter_prompt: RewritePrompt, guard: Guard
    ) -> None:
        self._templates = templates
        self._guard = guard
        self._proposer = Proposer(prompt, guard)
        self._rewriter = Rewriter(self._proposer)
        self._by_letter = ByLetter(letter_prompt, self._proposer)
        self.trial = Trial(self._proposer, self._by_letter)

    def warm_up(self, voice: Voice, model: LanguageModel) -> None:
        """Let ``model`` get ready and read what all beats of ``voice`` begin with, so that no draft waits.

        Raises ``DemurError`` when the model cannot be started.
        """
        self._proposer.warm_up(voice, model)

    def draft(
        self,
        job: DraftJob,
        model: LanguageModel | None,
        on_progress: Callable[[Progress], None],
        cancel: threading.Event,
        by_letter: bool = False,
    ) -> Draft:
        """The reply of ``job``, reported beat by beat; without ``model`` by templates and rules alone.

        A model that can is asked for all beats at once ``by_letter``, then for those alone that this left.
        A model that fails costs its rewrites, never the draft: the notes say so. After ``cancel`` the rest
        is left as the rules wrote it. Raises ``MissingSlotError`` when a required slot is empty.
        """
        template = self._template(job)
        filled = fill(template, job.slots)
        if template.language != _REWRITTEN:
            model = None
        draft = compose(
            Draft(move=job.move, text="", beats=()), [self._rewriter.by_rule(beat, job) for beat in filled]
        )
        on_progress(Progress(index=0, total=len(filled), draft=draft))
        failures: list[DemurError] = []
        proposed: Mapping[int, Sequence[Candidate]] = {}
        if model is not None and by_letter:
            try:
                proposed = self._whole_letter(filled, job, model, cancel)
            except DemurError as error:
                failures.append(error)
        for index, source in enumerate(filled):
            if model is not None and source.role not in _BY_RULE and len(failures) < _FAILURES_BORNE:

                def on_words(words: str, index: int = index) -> None:
                    on_progress(Progress(index=index, total=len(filled), words=words))

                try:
                    beat = self._rewriter.rewrite(
                        draft.beats, index, source, job, model, on_words, cancel, proposed.get(index, ())
                    )
                    draft = with_beat(draft, index, beat)
                except DemurError as error:
                    failures.append(error)
            on_progress(Progress(index=index, total=len(filled), beat=draft.beats[index], draft=draft))
        failed = (f"{error.message} {error.hint}".strip() for error in failures)
        notes = tuple(dict.fromkeys((*language_notes(job, template), *failed)))
        return draft.model_copy(update={"notes": notes})

    def rewrite(
        self,
        sentence: str,
        terms: Terms,
        model: LanguageModel | None,
        on_failure: Callable[[DemurError], None],
        cancel: threading.Event,
    ) -> DraftBeat:
        """A ``sentence`` of anybody's in the voice of ``terms``, by the model or else by the rules.

        It has no paraphrases, so that what may be said is what it says itself. Where it is not English, it
        stays as it is. A model that fails is told to ``on_failure``, and costs no more than its words.
        """
        language = _REWRITTEN if self._guard.reads(sentence) else _UNKNOWN
        source = FilledBeat(role=Role.STATEMENT, text=sentence, language=language)
        beat = self._rewriter.by_rule(source, terms)
        if model is None or language != _REWRITTEN:
            return beat
        try:
            return self._rewriter.rewrite([beat], 0, source, terms, model, lambda _: None, cancel)
        except DemurError as error:
            on_failure(error)
            return beat

    def regenerate(
        self,
        draft: Draft,
        index: int,
        job: DraftJob,
        model: LanguageModel,
        seed: int,
        on_progress: Callable[[Progress], None],
        cancel: threading.Event,
    ) -> Draft:
        """``draft`` with another wording of beat ``index``, or with the reason why there is none.

        Raises ``DemurError`` when the model fails, and where it is not English.
        """
        source = self._fill(job)[index]
        if source.language != _REWRITTEN:
            raise DemurError(NOT_REWRITTEN, "Edit the sentence by hand.")
        on_progress(Progress(index=index, total=len(draft.beats)))
        beat = self._rewriter.another(draft.beats, index, source, job, model, seed, cancel)
        return with_beat(draft, index, beat)

    def revert(self, draft: Draft, index: int, job: DraftJob) -> Draft:
        """``draft`` with beat ``index`` as the rules carried it into the voice."""
        by_rule = self._rewriter.by_rule(self._fill(job)[index], job, draft.beats[index])
        return with_beat(draft, index, by_rule)

    def take(self, draft: Draft, index: int, wanted: Alternative, job: DraftJob) -> Draft:
        """``draft`` with beat ``index`` in the words ``wanted``, or with the reason why it may not be."""
        beat = self._rewriter.take(draft.beats[index], wanted, self._fill(job)[index], job)
        return with_beat(draft, index, beat)

    def _whole_letter(
        self, filled: Sequence[FilledBeat], job: DraftJob, model: LanguageModel, cancel: threading.Event
    ) -> Mapping[int, Sequence[Candidate]]:
        """What ``model`` proposes for each beat, by its index, when it is asked for all of them at once."""
        asked = {index: beat for index, beat in enumerate(filled) if beat.role not in _BY_RULE}
        lines = self._by_letter.propose(tuple(asked.values()), job, model, cancel)
        return dict(zip(asked, lines, strict=True))

    def _fill(self, job: DraftJob) -> tuple[FilledBeat, ...]:
        return fill(self._template(job), job.slots)

    def _template(self, job: DraftJob) -> Template:
        return self._templates.template(job.move, job.language, familiar=job.familiar)
