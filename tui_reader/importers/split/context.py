"""What is known around a glued line: the words of its abstract, the names of its document."""

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass, field

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
BLANKS = re.compile(r"\s+")


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

    def update(self, other: "Names") -> None:
        self.given |= other.given
        self.family |= other.family
        self.whole |= other.whole


@dataclass(frozen=True, slots=True)
class Context:
    """`words` of the abstract as written, `folded` the same in lower case.

    `lower` are those the abstract writes in lower case, and so no names there;
    `titles` folded words of titles told elsewhere.
    """

    words: frozenset[str]
    folded: frozenset[str]
    lower: frozenset[str]
    names: Names
    titles: Set[str] = frozenset()


def context_of(abstract: str, names: Names, titles: Set[str] = frozenset()) -> Context:
    """The context of one glued line."""
    words = words_of(abstract)
    return Context(
        words=frozenset(words),
        folded=frozenset(word.lower() for word in words),
        lower=frozenset(word for word in words if word.islower()),
        names=names,
        titles=titles,
    )
