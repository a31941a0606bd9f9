"""The report as a web page."""

from __future__ import annotations

import base64
import io
import re
from html.parser import HTMLParser
from typing import Any

from fontTools.ttLib import TTFont

from itaanalysis.report import fonts
from itaanalysis.report.to_html import to_html


class Reader(HTMLParser):
    """Tags with their attributes, and the text of every element but the style sheet."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._in_style = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in_style = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False

    def handle_data(self, data: str) -> None:
        self.text += "" if self._in_style else data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_it_says_its_language_and_title(page: str, sample: Any) -> None:
    read = Reader(page)
    assert read.all("html") == [{"lang": "th"}]
    assert page.count("<h1>") == 1
    assert sample.title in read.text


def test_nothing_is_loaded_and_nothing_runs(page: str) -> None:
    read = Reader(page)
    assert read.all("script") == read.all("link") == read.all("iframe") == []
    assert not re.search(r"""(src|href|url)\s*[=(]\s*["']?https?:""", page)
    assert all((image["src"] or "").startswith("data:image/") for image in read.all("img"))


def test_hostile_text_stands_as_it_was_typed(page: str, sample: Any) -> None:
    text = Reader(page).text
    for hostile in sample.hostile:
        assert f"แหล่ง {hostile}" in text
    assert "ข้อสอง <script>alert(1)</script> $x$ #import" in text


def test_the_font_inside_is_sarabun_as_it_came(page: str) -> None:
    faces = re.findall(r"font-weight: (\d+).*?base64,([^)]+)\)", page)
    assert [weight for weight, _ in faces] == ["400", "700"]
    for (_, data), style in zip(faces, ("Regular", "Bold"), strict=True):
        inside = TTFont(io.BytesIO(base64.b64decode(data)))
        original = TTFont(fonts.folder() / fonts.STYLES[style])
        assert inside.getBestCmap() == original.getBestCmap()
        assert all(inside.reader[table] == original.reader[table] for table in ("glyf", "GSUB", "GPOS", "head"))


def test_italic_comes_along_only_where_it_is_used(sample: Any) -> None:
    assert "font-style: italic" not in to_html(sample.document("<p>ตรง</p>"))
    assert "font-style: italic" in to_html(sample.document("<p><em>เอียง</em></p>"))


def test_tables_say_what_their_headers_head(page: str) -> None:
    read = Reader(page)
    assert all(header["scope"] == "col" for header in read.all("th"))
    assert page.count("<caption>") == 3
    assert page.count('role="region"') == 3


def test_a_table_of_another_library_gets_scopes_too(sample: Any) -> None:
    page = to_html(sample.document('<table class="dataframe"><tr><th>ก</th></tr><tr><td>1</td></tr></table>'))
    assert '<th scope="col">ก</th>' in page


def test_pictures_are_described(page: str, sample: Any) -> None:
    assert [image["alt"] for image in Reader(page).all("img")] == [sample.alt]


def test_skip_link_and_contents_lead_somewhere(page: str) -> None:
    read = Reader(page)
    anchors = {attributes["id"] for _, attributes in read.tags if "id" in attributes}
    links = [(link["href"] or "").removeprefix("#") for link in read.all("a")]
    assert links[0] == "content"
    assert len(links) == 6
    assert set(links) <= anchors


def test_the_same_document_is_the_same_page(page: str, document: Any) -> None:
    assert to_html(document) == page


def test_english_speaks_english(sample: Any) -> None:
    page = to_html(sample.document(*(f"<h2>Part {i}</h2>" for i in range(4)), lang="en"))
    assert ">Skip to the content<" in page
    assert ">Contents<" in page
