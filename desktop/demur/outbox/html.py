"""A text as HTML, for editors that take over paragraphs."""

import html

from .paragraphs import paragraphs


def as_html(text: str) -> str:
    """``text`` as paragraphs, which run from the right where their script does."""
    return "\n".join(
        f'<p dir="auto">{"<br>".join(map(html.escape, lines))}</p>' for lines in paragraphs(text)
    )
