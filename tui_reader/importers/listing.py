"""Importer of what is pasted off paper-listing pages: cards, author pages, abstract lists."""

from collections import Counter
from collections.abc import Iterator

from tui_reader.importers.abstract import LABELLED, addresses
from tui_reader.importers.author_line import names_of, take_tail
from tui_reader.importers.blocks import Block, Kind, Line, blocks_of
from tui_reader.importers.cards import CardDraft, read_card
from tui_reader.importers.document import Document, Progress, UnreadableDocument
from tui_reader.importers.evidence import doubt_problem, reconsider_all
from tui_reader.importers.furniture import OFTEN, furniture_problem
from tui_reader.importers.header import STARTS_CARD
from tui_reader.importers.profile import STARTS_PROFILE, is_heading, read_profile
from tui_reader.importers.repair import repair
from tui_reader.importers.split import Names, context_of, split, sure_names
from tui_reader.papers import Problem, Profile, Reading, Record
from tui_reader.papers.keys import keys_of, own_text

PROGRESS_EVERY = 200


class ListingImporter:
    """Every layout may occur in one document; `format` names the one that told most."""

    formats = ("cards", "author-page", "abstracts")

    def claims(self, text: str) -> bool:
        return any(sign.search(text) for sign in (STARTS_CARD, LABELLED, STARTS_PROFILE))

    def read(self, text: str, document: Document, progress: Progress) -> Reading:
        text, losses = repair(text)
        listing = _Listing(document)
        for loss in losses:
            listing.note(0, loss)
        found = blocks_of(
            text.split("\n"),
            document.as_of,
            listing.furniture,
            lambda done, total: progress(done, 2 * total),
        )
        for block in found:
            listing.take(block)
        reading = listing.reading(progress)
        return reconsider_all([reading])[0]


class _Listing:
    """One document while it is read: records where they are done, drafts where names may help."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.papers: list[Record | CardDraft] = []
        self.profiles: list[Profile] = []
        self.furniture: list[str] = []
        self.left_out: list[Line] = []
        self.problems: list[Problem] = []
        self.sure_names: list[tuple[str, ...]] = []

    def note(self, line: int, reason: str) -> None:
        self.problems.append(Problem(self.document.name, line, reason))

    def take(self, block: Block) -> None:
        if block.kind is Kind.CARD:
            self._take_card(block)
        elif block.kind is Kind.ABSTRACT:
            self._take_abstract(block)
        elif block.kind is Kind.PROFILE:
            self._take_profile(block)
        else:
            self.left_out.extend(block.lines)

    def _take_card(self, block: Block) -> None:
        draft = read_card(block)
        self.left_out.extend(draft.left_out)
        for line, reason in draft.notes:
            self.note(line, reason)
        if draft.glued:
            self.sure_names.append(sure_names(draft.glued))
            self.papers.append(draft)
        elif draft.title or draft.abstract:
            head, tail = take_tail(draft.author_line)
            authors = names_of(head)
            self.sure_names.append(authors)
            self.papers.append(self._record(draft, draft.title, authors, tail.et_al, tail.places))

    def _take_abstract(self, block: Block) -> None:
        draft = CardDraft(block.line)
        draft.take_abstract(block.lines)
        self.left_out.extend(draft.left_out)
        for line, reason in draft.notes:
            self.note(line, reason)
        if draft.abstract:
            self.papers.append(self._record(draft, "", (), False, ()))
        else:
            self.note(block.line, "no abstract after this label")

    def _take_profile(self, block: Block) -> None:
        profile, others = read_profile([text for _, text in block.lines])
        self.profiles.append(profile)
        left = set(others)
        self.left_out.extend(
            line for line in block.lines if line[1] in left and not is_heading(line[1])
        )

    def _record(
        self,
        draft: CardDraft,
        title: str,
        authors: tuple[str, ...],
        et_al: bool,
        affiliations: tuple[str, ...],
        confidence: float = 1.0,
        needs_review: bool = False,
    ) -> Record:
        header = draft.header
        text = own_text(title, authors, draft.abstract)
        key, lesser_keys = keys_of(draft.identifiers, text or f"{self.document.name}:{draft.line}")
        return Record(
            key=key,
            lesser_keys=lesser_keys,
            document=self.document.name,
            document_id=self.document.id,
            line=draft.line,
            title=title,
            authors=authors,
            et_al=et_al,
            affiliations=affiliations,
            abstract=draft.abstract,
            category=header.category,
            date=header.date,
            date_inferred=header.date_inferred,
            score=header.score,
            has_code=header.has_code,
            identifiers=draft.identifiers,
            urls=addresses(draft.abstract),
            confidence=confidence,
            needs_review=needs_review,
        )

    def _split(self, draft: CardDraft, names: Names) -> Record:
        head, tail = take_tail(draft.glued)
        found = split(head, tail.et_al, context_of(draft.abstract, names))
        record = self._record(
            draft,
            found.title,
            found.authors,
            tail.et_al,
            tail.places,
            found.confidence,
            found.needs_review,
        )
        if found.needs_review:
            self.problems.append(doubt_problem(record))
        return record

    def _finished(self, names: Names, progress: Progress) -> Iterator[Record]:
        """Every paper as a record; the second half of the work."""
        total = len(self.papers)
        for done, paper in enumerate(self.papers):
            if not done % PROGRESS_EVERY:
                progress(total + done, 2 * total)
            yield self._split(paper, names) if isinstance(paper, CardDraft) else paper

    def reading(self, progress: Progress) -> Reading:
        """All that was told; every line that was not used is named or counted."""
        names = Names()
        if any(isinstance(paper, CardDraft) for paper in self.papers):
            names.add(name for authors in self.sure_names for name in authors)
        records = tuple(self._finished(names, progress))
        if not records and not self.profiles:
            raise UnreadableDocument(self.document.name, "no papers found in it")
        self._account_for_lines()
        return Reading(
            document=self.document.name,
            format=self._format(records),
            records=records,
            problems=tuple(sorted(self.problems, key=lambda problem: problem.line)),
            profiles=tuple(self.profiles),
        )

    def _account_for_lines(self) -> None:
        often = {
            text
            for text, count in Counter(text for _, text in self.left_out).items()
            if count >= OFTEN
        }
        for line, text in self.left_out:
            if text in often:
                self.furniture.append(text)
            else:
                self.note(line, f"left out, belongs to no paper: {shortened(text)}")
        if reason := furniture_problem(self.furniture):
            self.note(0, reason)

    def _format(self, records: tuple[Record, ...]) -> str:
        if self.profiles:
            return "author-page"
        titled = sum(1 for record in records if record.title)
        return "cards" if titled * 2 >= len(records) else "abstracts"


def shortened(text: str, width: int = 80) -> str:
    return repr(text if len(text) <= width else text[: width - 1] + "…")
