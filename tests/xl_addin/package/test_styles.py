"""Which styles show dates, and one more where none does."""

import pytest

from xl_addin.package.styles import SHORT_DATE, Styles

XML = (
    b'<styleSheet><numFmts count="3">'
    b'<numFmt numFmtId="164" formatCode="yyyy&quot;\xe5\xb9\xb4&quot;m"/>'
    b'<numFmt numFmtId="165" formatCode="&quot;days&quot; 0"/>'
    b'<numFmt formatCode="[Red]#,##0" numFmtId="166"/></numFmts>'
    b'<cellXfs count="5"><xf numFmtId="0" fontId="1"/><xf numFmtId="14" fontId="0"/>'
    b'<xf numFmtId="164"/><xf numFmtId="165"><alignment wrapText="1"/></xf>'
    b'<xf numFmtId="166" applyNumberFormat="1"/></cellXfs></styleSheet>'
)


@pytest.mark.parametrize(
    ("style", "is_date"), [(0, False), (1, True), (2, True), (3, False), (4, False), (99, False)]
)
def test_date_styles_are_told_from_numbers(style, is_date):
    assert Styles(XML).shows_date(style) is is_date


def test_a_date_style_is_added_once_and_keeps_the_rest_of_the_look():
    styles = Styles(XML)
    new = styles.with_number_format(3, SHORT_DATE)
    assert new == 5
    assert styles.with_number_format(3, SHORT_DATE) == 5
    assert b'<cellXfs count="6">' in styles.xml
    assert (
        b'numFmtId="14" applyNumberFormat="1"><alignment wrapText="1"/></xf></cellXfs>'
        in styles.xml
    )
    assert styles.shows_date(new)
    assert styles.changed


def test_styles_that_are_only_read_do_not_change():
    styles = Styles(XML)
    styles.shows_date(1)
    assert styles.xml == XML
    assert not styles.changed
