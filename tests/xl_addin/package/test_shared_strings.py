"""The items of the shared strings part, whoever asks for them."""

from xl_addin.package.shared_strings import shared_items


def test_shared_texts_come_with_all_their_marks():
    xml = b'<sst><si><t xml:space="preserve"> a</t></si><si/><si><r><rPr><b/></rPr></r></si></sst>'
    assert shared_items(xml) == [b'<t xml:space="preserve"> a</t>', b"", b"<r><rPr><b/></rPr></r>"]


def test_a_blank_item_is_counted_however_it_is_closed():
    assert shared_items(b"<sst><si /><si><t>b</t></si></sst>") == [b"", b"<t>b</t>"]


def test_items_that_do_not_end_are_not_guessed():
    assert shared_items(b"<sst><si><si><t>b</t></si></sst>") is None


def test_without_the_part_there_are_no_items():
    assert shared_items(b"") == []
