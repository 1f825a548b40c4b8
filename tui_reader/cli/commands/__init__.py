"""One file per sub-command; `cli/table.py` lists them."""
