"""One fragment of LaTeX -> Unicode, by pylatexenc with the macros that it lacks or drops."""

import logging
import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from pylatexenc.latex2text import (
    LatexNodes2Text,
    MacroTextSpec,
    SpecialsTextSpec,
    get_default_latex_context_db,
)
from pylatexenc.latexwalker import (
    LatexMacroNode,
    LatexSpecialsNode,
    LatexToken,
    LatexWalker,
    LatexWalkerEndOfStream,
    LatexWalkerError,
)
from pylatexenc.latexwalker import get_default_latex_context_db as get_default_parser_db
from pylatexenc.macrospec import LatexContextDb, MacroSpec, MacroStandardArgsParser, SpecialsSpec

from tui_reader.latex.scripts import accented, fraction, root, script
from tui_reader.latex.tables import ACCENTS, ARGUMENTS, FRACTIONS, NOT_TEXT, SHOWN, SYMBOLS

# A script that is a macro with its argument; TeX takes it whole, the parser would not.
_SCRIPT_MACRO = re.compile(r"([_^])\s*(\\[A-Za-z]+\s*\{[^{}]*\})")
_SCRIPT_GROUP = r"\1{\2}"
_COMMENT_OR_TAB = re.compile(r"(?<!\\)((?:\\\\)*)([%&#])")
_MACRO = re.compile(r"\\([A-Za-z]+)\*?\s*(\{?)")
_AFTER_OPENING = re.compile(r"(?<=[(\[{⟨‖⌊⌈])\s+|\s+(?=[)\]}⟩‖⌋⌉,])")
_SIGN = "[=<>≤≥≪≫≠≈≃≅∼∝≡∈⊂⊆→↦×±∪∩∧∨≲≳·]"
_RELATION = re.compile(rf"\s{_SIGN}(?=\S)|(?<=[^\s(\[{{⟨|‖]){_SIGN}\s")
# Blanks between a macro and what follows are kept, also where nothing else is there.
_SPACES = {
    "between-macro-and-chars": False,
    "between-latex-constructs": True,
    "after-comment": False,
    "in-equations": None,
}
# Its warnings would be written over the screen.
logging.getLogger("pylatexenc").addHandler(logging.NullHandler())


@lru_cache(maxsize=1 << 14)
def convert(source: str) -> str | None:
    """The fragment in Unicode, on one line; None where it cannot be read."""
    for name, brace in _MACRO.findall(source):
        if brace and arguments(name) is None:
            return None
    escaped = _COMMENT_OR_TAB.sub(r"\1\\\2", source)
    walker = _Walker(escaped, latex_context=_parser_db(), tolerant_parsing=False)
    try:
        return str(_writer().nodelist_to_text(walker.get_latex_nodes()[0]))
    except (LatexWalkerError, RecursionError, IndexError, AttributeError, TypeError):
        # Some of pylatexenc's own formatters take their arguments for granted.
        return None
    finally:
        walker.let_go()


class _Walker(LatexWalker):  # type: ignore[misc]  # pylatexenc has no types
    """Keeps nothing of those who call it.

    The parser has a variable for the exception that ended it, whose traceback has the frame of
    that variable, and by it all callers: a library being imported, while no garbage is looked for.
    """

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - passed on
        self._ends: list[LatexWalkerEndOfStream] = []
        super().__init__(*args, **options)

    def get_token(self, *args: Any, **options: Any) -> LatexToken:  # noqa: ANN401 - passed on
        try:
            return super().get_token(*args, **options)
        except LatexWalkerEndOfStream as end:
            self._ends.append(end)
            raise

    def let_go(self) -> None:
        for end in self._ends:
            end.__traceback__ = None
        self._ends.clear()


def convert_maths(source: str) -> str | None:
    """The same for the inside of `$…$`."""
    text = convert(f"${_SCRIPT_MACRO.sub(_SCRIPT_GROUP, source)}$")
    if text is None:
        return None
    return _RELATION.sub(_spaced, _AFTER_OPENING.sub("", " ".join(text.split())))


def _spaced(relation: re.Match[str]) -> str:
    """A blank on one side of a relation asks for one on the other."""
    return f" {relation.group().strip()} "


def arguments(name: str) -> str | None:
    """The arguments of a macro as pylatexenc spells them, None for an unknown macro."""
    if name in NOT_TEXT or _writer_db().get_macro_spec(name) is _unknown():
        return None
    spec = _parser_db().get_macro_spec(name)
    return spec.args_parser.argspec if spec else ""


@cache
def _unknown() -> MacroTextSpec:
    return MacroTextSpec("", simplify_repl=_verbatim)


def _verbatim(node: LatexMacroNode) -> str:
    return f"\\{node.macroname}"


@cache
def _parser_db() -> LatexContextDb:
    known = get_default_parser_db()
    macros = [
        MacroSpec(name, args_parser=MacroStandardArgsParser(spec))
        for name, spec in ARGUMENTS.items()
    ]
    scripts = [SpecialsSpec(sign, args_parser=MacroStandardArgsParser("{")) for sign in "^_"]
    known.add_context_category("reader", macros=macros, specials=scripts, prepend=True)
    return known


@cache
def _writer_db() -> LatexContextDb:
    known = get_default_latex_context_db().filter_context(exclude_categories=["latex-placeholders"])
    written: dict[str, str | Callable[..., str]] = dict(SYMBOLS)
    written |= dict.fromkeys(SHOWN, _last_argument)
    written |= dict.fromkeys(ACCENTS, _accent) | dict.fromkeys(FRACTIONS, _fraction)
    written |= {"sqrt": _root, "textsuperscript": _raised, "textsubscript": _lowered}
    macros = [MacroTextSpec(name, simplify_repl=shown) for name, shown in written.items()]
    scripts = [SpecialsTextSpec(sign, simplify_repl=_script) for sign in "^_"]
    known.add_context_category("reader", macros=macros, specials=scripts, prepend=True)
    known.set_unknown_macro_spec(_unknown())
    return known


@cache
def _writer() -> LatexNodes2Text:
    return LatexNodes2Text(
        latex_context=_writer_db(), math_mode="text", strict_latex_spaces=_SPACES
    )


# pylatexenc hands itself over to what has a parameter of this name: l2tobj.
def _last_argument(node: LatexMacroNode, l2tobj: LatexNodes2Text) -> str:
    return str(l2tobj.node_arg_to_text(node, len(node.nodeargd.argnlist) - 1))


def _accent(node: LatexMacroNode, l2tobj: LatexNodes2Text) -> str:
    return accented(_last_argument(node, l2tobj), ACCENTS[node.macroname])


def _fraction(node: LatexMacroNode, l2tobj: LatexNodes2Text) -> str:
    return fraction(l2tobj.node_arg_to_text(node, 0), l2tobj.node_arg_to_text(node, 1))


def _root(node: LatexMacroNode, l2tobj: LatexNodes2Text) -> str:
    degree = node.nodeargd.argnlist[0]
    return root(_last_argument(node, l2tobj), l2tobj.node_arg_to_text(node, 0) if degree else "")


def _raised(node: LatexMacroNode, l2tobj: LatexNodes2Text) -> str:
    return script("^", _last_argument(node, l2tobj))


def _lowered(node: LatexMacroNode, l2tobj: LatexNodes2Text) -> str:
    return script("_", _last_argument(node, l2tobj))


def _script(node: LatexSpecialsNode, l2tobj: LatexNodes2Text) -> str:
    if not node.parsing_state.in_math_mode:
        return str(node.latex_verbatim())
    return script(node.specials_chars, _last_argument(node, l2tobj))
