"""While very many objects are made no garbage is looked for, nor among them later."""

import gc

from tui_reader.library.garbage import MANY, not_collected


def test_what_stays_is_not_looked_through_again() -> None:
    before = gc.get_freeze_count()
    try:
        with not_collected:
            assert not gc.isenabled()
            made = [[number] for number in range(2 * MANY)]
        assert gc.isenabled()
        assert gc.get_freeze_count() - before >= len(made)
    finally:
        gc.unfreeze()


def test_a_little_is_left_to_the_collector() -> None:
    gc.collect()
    before = gc.get_freeze_count()
    with not_collected, not_collected:
        made = [[number] for number in range(100)]
    assert gc.isenabled()
    assert gc.get_freeze_count() == before
    assert made
