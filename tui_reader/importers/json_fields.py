"""Fields of one JSON object, taken only where they have the type they should have."""

import math
import re
from datetime import date
from typing import Any

SURROGATE = re.compile(r"[\ud800-\udfff]")
DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class Fields:
    """Reads fields of an object; what is of a wrong type is left out and told in `problems`."""

    def __init__(self, value: dict[str, Any]) -> None:
        self.value = value
        self.problems: list[str] = []

    def wrong(self, name: str, expected: str) -> None:
        self.problems.append(f"{name} left out: not {expected}")

    def text(self, name: str) -> str:
        value = self.value.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.wrong(name, "a text")
            return ""
        return self._sound(name, value).strip()

    def texts(self, name: str) -> tuple[str, ...]:
        value = self.value.get(name)
        if not value and value in (None, "", []):
            return ()
        if not isinstance(value, list):
            self.wrong(name, "a list of texts")
            return ()
        found = [self._sound(name, v).strip() for v in value if isinstance(v, str)]
        if len(found) < len(value):
            self.wrong(f"part of {name}", "a text")
        return tuple(filter(None, found))

    def flag(self, name: str) -> bool:
        value = self.value.get(name)
        if value is None or isinstance(value, bool):
            return bool(value)
        self.wrong(name, "true or false")
        return False

    def number(self, name: str) -> float | None:
        value = self.value.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            self.wrong(name, "a number")
            return None
        if not math.isfinite(value):
            self.wrong(name, "a finite number")
            return None
        return float(value)

    def share(self, name: str, default: float) -> float:
        value = self.number(name)
        if value is None:
            return default
        if not 0 <= value <= 1:
            self.wrong(name, "between 0 and 1")
            return default
        return value

    def mapping(self, name: str) -> dict[str, str]:
        value = self.value.get(name)
        if not value and value in (None, "", [], {}):
            return {}
        if not isinstance(value, dict):
            self.wrong(name, "an object of texts")
            return {}
        found = {
            self._sound(name, k): self._sound(name, v).strip()
            for k, v in value.items()
            if isinstance(v, str) and v.strip()
        }
        if len(found) < len(value):
            self.wrong(f"part of {name}", "a text")
        return found

    def day(self, name: str) -> str:
        """ISO day, month or year as it stands."""
        text = self.text(name)
        if not text:
            return ""
        match = DAY.fullmatch(text)
        if match is None:
            self.wrong(name, "a day like 2024-10-31")
            return ""
        year, month, day = match.groups()
        try:
            date(int(year), int(month or 1), int(day or 1))
        except ValueError:
            self.wrong(name, f"a day there is ({text})")
            return ""
        return text

    def _sound(self, name: str, text: str) -> str:
        if text.isascii() or not SURROGATE.search(text):
            return text
        self.problems.append(f"{name}: half characters (lone surrogates) marked \ufffd")
        return SURROGATE.sub("\ufffd", text)
