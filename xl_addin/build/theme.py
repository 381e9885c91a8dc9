"""The workbook's theme: charts and cells a user adds later get our typeface and colours.

Made from the theme XlsxWriter writes (ECMA-376 part 1, 20.1.6): only fonts and colours change.
"""

from __future__ import annotations

import re

from xlsxwriter.theme import THEME_XML_2007

from xl_addin.build import palette

COLOURS = {
    "dk2": palette.SLATE,
    "lt2": palette.GREY_MIST,
    "accent1": palette.TEAL,
    "accent2": palette.GOLD,
    "accent3": palette.GREEN,
    "accent4": palette.SLATE_EDGE,
    "accent5": palette.TEAL_SOFT,
    "accent6": palette.RED,
    "hlink": palette.TEAL,
    "folHlink": palette.SLATE,
}


def theme_xml() -> str:
    """The theme part; raises ValueError when XlsxWriter's has another shape than expected."""
    xml = THEME_XML_2007.replace('name="Office', 'name="Customer Chain')
    for name, colour in COLOURS.items():
        pattern = rf'(<a:{name}><a:srgbClr val=")[0-9A-F]{{6}}'
        xml = _replace(pattern, rf"\g<1>{colour[1:]}", xml, 1)
    for pattern in (
        r'(<a:latin typeface=")[^"]*',
        r'(<a:ea typeface=")',
        r'("Hans" typeface=")[^"]*',
    ):
        xml = _replace(pattern, rf"\g<1>{palette.FONT}", xml, 2)
    return xml


def _replace(pattern: str, replacement: str, xml: str, expected: int) -> str:
    changed, count = re.subn(pattern, replacement, xml)
    if count != expected:
        raise ValueError(f"{pattern} stands {count} times in the theme, not {expected}")
    return changed
