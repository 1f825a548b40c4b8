"""What is known around a glued line: the words of its abstract, the names of its document."""

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass, field, replace

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
ENDINGS = ("s", "es", "ed", "d", "ing", "er", "ers", "al", "ly", "ion", "ions", "ity", "y", "ies")
SHORTEST_STEM = 3
SHORTEST_JOINED = 5
LONGEST_TITLE = 1000
LONGEST_ABSTRACT = 50_000


def words_of(text: str) -> set[str]:
    """Words of a text as they are written, hyphenated ones in their parts."""
    return set(WORD.findall(text))


@dataclass(slots=True)
class Names:
    """Names read without a guess: first words, other words and whole names."""

    given: set[str] = field(default_factory=set)
    family: set[str] = field(default_factory=set)
    whole: set[str] = field(default_factory=set)

    def add(self, names: Iterable[str]) -> None:
        for name in names:
            first, *others = name.split() or [""]
            self.whole.add(name)
            self.given.add(first)
            self.family.update(others)

    def knows(self, word: str) -> bool:
        return word in self.given or word in self.family


@dataclass(frozen=True, slots=True)
class Context:
    """`words` are those of the abstract as written; `folded` the same in lower case, with
    those of the title's safe beginning; `compact` the abstract's letters and digits in lower
    case without anything between; `titles` folded words of titles told elsewhere."""

    words: Set[str]
    folded: Set[str]
    compact: str
    names: Names
    titles: Set[str] = frozenset()

    def knows(self, word: str) -> bool:
        return word.lower() in self.folded

    def knows_joined(self, word: str) -> bool:
        """Whether the abstract writes the word, perhaps in two (`Neural ODEs`, `ResNet50`)."""
        return len(word) >= SHORTEST_JOINED and word.lower() in self.compact

    def knows_form_of(self, word: str) -> bool:
        """Whether the word is known with another ending: plural, tense, adjective."""
        word = word.lower()
        stems = [word]
        stems += [
            word[: -len(ending)]
            for ending in ENDINGS
            if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM
        ]
        known = self.folded
        return any(
            s in known or s + "s" in known or s + "e" in known or s + "ing" in known for s in stems
        )


def context_of(abstract: str, names: Names, titles: Set[str] = frozenset()) -> Context:
    """The context of one glued line."""
    in_order = WORD.findall(abstract[:LONGEST_ABSTRACT])
    words = set(in_order)
    folded = {word.lower() for word in words}
    return Context(words, folded, "".join(in_order).lower(), names, titles)


def with_title(context: Context, beginning: str) -> Context:
    """The context with the words of the part of the title that no cut touches."""
    words = {word.lower() for word in words_of(beginning[-LONGEST_TITLE:])}
    return replace(context, folded=context.folded | words)
