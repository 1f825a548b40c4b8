"""Texts of `help TOPIC`."""

EXIT_CODES = """\
Exit codes
  0      done
  1      done in part, failed, or nothing found; a message says which
  2      usage, or no terminal for the reader
  3      the library is damaged, or from a newer version; nothing was changed
  4      another program holds the lock
  5      could not write; the previous version is intact
  128+n  ended by signal n
"""

FORMATS = """\
Documents that can be imported, found by what is in them, not by name (or by --format)
  cards         a web page of papers pasted as text: header, title and authors, abstract
  author-page   name and figures of an author, then cards
  abstracts     paragraphs that begin with `Abstract:`
  json, jsonl   objects with the names that `list --json` and `parse --json` print
"""

FILES = """\
Where things are
  library   --library DIR, else TUI_READER_LIBRARY, else tui-reader in the XDG data directory:
            documents/ as imported, reading.json what you made of the papers, history/, backups/
  config    --config FILE, else tui-reader/config.toml in the XDG config directory
  log       tui-reader/log/crash.log in the XDG state directory, written only if something breaks
"""
