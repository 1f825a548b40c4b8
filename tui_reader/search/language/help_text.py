"""The query language, told by examples. The examples are tested."""

from typing import NamedTuple


class Example(NamedTuple):
    query: str
    meaning: str


EXAMPLES = (
    Example("low rank", "both words, or words that begin so; also low-rank, lowrank"),
    Example('"model collapse"', "these words side by side, whole"),
    Example("scaling -survey", "without what the minus stands before"),
    Example("rag OR retrieval", "one of them; words side by side bind tighter than OR"),
    Example("(pruning OR distillation) -(vision OR video)", "groups"),
    Example("rlhf", "also titles it abbreviates; near words where hits are few"),
    Example("title:attention", "in one field; also author abstract category tag note"),
    Example('author:"yann lecun"', "a field and a phrase"),
    Example("title:(rag OR retrieval)", "a field and a group"),
    Example("tag:phd category:LG", "a tag that begins so, a category by its code or its name"),
    Example("document:arxiv", "papers that came from this document"),
    Example("status:queued", "unread queued reading skimmed read dropped"),
    Example("year:2023..2025", "from 2023 to 2025; 2023.. and ..2025 leave an end open"),
    Example("date:>2025-06", "after June 2025; also >= < <= and a day, 2025-06-14"),
    Example("date:90d", "of the last 90 days; d w m y"),
    Example("read:>2026-10", "read after October 2026"),
    Example("added:7d", "added in the last seven days"),
    Example("score:>80", "scores above 80"),
    Example("progress:<50", "less than half read"),
    Example("is:starred", "also doubtful proposed selected untitled, and any status"),
    Example("has:code has:note", "also abstract author date link score tag title doi arxiv"),
)


def query_help() -> str:
    """The examples as two columns of plain text."""
    width = max(len(example.query) for example in EXAMPLES)
    return "\n".join(f"{example.query:{width}}  {example.meaning}" for example in EXAMPLES)


QUERY_HELP = f"""\
Every word must occur: in the title, the authors, the tags, the note or the abstract. Case and
accents do not matter, and a word finds all words that begin with it. Field names ignore case.

{query_help()}

Whole words come before words that begin so, titles before authors, tags, notes and abstracts. What
is only like the words (a slip or two, initials) follows as similar, where fewer than 20 match.

Views are queries kept under a key: in the reader `F` saves the one in the search line and `f`
opens one; `tui-reader views` lists them and `tui-reader list --view KEY [QUERY]` uses one.
`list --json` adds `relevance` (the score of the search, beside the paper's own `score`),
`exact`, and `matches`: field, text as it is shown, and spans in it.
"""
