"""A page's tree in reading order, without recursion: inline text is joined into paragraphs, what lies behind it is kept aside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urljoin

from materials_lint.containers.styles import Look, Sheet, declarations, length, look_of, urls
from materials_lint.extractors.html import _disguises, _forms, _head
from materials_lint.extractors.html._collect import Collector
from materials_lint.extractors.html._paragraph import Paragraph
from materials_lint.extractors.html._quoted import begins_quote, is_quote
from materials_lint.model.document import Concealment, Origin, Part, TextBlock
from materials_lint.model.source import Limits

_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure"}
    | {"footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre"}
    | {"section", "summary", "table", "caption", "tr", "ul", "optgroup", "iframe", "text"}
)
_SILENT = frozenset({"script", "style", "title", "meta", "link", "base", "template"})
_MEDIA = {"video": "src", "audio": "src", "source": "src", "embed": "src", "object": "data", "track": "src"}
_WORDS = ("alt", "title", "aria-label", "aria-description", "summary")


@dataclass(frozen=True, slots=True)
class _State:
    """What an element hands down to what is inside it."""

    look: Look
    hidden: Concealment | None = None
    quoted: bool = False
    pre: bool = False
    reversed: bool = False

    @property
    def concealment(self) -> Concealment | None:
        return self.hidden or self.look.concealment

    @property
    def part(self) -> Part:
        return Part.QUOTED if self.quoted else Part.BODY


class Walk:
    """One walk over one page, or over a piece of markup inside it (a conditional comment, a template)."""

    def __init__(self, text: str, collector: Collector, limits: Limits, above: tuple[Sheet, str, _State] | None = None) -> None:
        """Parse `text`; `above` is the style sheet, base address and state of the page around a piece."""
        from selectolax.lexbor import LexborHTMLParser

        self._parser: Any = LexborHTMLParser(text, is_fragment=above is not None)
        self._collector = collector
        self._limits = limits
        self._paragraph = Paragraph(collector)
        self._rest_quoted = False
        if above is not None:
            self._sheet, self._base, self._start = above
            return
        self._sheet = Sheet([node.text(deep=True) for node in self._parser.css("style")])
        self._base = _base(self._parser)
        # With style sheets from elsewhere nobody knows the background, so colours prove nothing.
        outside = self._parser.css_first("link[rel~=stylesheet]") is not None
        self._start = _State(Look(background=None if outside else (255, 255, 255)))

    def run(self) -> None:
        """Walk all nodes: entering, then what is inside, then leaving."""
        waiting: list[tuple[Any, _State, bool]] = [(node, self._start, False) for node in reversed(list(_siblings(self._first())))]
        while waiting:
            node, state, leaving = waiting.pop()
            if leaving:
                self._leave(node)
                continue
            if node.is_text_node:
                shown = node.text_content or ""
                self._paragraph.add(shown[::-1] if state.reversed else shown, state.concealment, pre=state.pre, part=Part.QUOTED if self._rest_quoted else state.part)
            elif node.is_comment_node:
                self._comment(node.comment_content or "", state)
            elif node.is_element_node:
                inner = self._enter(node, state)
                if inner is not None:
                    waiting.append((node, inner, True))
                    waiting.extend((child, inner, False) for child in reversed(list(_siblings(node.first_child))))
        self._paragraph.end()

    def _first(self) -> Any:
        """Return the first node: of a whole page what stands before <html>, too."""
        root = self._parser.root
        above = root.parent if root is not None else None
        return above.first_child if above is not None and above.is_document_node else root

    def _enter(self, node: Any, above: _State) -> _State | None:
        """Take an element's own attributes in and return the state inside it, None to pass its content over."""
        tag = node.tag
        attributes = {name: value or "" for name, value in node.attributes.items()}
        _head.take(node, tag, attributes, self._collector, self._resolved)
        if tag == "template":
            self._piece("".join(fragment.html or "" for fragment in node.template_fragments() or []), replace(above, hidden=Concealment.HIDDEN_FORMAT))
        if tag in _SILENT:
            return None
        state = self._state(tag, attributes, above)
        if tag in _BLOCKS:
            self._paragraph.end()
        elif tag == "br":
            self._paragraph.line()
        elif tag in {"td", "th"}:
            self._paragraph.cell()
        self._take(node, tag, attributes, state)
        return None if tag in {"select", "textarea", "iframe"} else state

    def _state(self, tag: str, attributes: dict[str, str], above: _State) -> _State:
        style = self._style(tag, attributes)
        for target in urls(attributes.get("style", "")):
            self._collector.add_picture(self._resolved(target), above.part, above.concealment)
        hidden = above.hidden or (Concealment.HIDDEN_FORMAT if _is_closed(tag, attributes) else None)
        look = look_of(style, above.look)
        pre = above.pre or tag in {"pre", "listing", "xmp"} or style.get("white-space", "").startswith("pre")
        self._rest_quoted = self._rest_quoted or begins_quote(tag, attributes, style)
        return _State(
            look, hidden, above.quoted or self._rest_quoted or is_quote(tag, attributes), pre, _disguises.is_reversed(tag, attributes, style, above=above.reversed)
        )

    def _style(self, tag: str, attributes: dict[str, str]) -> dict[str, str]:
        style = {}
        if "bgcolor" in attributes:
            style["background-color"] = attributes["bgcolor"]
        if "background" in attributes:
            style["background-image"] = "url(attribute)"
        if tag == "font" and "color" in attributes:
            style["color"] = attributes["color"]
        if tag == "body" and "text" in attributes:
            style["color"] = attributes["text"]
        style |= self._sheet.declarations(tag, attributes.get("class", "").split(), attributes.get("id", ""))
        return style | declarations(attributes["style"]) if "style" in attributes else style

    def _take(self, node: Any, tag: str, attributes: dict[str, str], state: _State) -> None:
        """Keep what an element carries besides its text."""
        for name in _WORDS:
            if attributes.get(name, "").strip():
                self._paragraph.behind(TextBlock(attributes[name].strip(), Origin.ALT_TEXT, state.part, label=name, concealment=state.concealment))
        href = attributes.get("href") or attributes.get("xlink:href")
        if tag in {"a", "area"} and href:
            words = attributes.get("aria-label") or attributes.get("alt") or attributes.get("title", "")
            self._paragraph.open_link(self._resolved(href), state.part, state.concealment, words)
        elif tag in {"img", "image"} or (tag == "input" and attributes.get("type", "").lower() == "image"):
            self._picture(attributes, state)
        elif tag in {"iframe", "frame"}:
            self._frame(attributes, state)
        elif tag in _MEDIA and attributes.get(_MEDIA[tag]):
            self._collector.add_link(self._resolved(attributes[_MEDIA[tag]]), "media source", "", state.part, state.concealment)
        if mail := _disguises.protected_mail(attributes):
            self._paragraph.add(f" {mail} ", state.concealment, pre=False, part=state.part)
        if target := _disguises.clicked(attributes):
            self._collector.add_link(self._resolved(target), "button", "", state.part, state.concealment)
        if tag in _forms.TAGS:
            _forms.take(node, attributes, self._collector, self._resolved, state.concealment)

    def _picture(self, attributes: dict[str, str], state: _State) -> None:
        tiny = any((size := length(attributes.get(name, ""))) is not None and size <= 2 for name in ("width", "height"))
        candidates = [candidate for candidate in attributes.get("srcset", "").split(",") if candidate.strip() and "data:" not in candidate]
        sources = [attributes.get("src", ""), *(candidate.split()[0] for candidate in candidates)]
        for source in dict.fromkeys(filter(None, sources)):
            self._collector.add_picture(self._resolved(source), state.part, state.concealment, tiny=tiny)

    def _frame(self, attributes: dict[str, str], state: _State) -> None:
        self._collector.add_page(attributes.get("srcdoc", ""))
        if source := attributes.get("src", ""):
            target = self._resolved(source)
            self._collector.add_link(target, "frame source", "", state.part, state.concealment)
            if not attributes.get("srcdoc") and not target.lower().startswith(("data:", "about:", "javascript:")):
                self._collector.framed[target] = None

    def _leave(self, node: Any) -> None:
        tag = node.tag
        if tag in {"a", "area"} and (node.attributes.get("href") or node.attributes.get("xlink:href")):
            self._paragraph.close_link()
        if tag in _BLOCKS:
            self._paragraph.end()
        elif tag in {"button", "label"}:
            self._paragraph.space()

    def _comment(self, text: str, state: _State) -> None:
        """Keep what stands in comments; the ones that Outlook and old browsers obey are markup."""
        if not any(char.isalpha() for char in text) or text.strip().lower() in {"[endif]", "<![endif]"}:
            return
        if text.lstrip().lower().startswith("[if") and "<![endif]" in text.lower():
            self._piece(text.partition("]>")[2].rpartition("<![")[0], replace(state, hidden=Concealment.SOURCE_COMMENT))
        elif not text.lstrip().lower().startswith("[if"):
            self._paragraph.behind(TextBlock(text.strip(), Origin.HIDDEN, state.part, concealment=Concealment.SOURCE_COMMENT))

    def _piece(self, markup: str, state: _State) -> None:
        if markup.strip():
            Walk(markup, self._collector, self._limits, (self._sheet, self._base, state)).run()

    def _resolved(self, target: str) -> str:
        target = "".join(target.split()) if target[:5].lower() != "data:" else target
        if not self._base or target[:5].lower() in {"data:", "cid:"}:
            return target
        try:
            return urljoin(self._base, target)
        except ValueError:
            return target


def _siblings(node: Any) -> Iterator[Any]:
    while node is not None:
        yield node
        node = node.next


def _base(parser: Any) -> str:
    node = parser.css_first("base[href]")
    href = (node.attributes.get("href") or "").strip() if node is not None else ""
    return href if href.lower().startswith(("http://", "https://")) else ""


def _is_closed(tag: str, attributes: dict[str, str]) -> bool:
    return "hidden" in attributes or (tag == "dialog" and "open" not in attributes)
