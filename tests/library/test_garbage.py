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


def test_it_stays_off_inside_when_a_start_turns_it_on() -> None:
    """An import may have begun before the first frame, which ends what the start put off."""
    gc.disable()
    try:
        with not_collected:
            not_collected.no_longer()
            assert not gc.isenabled()
        assert gc.isenabled()
        gc.disable()
        not_collected.no_longer()
        assert gc.isenabled()
    finally:
        gc.enable()
