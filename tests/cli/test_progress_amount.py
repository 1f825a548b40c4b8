"""What `progress` understands."""

import pytest

from tui_reader.cli.commands.progress import Amount, amount_of
from tui_reader.cli.errors import UsageError


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0", Amount(0)),
        ("40", Amount(40)),
        ("40%", Amount(40)),
        ("100", Amount(100)),
        ("12/38", Amount(31)),
        ("199/200", Amount(99)),
        ("38/38", Amount(100)),
        ("+10", Amount(10, relative=True)),
        ("-10", Amount(-10, relative=True)),
    ],
)
def test_amounts(text: str, amount: Amount) -> None:
    assert amount_of(text) == amount


@pytest.mark.parametrize(
    "text", ["", "x", "101", "39/38", "0/0", "1/", "4.5", "１０", "1e3", "--1"]
)
def test_what_is_no_amount(text: str) -> None:
    with pytest.raises(UsageError, match=r"\S"):
        amount_of(text)
