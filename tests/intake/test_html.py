"""HTML becomes the text that its reader sees."""

import pytest

from demur.intake.html import html_to_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one<p>two", "one\n\ntwo"),
        ("<div>one</div><div>two</div>three", "one\ntwo\nthree"),
        ("one<br>two <b>bold</b>\n  words", "one\ntwo bold words"),
        ("<ul><li>one<li>two</ul>", "one\ntwo"),
        ("<table><tr><td>one</td><td> two</td></tr></table>", "one two"),
        ("<style>p {}</style><script>x()</script><title>t</title>words<!-- no -->", "words"),
        ("<p style='display: none'>no</p><p hidden>no</p><span style='FONT-SIZE:0'>no</span>yes", "yes"),
        ("a&nbsp;b &amp; c &lt;d&gt;", "a b & c <d>"),
        ("yes<blockquote type=cite>old<br>older</blockquote>no", "yes\n\n> old\n> older\n\nno"),
        ("\x01\x02mark<b\x03>s", "marks"),
        ("", ""),
        ("<frameset>", ""),
    ],
)
def test_what_is_seen(html: str, text: str) -> None:
    assert html_to_text(html)[0] == text


def test_where_links_lead() -> None:
    html = "<a href='https://a.example/x'>here</a> <a href='mailto:j@b.example'>write</a> <a>no</a>"
    assert html_to_text(html) == ("here write no", ("https://a.example/x",))


def test_a_large_picture_inside_is_no_bomb() -> None:
    picture = "<img src='data:image/png;base64," + "A/B+" * 1_000_000 + "'>"
    assert html_to_text(picture + "<p>words")[0] == "words"
