"""Query text -> Query. Whatever is typed means something, and a hint says what did not."""

from collections.abc import Sequence
from datetime import date

from tui_reader.search.folding import fold, has_cjk, words
from tui_reader.search.language.lexer import Lexeme, lexemes
from tui_reader.search.language.query import (
    FIELDS,
    WORD_FIELDS,
    And,
    Node,
    Not,
    Or,
    Phrase,
    Query,
    Word,
)
from tui_reader.search.language.values import NotUnderstoodError, field_filter

# A sign alone, invisible characters, a field without its value.
NO_WORD = "no word to search for"
# `don't` is found as dont: don and t would find nearly everything.
_WITHOUT_APOSTROPHES = str.maketrans("", "", "'’")
# Deeper groups than anyone types would exhaust the stack.
_DEEPEST = 50


def parse(text: str, today: date | None = None) -> Query:
    """`today` is what `added:7d` counts from, by default the system's."""
    parser = _Parser(list(lexemes(text)), today or date.today())
    root = parser.alternatives("", 0)
    terms = root.nodes if isinstance(root, And) else (root,) if root else ()
    if text.strip() and not terms and not parser.hints:
        parser.hints.append(NO_WORD)
    return Query(text, terms, tuple(dict.fromkeys(parser.hints)))


class _Parser:
    def __init__(self, found: Sequence[Lexeme], today: date) -> None:
        self.lexemes = found
        self.today = today
        self.place = 0
        self.hints: list[str] = []

    def alternatives(self, field: str, depth: int) -> Node | None:
        """Conjunctions between OR, up to the end or the `)` of this group."""
        choices: list[Node] = []
        while True:
            node = self.conjunction(field, depth)
            if node is not None:
                choices.append(node)
            lexeme = self.peek()
            if lexeme is None or (lexeme.kind == "close" and depth):
                break
            self.place += 1  # an OR, or a `)` that closes nothing
            if lexeme.kind == "close" and choices:
                self.rejoin(choices, field, depth)
        return _either(choices)

    def rejoin(self, choices: list[Node], field: str, depth: int) -> None:
        """What follows a `)` that closes nothing belongs to the words before it."""
        rest = self.conjunction(field, depth)
        if rest is not None:
            choices[-1] = _both([choices[-1], rest])

    def conjunction(self, field: str, depth: int) -> Node | None:
        nodes: list[Node] = []
        while (lexeme := self.peek()) is not None and lexeme.kind not in ("or", "close"):
            self.place += 1
            node = self.term(lexeme, field, depth)
            if node is not None:
                nodes.append(node)
        return _both(nodes) if nodes else None

    def term(self, lexeme: Lexeme, field: str, depth: int) -> Node | None:
        if lexeme.kind == "minus":
            return self.negation(field, depth)
        if lexeme.kind == "open":
            return self.group(field, depth)
        if lexeme.kind == "field":
            return self.fielded(lexeme, field, depth)
        if lexeme.kind == "and":
            return None
        if lexeme.kind == "word":
            return _words(lexeme.text, field)
        return _phrase(lexeme, field)

    def negation(self, field: str, depth: int) -> Node | None:
        lexeme = self.peek()
        if lexeme is None or lexeme.kind in ("close", "or", "and"):
            return None
        self.place += 1
        node = self.term(lexeme, field, depth)
        return Not(node, f"-{raw_of(node)}") if node is not None else None

    def group(self, field: str, depth: int) -> Node | None:
        if depth >= _DEEPEST:
            self.hints.append(f"more than {_DEEPEST} groups in each other")
            return None
        node = self.alternatives(field, depth + 1)
        if (lexeme := self.peek()) is not None and lexeme.kind == "close":
            self.place += 1
        return node

    def fielded(self, lexeme: Lexeme, outer: str, depth: int) -> Node | None:
        name = lexeme.text.casefold()
        following = self.peek()
        value = following if following is not None and following.glued else None
        if name not in FIELDS:
            if value is not None:
                self.hints.append(f"no field {lexeme.text}: searched as text")
            return _words(lexeme.text, outer)
        if value is None or value.kind in ("close", "or", "and", "minus", "field"):
            return None
        self.place += 1
        if name in WORD_FIELDS:
            return self.term(value, name, depth)
        if value.kind == "open":
            self.place -= 1
            return None
        return self.filter(name, value.text)

    def filter(self, field: str, value: str) -> Node | None:
        try:
            return field_filter(field, value.strip(), self.today)
        except NotUnderstoodError as error:
            self.hints.append(str(error))
            return None

    def peek(self) -> Lexeme | None:
        return self.lexemes[self.place] if self.place < len(self.lexemes) else None


def raw_of(node: Node) -> str:
    """The part of the query a node was made from, spelled plainly."""
    if isinstance(node, And):
        return "(" + " ".join(map(raw_of, node.nodes)) + ")"
    if isinstance(node, Or):
        return "(" + " OR ".join(map(raw_of, node.nodes)) + ")"
    return node.raw


def _words(text: str, field: str) -> Node | None:
    prefix = f"{field}:" if field else ""
    found = words(fold(text.translate(_WITHOUT_APOSTROPHES)))
    if len(found) > 1 and has_cjk(text):
        # Chinese and Japanese are written without spaces: side by side or not at all.
        return Phrase(tuple(found), field, open=True, raw=prefix + text)
    if len(found) == 1:
        return Word(found[0], field, prefix + text)
    nodes: list[Node] = [Word(word, field, prefix + word) for word in found]
    return _both(nodes) if nodes else None


def _phrase(lexeme: Lexeme, field: str) -> Node | None:
    found = tuple(words(fold(lexeme.text)))
    raw = (f"{field}:" if field else "") + f'"{lexeme.text}"'
    return Phrase(found, field, lexeme.kind == "unclosed", raw) if found else None


def _both(nodes: Sequence[Node]) -> Node:
    flat: list[Node] = []
    for node in nodes:
        flat.extend(node.nodes if isinstance(node, And) else (node,))
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def _either(nodes: Sequence[Node]) -> Node | None:
    if len(nodes) < 2:
        return nodes[0] if nodes else None
    return Or(tuple(nodes))
