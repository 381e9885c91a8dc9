"""The sheet Checks: a row for each check, the data they share below, verdicts as named cells.

Formulas are written with the answers they must have, so that a reader without the add-in sees
answers and not blanks; Excel computes them anew. Proved in tests/xl_addin/build/test_checks.py.
"""

from __future__ import annotations

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range, xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from udfs.texts import text
from xl_addin import checks as declared
from xl_addin.build import layout, page, palette
from xl_addin.build.palette import Formats
from xl_addin.build.sheet import write_value
from xl_addin.checks import Block, Check

_INPUTS = 6
_WHAT, _FUNCTION, _FIRST_INPUT = 1, 2, 3
_RESULT = _FIRST_INPUT + _INPUTS
_EXPECTED, _ALSO, _VERDICT = _RESULT + 1, _RESULT + 2, _RESULT + 3
_WIDTHS = (3, 44, 26, *(16,) * _INPUTS, 40, 40, 40, 12)
_TITLE, _HOW, _ALL, _HEADER, _FIRST = 1, 2, 3, 5, 6


def write_checks(sheet: Worksheet, lang: str, formats: Formats, book: Workbook) -> None:
    """Fill the sheet and define its names: test_... and result_... for each check, test_all."""
    found = declared.checks(lang)
    _set_up(sheet, lang)
    _heading(sheet, lang, formats)
    places = _data(sheet, _FIRST + len(found) + 2, lang, formats)
    for row, check in enumerate(found, start=_FIRST):
        references = _inputs(sheet, row, check, places, lang, formats)
        _answers(sheet, row, check, references, lang, formats)
        _name(book, sheet, declared.RESULT + check.name, row, _RESULT)
        _name(book, sheet, declared.TEST + check.name, row, _VERDICT)
    _verdict_on_all(sheet, len(found), lang, formats)
    _name(book, sheet, declared.ALL, _ALL, _FUNCTION)


def _set_up(sheet: Worksheet, lang: str) -> None:
    page.set_up_view(sheet, "guide")  # the colour of the sheets without a table
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(_FIRST, _FUNCTION + 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEADER)
    page.set_footer(sheet, lang)
    # A text that looks like a number is what some checks are about.
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def _heading(sheet: Worksheet, lang: str, formats: Formats) -> None:
    sheet.set_row_pixels(_TITLE, 44)
    big = formats.get(font_size=20, bold=True, font_color=palette.TEAL)
    sheet.write_string(_TITLE, _WHAT, text("checks.title", lang), big)
    muted = formats.get(font_color=palette.MUTED)
    sheet.write_string(_HOW, _WHAT, text("checks.how", lang), muted)
    titles = ["what", "function", *["input"] * _INPUTS, "result", "expected", "also", "verdict"]
    sheet.set_row_pixels(_HEADER, 32)
    for column, name in enumerate(titles, start=_WHAT):
        caption = text(f"checks.{name}", lang, n=column - _FIRST_INPUT + 1)
        sheet.write_string(_HEADER, column, caption, formats.header("addin"))


def _data(
    sheet: Worksheet, row: int, lang: str, formats: Formats
) -> dict[str, tuple[int, int, int, int]]:
    """Write the blocks one below the other from `row` on; where the cells of each are."""
    heading = formats.get(bold=True, font_color=palette.TEAL, font_size=12)
    sheet.write_string(row, _WHAT, text("checks.data", lang), heading)
    places = {}
    for name, cells in declared.blocks(lang).items():
        title = text(f"checks.block.{name}", lang)
        sheet.write_string(row, _FUNCTION, title, formats.get(bold=True, indent=1))
        for number, values in enumerate(cells, start=row):
            for column, value in enumerate(values, start=_FIRST_INPUT):
                write_value(sheet, number, column, value, _cell(value, formats))
        last = _FIRST_INPUT + len(cells[0]) - 1
        places[name] = (row, _FIRST_INPUT, row + len(cells) - 1, last)
        row += len(cells) + 1
    return places


def _cell(value: Any, formats: Formats, **special: Any) -> Format:
    """The format of a cell by what it holds."""
    common: dict[str, Any] = {"bottom": 1, "bottom_color": palette.LINE}
    common |= {"align": "left", "indent": 1}
    if hasattr(value, "year"):
        common["num_format"] = palette.NUMBER_FORMATS["date"]
    elif isinstance(value, str) and value:
        common["num_format"] = palette.NUMBER_FORMATS["literal"]
    return formats.get(**common | special)


