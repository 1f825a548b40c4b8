"""Names of files made from outside text."""

LONGEST_NAME = 150
SHORTENED = 140
SEPARATORS = frozenset('/\\:*?"<>|')
# Devices where they are shared with Windows, whatever follows a dot.
RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)


def safe_name(name: str) -> str:
    """One path part of at most LONGEST_NAME bytes, no leading dot or dash, no device."""
    kept = "".join(c if c.isprintable() and c not in SEPARATORS else "_" for c in name)
    kept = kept.encode("utf-8", "replace")[:LONGEST_NAME].decode("utf-8", "ignore")
    kept = kept.lstrip(".- ").rstrip(". ") or "document"
    return f"_{kept}"[:SHORTENED] if kept.split(".")[0].casefold() in RESERVED else kept
