import openpyxl

from examples import libreoffice_engine


def test_the_example_runs_and_saves_what_it_calculated(app, tmp_path):
    try:
        answer = libreoffice_engine.main(["--out", str(tmp_path / "out.xlsx")])
    finally:
        app.activate()
    assert answer == {"Li": 207.92, "Wang": 90.4}
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx", data_only=True)["Orders"]
    assert list(sheet.tables) == ["Orders"]
    assert round(sheet["D2"].value, 2) == 135.6
