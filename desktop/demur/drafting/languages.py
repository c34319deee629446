"""What the user should know of a reply in another language."""

from collections.abc import Iterator

from demur.domain.language import LANGUAGES
from demur.domain.template import Template

from .job import DraftJob

NOT_REWRITTEN = "Demur rewrites English only: this is the template's wording."


def language_notes(job: DraftJob, template: Template) -> Iterator[str]:
    """Whether ``template`` is what ``job`` asks for, and that nothing but English is rewritten."""
    wanted = LANGUAGES.get(job.language, "the language of this message")
    if template.language != job.language:
        yield f"There is no reply of this kind in {wanted}, so this one is in English."
    elif template.move is not job.move:
        yield (
            f"There is no reply of this kind in {wanted}; this is the nearest one, “{template.move}”. "
            "Read it with care, or pick another reply."
        )
    if template.language != "en":
        yield NOT_REWRITTEN
