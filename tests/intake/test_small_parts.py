"""Language, links, encodings."""

import codecs

import pytest

from demur.intake import IntakeError, detect_language, read_bytes
from demur.intake.charset import decode
from demur.intake.links import find_links


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Could we talk about your work on maps some day next week?", "en"),
        ("Könnten wir nächste Woche einmal über deine Karten sprechen?", "de"),
        ("Pourrions-nous parler de vos cartes la semaine prochaine ?", "fr"),
        ("¿Podríamos hablar de tus mapas la próxima semana?", "es"),
        ("Hi Sam", "en"),
        ("Hi José, coffee?", "en"),
        ("请问可以聊聊吗", "zh"),
        ("¿Podemos hablar?", "es"),
        ("Hello Frau Müller, could we have a call about the Wärmepumpen project?", "en"),
        ("Guten Tag! I am interested in your work and would love to connect.", "en"),
        ("Hi Jörg, kannst du bitte den Call auf Friday moven?", "de"),
        ("", "en"),
        ("https://beispiel.example/ueber-uns-und-unsere-schoenen-karten", "en"),
        ("12345 67890 " * 10, "en"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("See https://a.example/x?y=1#z.", ("https://a.example/x?y=1#z",)),
        ("(www.a.example), or <http://b.example/>", ("www.a.example", "http://b.example/")),
        ("[site](https://a.example) and https://a.example!", ("https://a.example",)),
        ("HTTPS://A.EXAMPLE and a.example", ("HTTPS://A.EXAMPLE",)),
        ("no link", ()),
    ],
)
def test_links(text: str, links: tuple[str, ...]) -> None:
    assert find_links(text) == links


@pytest.mark.parametrize(
    ("content", "declared", "text"),
    [
        ("Grüße".encode(), "", "Grüße"),
        ("Grüße".encode("cp1252"), "iso-8859-1", "Grüße"),
        (codecs.BOM_UTF8 + "Grüße".encode(), "", "Grüße"),
        ("Grüße".encode("utf-16"), "", "Grüße"),
        ("Grüße".encode(), "unicode_escape", "Grüße"),
        ("Grüße".encode(), "hex", "Grüße"),
        ("Пожалуйста, ответьте мне на этот вопрос, когда сможете.".encode("koi8-r"), "",
         "Пожалуйста, ответьте мне на этот вопрос, когда сможете."),
    ],
)  # fmt: skip
def test_encodings(content: bytes, declared: str, text: str) -> None:
    assert decode(content, declared) == text


@pytest.mark.parametrize("content", [b"words\0words", b"\x89PNG\r\n\x1a\n\0\0\0", bytes(range(1, 256)) * 9])
def test_bytes_in_no_encoding(content: bytes) -> None:
    with pytest.raises(IntakeError, match="does not hold text"):
        read_bytes(content)
