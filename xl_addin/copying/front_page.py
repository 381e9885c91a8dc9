"""The first sheet of a copy: what this is, from when, for whom; in the looks of our workbook."""

from __future__ import annotations

from xl_addin.copying.selection import FrontPage
from xl_addin.copying.styles import Added
from xl_addin.copying.texts import TextTable
from xl_addin.copying.xml_writing import DECLARATION, MAIN, OFFICE

_FONT = '<name val="Microsoft YaHei"/><family val="2"/>'
_TEAL, _MUTED, _INK = "FF17616E", "FF66737F", "FF22303C"

_LEFT = '<alignment horizontal="left" vertical="center" wrapText="1" indent="{indent}"/>'


def _xf(font: int, indent: int = 0, fill: int | None = None) -> str:
    shade = "{fill}" if fill is not None else "0"
    place = _LEFT.format(indent=indent)
    return (
        f'<xf numFmtId="49" fontId="{{font{font}}}" fillId="{shade}" borderId="0" xfId="0" '
        f'applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">{place}</xf>'
    )


FORMATS = Added(
    [
        f'<font><b/><sz val="20"/><color rgb="{_TEAL}"/>{_FONT}</font>',
        f'<font><b/><sz val="10"/><color rgb="{_TEAL}"/>{_FONT}</font>',
        f'<font><sz val="10"/><color rgb="{_INK}"/>{_FONT}</font>',
        f'<font><sz val="10"/><color rgb="{_MUTED}"/>{_FONT}</font>',
    ],
    [
        '<fill><patternFill patternType="solid"><fgColor rgb="FFE2F0F1"/>'
        '<bgColor indexed="64"/></patternFill></fill>'
    ],
    [_xf(0), _xf(1, 1, 0), _xf(2, 1), _xf(3)],
)
_TITLE, _LABEL, _VALUE, _REMARK = range(4)
_WIDTH_OF_LINE = 90


def front_sheet_xml(page: FrontPage, texts: TextTable, first_format: int) -> str:
    """The worksheet part; its formats are numbered from `first_format`."""

    def cell(place: str, said: str, look: int) -> str:
        where = f'<c r="{place}" s="{first_format + look}"'
        return f'{where} t="s"><v>{texts.of_text(said)}</v></c>' if said else f"{where}/>"

    rows = [_row(2, cell("B2", page.title, _TITLE), 36)]
    number = 4
    for label, value in page.lines:
        cells = cell(f"B{number}", label, _LABEL) + cell(f"C{number}", value, _VALUE)
        rows.append(_row(number, cells, _height(value)))
        number += 1
    merged = ["B2:C2"]
    for remark in page.remarks:
        number += 1
        rows.append(_row(number, cell(f"B{number}", remark, _REMARK), _height(remark)))
        merged.append(f"B{number}:C{number}")
    return _SHEET.format(
        declaration=DECLARATION,
        main=MAIN,
        office=OFFICE,
        rows="".join(rows),
        count=len(merged),
        merged="".join(f'<mergeCell ref="{area}"/>' for area in merged),
    )


def _height(said: str) -> float:
    """Points for a text that may run over several lines; Chinese letters count double."""
    width = sum(2 if ord(letter) > 0x2E7F else 1 for letter in said)
    return 21.0 + 15.0 * (width // _WIDTH_OF_LINE)


def _row(number: int, cells: str, height: float) -> str:
    return f'<row r="{number}" ht="{height:g}" customHeight="1">{cells}</row>'


_SHEET = (
    '{declaration}<worksheet xmlns="{main}" xmlns:r="{office}"><sheetPr><tabColor rgb="FFC99A2E"/>'
    '<pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" '
    'tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="19.5" '
    'customHeight="1"/><cols><col min="1" max="1" width="3" customWidth="1"/>'
    '<col min="2" max="2" width="26" customWidth="1"/><col min="3" max="3" width="70" '
    'customWidth="1"/></cols><sheetData>{rows}</sheetData><mergeCells count="{count}">{merged}'
    '</mergeCells><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" '
    'footer="0.3"/><pageSetup paperSize="9" orientation="portrait" fitToHeight="0"/></worksheet>'
)