def _inputs(
    sheet: Worksheet,
    row: int,
    check: Check,
    places: dict[str, tuple[int, int, int, int]],
    lang: str,
    formats: Formats,
) -> tuple[str, ...]:
    """Write the arguments into their cells; the references to them for the formula."""
    references = []
    arguments = (*check.arguments, *[""] * (_INPUTS - len(check.arguments)))
    for column, argument in enumerate(arguments, start=_FIRST_INPUT):
        references.append("" if argument is None else xl_rowcol_to_cell(row, column))
        if isinstance(argument, Block):
            references[-1] = _range(argument, places)
            said = text("checks.below", lang, block=_block_words(argument, lang))
            style = _cell("", formats, font_color=palette.MUTED, text_wrap=True)
            sheet.write_string(row, column, said, style)
        elif argument == "#N/A":
            sheet.write_formula(row, column, "=NA()", _cell("", formats), "#N/A")
        else:
            value = None if argument == "" else argument
            write_value(sheet, row, column, value, _cell(argument, formats))
    return tuple(references[: len(check.arguments)])


def _range(block: Block, places: dict[str, tuple[int, int, int, int]]) -> str:
    top, left, bottom, right = places[block.name]
    if block.column is not None:
        left = right = left + block.column
    return str(xl_range_abs(top, left, bottom, right))


def _block_words(block: Block, lang: str) -> str:
    if block.column is not None:
        return text(f"checks.column.{block.column}", lang)
    return text(f"checks.block.{block.name}", lang)


def _answers(
    sheet: Worksheet,
    row: int,
    check: Check,
    references: tuple[str, ...],
    lang: str,
    formats: Formats,
) -> None:
    """The formula with the answer it must have, what is expected, and the verdict."""
    wrapped = _cell(None, formats, text_wrap=True)
    words = check.sentence(lang)
    sheet.write_string(row, _WHAT, words, _cell(None, formats, text_wrap=True))
    sheet.write_string(row, _FUNCTION, check.function, _cell(None, formats))
    formula = check.formula(references)
    sheet.write_formula(row, _RESULT, formula, wrapped, check.expected)
    blank = check.kind == "blank"
    expected = text("checks.blank", lang) if blank else check.expected
    write_value(sheet, row, _EXPECTED, expected, wrapped)
    write_value(sheet, row, _ALSO, check.also, wrapped)
    verdict = _cell(None, formats, bold=True, align="center", indent=0)
    sheet.write_formula(row, _VERDICT, _verdict(check, row), verdict, True)
    lines = max(
        layout.lines_needed(words, _WIDTHS[_WHAT]),
        *(layout.lines_needed(x, _WIDTHS[_RESULT]) for x in (check.expected, check.also or "")),
    )
    sheet.set_row_pixels(row, max(layout.ROW_PIXELS, 10 + layout.LINE_PIXELS * lines))


def _verdict(check: Check, row: int) -> str:
    """A formula that is TRUE or FALSE whatever the cell with the answer holds."""
    result, expected, also = (
        xl_rowcol_to_cell(row, column) for column in (_RESULT, _EXPECTED, _ALSO)
    )
    if check.kind == "error":
        number = declared.ERROR_TYPES[check.expected]
        return f"=IF(ISERROR({result}),ERROR.TYPE({result})={number},FALSE)"
    return {
        "number": f"=IF(ISNUMBER({result}),{result}={expected},FALSE)",
        "text": f"=IF(ISTEXT({result}),"
        f"OR(EXACT({result},{expected}),EXACT({result},{also})),FALSE)",
        "blank": f'=IF(ISTEXT({result}),{result}="",FALSE)',
        # LibreOffice hands TRUE over as 1.
        "truth": f"=IF(OR(ISERROR({result}),ISTEXT({result})),FALSE,"
        f"IF({result},TRUE,FALSE)={expected})",
    }[check.kind]


def _verdict_on_all(sheet: Worksheet, count: int, lang: str, formats: Formats) -> None:
    verdicts = xl_range(_FIRST, _VERDICT, _FIRST + count - 1, _VERDICT)
    label = formats.get(bold=True, font_size=12)
    sheet.set_row_pixels(_ALL, 34)
    sheet.write_string(_ALL, _WHAT, text("checks.all", lang), label)
    style = formats.get(bold=True, font_size=12, align="center")
    formula = f"=COUNTIF({verdicts},TRUE)={count}"
    sheet.write_formula(_ALL, _FUNCTION, formula, style, True)
    for area in (verdicts, xl_rowcol_to_cell(_ALL, _FUNCTION)):
        _colour(sheet, area, formats)


def _colour(sheet: Worksheet, area: str, formats: Formats) -> None:
    """Green where a verdict is TRUE, red for FALSE and for errors."""
    first = area.split(":")[0]
    fine = formats.overlay(font_color=palette.GREEN, bg_color=palette.GREEN_MIST)
    wrong = formats.overlay(font_color=palette.RED, bg_color=palette.RED_MIST)
    for criteria, style in (
        (f"=IF(ISERROR({first}),FALSE,{first})", fine),
        (f"=IF(ISERROR({first}),TRUE,NOT({first}))", wrong),
    ):
        sheet.conditional_format(area, {"type": "formula", "criteria": criteria, "format": style})


def _name(book: Workbook, sheet: Worksheet, name: str, row: int, column: int) -> None:
    cell = xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)
    book.define_name(name, f"='{sheet.get_name()}'!{cell}")
