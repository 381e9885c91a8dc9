"""Formulas whose functions LibreOffice did not find are set again, and only those."""

from types import SimpleNamespace

import pytest

from xl_addin.libreoffice import resolving

TIER, SEGMENT = "CUSTOMERCHAIN.FUNCTIONS.CCTIER", "CUSTOMERCHAIN.FUNCTIONS.CCSEGMENT"


@pytest.mark.parametrize(
    ("read", "written"),
    [
        ("=cc_tier(A1;B1;5;8000)", f"={TIER}(A1;B1;5;8000)"),
        ("=IF(cc_tier (A1);CC_SEGMENT(1);2)", f"=IF({TIER} (A1);{SEGMENT}(1);2)"),
        ('="cc_tier("&cc_segment(5;5;4)', f'="cc_tier("&{SEGMENT}(5;5;4)'),
        ("='cc_tier(x'.A1+cc_segment(1;1;1)", f"='cc_tier(x'.A1+{SEGMENT}(1;1;1)"),
        ('="say ""cc_tier("" twice"', '="say ""cc_tier("" twice"'),
        ("=my_cc_tier(A1)+cc_unknown(A1)+cc_tier", "=my_cc_tier(A1)+cc_unknown(A1)+cc_tier"),
        (f"={TIER}(A1)", f"={TIER}(A1)"),
    ],
)
def test_functions_get_their_full_names(read, written):
    assert resolving.full_names(read) == written


class Area:
    """Formula cells that remember what was written to them."""

    def __init__(self, rows, written=None, top=0, left=0):
        self.rows, self.top, self.left = rows, top, left
        self.written = {} if written is None else written

    def getFormulaArray(self):  # noqa: N802
        return tuple(map(tuple, self.rows))

    def getCellRangeByPosition(self, left, top, right, bottom):  # noqa: N802
        rows = [row[left : right + 1] for row in self.rows[top : bottom + 1]]
        return Area(rows, self.written, top, left)

    def setFormulaArray(self, rows):  # noqa: N802
        self.written[self.left, self.top] = [cell for (cell,) in rows]


def page(area, protected=False):
    return SimpleNamespace(queryContentCells=lambda kind: [area], isProtected=lambda: protected)


def document(area, changed, *more):
    log = []
    return SimpleNamespace(
        Sheets=[*more, page(area)],
        log=log,
        UndoManager=SimpleNamespace(
            lock=lambda: log.append("lock"), unlock=lambda: log.append("unlock")
        ),
        lockControllers=lambda: None,
        unlockControllers=lambda: None,
        isModified=lambda: changed,
        setModified=log.append,
    )


def test_runs_of_unresolved_cells_are_written_in_blocks():
    area = Area([["=1", "=cc_tier(1)"], ["=2", "=cc_tier(2)"], ["=3", "=3"], ["=4", "=cc_tier(4)"]])
    assert resolving.resolve(document(area, False)) == 3
    assert area.written == {
        (1, 0): [f"={TIER}(1)", f"={TIER}(2)"],
        (1, 3): [f"={TIER}(4)"],
    }


@pytest.mark.parametrize("changed", [False, True])
def test_the_document_stays_as_changed_as_it_was(changed):
    paper = document(Area([["=cc_tier(1)"]]), changed)
    resolving.resolve(paper)
    assert paper.log == ["lock", "unlock", changed]


def test_a_protected_sheet_is_left_alone_and_the_others_are_resolved():
    locked, area = Area([["=cc_tier(1)"]]), Area([["=cc_tier(2)"]])
    paper = document(area, False, page(locked, protected=True))
    assert resolving.resolve(paper) == 1
    assert area.written
    assert not locked.written
