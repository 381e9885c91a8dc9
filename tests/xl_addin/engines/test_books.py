import datetime as dt

import openpyxl
import pytest

from xl_addin.engines import libreoffice


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "客户.xlsx"
    made = openpyxl.Workbook()
    made.active["A1"] = 5
    made.active["B1"] = "=A1*2"
    made.save(path)
    return path


def test_a_file_is_opened_found_and_closed(app, file):
    book = app.books.open(file)
    assert (book.name, book.fullname) == ("客户.xlsx", str(file))
    assert app.books.open(file) == book
    assert libreoffice.current_book(app) == book
    assert book.sheets[0]["B1"].value == 10
    assert libreoffice.book_of(app, book.api) == book
    book.close()
    with pytest.raises(KeyError):
        app.books["客户.xlsx"]


class Recorder:
    """The desktop, noting what it is asked to load and how."""

    def __init__(self, desktop):
        self.desktop = desktop
        self.arguments = {}

    def __getattr__(self, name):
        return getattr(self.desktop, name)

    def loadComponentFromURL(self, url, frame, flags, arguments):  # noqa: N802
        self.arguments = {argument.Name: argument.Value for argument in arguments}
        return self.desktop.loadComponentFromURL(url, frame, flags, arguments)


def test_a_file_is_opened_with_macros_switched_off(app, file, monkeypatch):
    recorder = Recorder(app.impl.desktop)
    monkeypatch.setattr(app.impl, "desktop", recorder)
    app.books.open(file).close()
    assert recorder.arguments["MacroExecutionMode"] == 0


def test_read_only_means_it(app, file):
    with app.books.open(file, read_only=True) as book:
        assert book.api.isReadonly()


def test_arguments_without_a_counterpart_are_refused(app, file):
    with pytest.raises(NotImplementedError):
        app.books.open(file, delimiter=";")


@pytest.mark.parametrize("ending", [".xlsx", ".xlsm", ".ods"])
def test_a_new_book_is_saved_and_opened_again(app, tmp_path, ending):
    path = tmp_path / f"out{ending}"
    with app.books.add() as book:
        book.sheets[0]["A1"].value = ["中文", 1.5]
        book.save(path)
        assert book.fullname == str(path)
        book.sheets[0]["A2"].value = 7
        book.save()
    with app.books.open(path) as book:
        assert book.sheets[0]["A1:B2"].value == [["中文", 1.5], [7, None]]


def test_an_unknown_kind_of_file_is_refused(book, tmp_path):
    with pytest.raises(ValueError, match=r"\.txt"):
        book.save(tmp_path / "out.txt")


def test_a_saved_file_is_one_that_others_read(app, book, tmp_path):
    book.sheets[0]["A1"].value = [["id", "amount"], ["C1", 2.5], ["C2", "=B2*2"]]
    book.save(tmp_path / "out.xlsx")
    cells = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    assert [cell.value for cell in cells[3]] == ["C2", "=B2*2"]


def test_a_pdf_is_written(book, tmp_path):
    book.sheets[0]["A1"].value = "page"
    book.to_pdf(tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


def test_books_are_counted_in_the_order_they_were_opened(app):
    books = [app.books.add() for _ in range(4)]
    books[1].close()
    books.append(app.books.add())
    del books[1]
    assert [book.name for book in app.books] == [book.name for book in books]
    for book in books:
        book.close()


def test_the_first_day_of_the_calendar_is_the_files(app, tmp_path):
    made = openpyxl.Workbook()
    made.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    made.active["A1"] = dt.datetime(2026, 11, 21)
    made.save(tmp_path / "mac.xlsx")
    with app.books.open(tmp_path / "mac.xlsx") as book:
        assert book.impl.date1904
        assert book.sheets[0]["A1"].value.date().isoformat() == "2026-11-21"
