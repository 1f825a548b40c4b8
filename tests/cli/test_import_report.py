from tui_reader.cli.import_report import ignored_line, records_told


def test_the_fields_left_out_are_counted_in_one_short_line() -> None:
    line = ignored_line("x.json", {f"field {i:03} " + "x" * 500: 1 for i in range(300)})
    assert len(line) < 1200
    assert line.startswith("x.json: fields that are no facts")
    assert line.endswith("and 280 other fields")


def test_one_record_is_no_records() -> None:
    assert [records_told(count) for count in (0, 1, 2)] == ["0 records", "1 record", "2 records"]
