"""The ways in which text could reach a widget, found in a source."""

import ast
import builtins
from collections.abc import Callable, Container, Iterator

# What of the toolkit may be imported at all: the rules below know these and no others.
WIDGETS = {"Input", "OptionList", "Static", "TextArea"}
KNOWN = {
    "textual.widgets": WIDGETS,
    "textual.widgets.option_list": {"Option"},
    "textual.widgets.text_area": {"Edit", "EditResult"},
    "textual.content": {"Content"},
    "rich.cells": {"cell_len"},
    "rich.segment": {"Segment"},
    "rich.style": {"Style"},
}
# Make Content, or show what they are given: their texts must be literal or plain().
SHOWS = {"Content", "Static", "Option"}
NOT_SHOWN = {"id", "classes", "markup", "disabled"}
# Read markup or print whatever they are given.
FORBIDDEN = {"from_markup", "from_text", "from_ansi", "to_content", "render_str", "panic"}
FORBIDDEN |= {"assemble", "styled"}
OPTIONS = {"add_option", "add_options", "set_options"}
MARKUP_OFF = {"notify", "OptionList", "SelectionList", "Toast"}
# Attributes that Textual reads as markup or shows raw.
SHOWN_ATTRIBUTES = {
    "border_title",
    "border_subtitle",
    "tooltip",
    "placeholder",
    "sub_title",
    "content",
    "visual",
}
# Their tooltips are literals of the table of actions.
DECLARATIONS = {"Action", "Binding"}
SAFE = {"plain", "Content"}
CLEAN = {"clean", "clean_line", "cleaned"}


def faults(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom | ast.Import):
            yield from faults_of_import(node)
        elif isinstance(node, ast.Call):
            if reason := fault_of_call(node):
                yield node.lineno, reason
        elif isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
            yield from faults_of_assignment(node)
        elif isinstance(node, ast.FunctionDef):
            yield from faults_of_function(node)
        elif isinstance(node, ast.BinOp) and adds_text_to_content(node):
            yield node.lineno, "added to Content without plain()"


def faults_of_import(node: ast.ImportFrom | ast.Import) -> Iterator[tuple[int, str]]:
    module = (node.module or "") if isinstance(node, ast.ImportFrom) else ""
    for alias in node.names:
        name = module or alias.name
        if name.split(".")[0] not in {"textual", "rich"}:
            continue
        if isinstance(node, ast.Import) or alias.asname:
            yield node.lineno, f"{name} by another name than its own"
        shows = name.startswith(("rich", "textual.widgets")) or name in KNOWN
        if shows and alias.name not in KNOWN.get(name, set()):
            yield node.lineno, f"{name}.{alias.name} is not known to this test"
        if name in {"textual.markup", "textual.visual"}:
            yield node.lineno, f"{name} reads markup"


def faults_of_assignment(
    node: ast.Assign | ast.AnnAssign | ast.AugAssign,
) -> Iterator[tuple[int, str]]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    for target in targets:
        several = isinstance(target, ast.Tuple | ast.List)
        for part in target.elts if isinstance(target, ast.Tuple | ast.List) else [target]:
            if not isinstance(part, ast.Attribute):
                continue
            safe = node.value is not None and not several and is_safe(node.value)
            if part.attr in SHOWN_ATTRIBUTES and not safe:
                yield node.lineno, "shown as markup: give it plain()"
            # A field's own text, not that of a message of ours.
            clean = node.value is not None and not several and is_cleaned(node.value)
            if part.attr == "text" and name_of(part.value) != "self" and not clean:
                yield node.lineno, "shown as it is: give it clean()"


def faults_of_function(node: ast.FunctionDef) -> Iterator[tuple[int, str]]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store) and inner.id.isupper():
            yield inner.lineno, "a name in capitals is a constant of the module"
    if node.name == "render" and (node.returns is None or name_of(node.returns) != "Content"):
        yield node.lineno, "what render returns is read as markup: let it be Content"


def fault_of_call(call: ast.Call) -> str:
    name = name_of(call.func)
    if name in FORBIDDEN or (name == "exit" and has_word(call, "message")):
        return f"{name} reads markup or lets control characters through: use plain()"
    if name in MARKUP_OFF and not turns_markup_off(call):
        return f"{name} without markup=False"
    if name in {"setattr", "set_reactive"} and sets_what_is_shown(call):
        return f"{name} of what is shown as markup: give it plain()"
    if name not in DECLARATIONS and any(
        word.arg in SHOWN_ATTRIBUTES and not is_safe(word.value) for word in call.keywords
    ):
        return f"{name} shows an argument as markup: give it plain()"
    shown, is_fit = what_is_shown(call, name)
    return "" if all(map(is_fit, shown)) else f"{name} of a text that did not go through the door"


def what_is_shown(call: ast.Call, name: str) -> tuple[list[ast.expr], Callable[[ast.expr], bool]]:
    """The arguments that come to be seen, and what each of them has to be."""
    if name in SHOWS:
        return shown_arguments(call, NOT_SHOWN), is_safe
    if name == "notify":
        return shown_arguments(call, {"timeout", "markup"}), is_cleaned
    if name == "load_text":
        return call.args, is_cleaned
    if name in OPTIONS:
        return call.args, makes_option
    if name == "print":
        return call.args, lambda argument: isinstance(argument, ast.Constant)
    if (name == "update" and is_widget_call(call)) or (name == "append" and is_content(call)):
        return shown_arguments(call), is_safe
    return [], is_safe


def shown_arguments(call: ast.Call, besides: Container[str] = ()) -> list[ast.expr]:
    return [*call.args, *(word.value for word in call.keywords if word.arg not in besides)]


def has_word(call: ast.Call, name: str) -> bool:
    return any(word.arg == name for word in call.keywords)


def sets_what_is_shown(call: ast.Call) -> bool:
    named = {n.value for n in ast.walk(call) if isinstance(n, ast.Constant)}
    named |= {n.attr for n in ast.walk(call) if isinstance(n, ast.Attribute)}
    return bool(named & SHOWN_ATTRIBUTES) and not is_safe(call.args[-1])


def name_of(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def turns_markup_off(call: ast.Call) -> bool:
    return any(
        word.arg == "markup" and isinstance(word.value, ast.Constant) and word.value.value is False
        for word in call.keywords
    )


def is_widget_call(call: ast.Call) -> bool:
    """`query_one(Static).update(…)`, `self.body.update(…)`: not the update of a mapping."""
    arguments = shown_arguments(call)
    return len(arguments) == 1 and not isinstance(arguments[0], ast.Dict | ast.GeneratorExp)


def is_safe(value: ast.expr) -> bool:
    """Written in the source, or through the door, or put together of such parts."""
    if isinstance(value, ast.Constant):
        return True
    if isinstance(value, ast.Call):
        if name_of(value.func) == "plain":
            return True
        if name_of(value.func) == "Content":
            return all(map(is_safe, shown_arguments(value)))
        return is_content(value) and all(map(is_safe_part, shown_arguments(value)))
    if isinstance(value, ast.BinOp):
        return is_safe(value.left) and is_safe(value.right)
    if isinstance(value, ast.IfExp):
        return is_safe(value.body) and is_safe(value.orelse)
    # names in capitals are constants of the source
    return isinstance(value, ast.Name) and value.id.isupper()


def is_content(call: ast.Call) -> bool:
    """Methods of Content: plain(x).stylize(…), Content("\\n").join(…)."""
    value: ast.expr = call
    while isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute):
        value = value.func.value
    return isinstance(value, ast.Call) and name_of(value.func) in SAFE


def is_safe_part(value: ast.expr) -> bool:
    """What is joined may be a list of such parts, or what a function of ours makes of many,
    which is looked at itself."""
    if isinstance(value, ast.List | ast.Tuple):
        return all(map(is_safe, value.elts))
    if isinstance(value, ast.Call) and name_of(value.func) == "map":
        return is_ours(value.args[0])
    if isinstance(value, ast.GeneratorExp):
        made_by = value.generators[-1].iter
        return isinstance(made_by, ast.Call) and is_ours(made_by.func)
    return is_safe(value)


def adds_text_to_content(value: ast.BinOp) -> bool:
    sides = (value.left, value.right)
    return any(isinstance(side, ast.Call) and is_content(side) for side in sides) and any(
        not isinstance(side, ast.Call | ast.Name) and not is_safe(side) for side in sides
    )


def makes_option(value: ast.expr) -> bool:
    made = value.elt if isinstance(value, ast.GeneratorExp) else value
    return isinstance(made, ast.Call) and name_of(made.func) == "Option"


def is_ours(function: ast.expr) -> bool:
    return isinstance(function, ast.Name) and not hasattr(builtins, function.id)


def is_cleaned(value: ast.expr) -> bool:
    return is_safe(value) or (isinstance(value, ast.Call) and name_of(value.func) in CLEAN)


def calls_of(tree: ast.AST) -> set[str]:
    return {name_of(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
