"""Customer chain core: pure functions from orders to scores, segments, tiers and churn flags.

    from udfs import rfm_table, rfm_scores, segments, tiers, churn_flags

No file, no clock, no spreadsheet, no global state. Names are looked up when they are first
used, so that `import udfs` costs nothing. Proved in tests/udfs/test_public_names.py.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from udfs.churn import churn_flags as churn_flags
    from udfs.churn import edate as edate
    from udfs.errors import BadRule as BadRule
    from udfs.errors import BadValue as BadValue
    from udfs.errors import CustomerChainError as CustomerChainError
    from udfs.errors import NotComputable as NotComputable
    from udfs.errors import NotFound as NotFound
    from udfs.explain import explain_customer as explain_customer
    from udfs.explain import why as why
    from udfs.orders import OrderLog as OrderLog
    from udfs.orders import read_orders as read_orders
    from udfs.rfm import RfmCuts as RfmCuts
    from udfs.rfm import rfm_cuts as rfm_cuts
    from udfs.rfm import rfm_scores as rfm_scores
    from udfs.rfm import rfm_table as rfm_table
    from udfs.segments import SegmentRule as SegmentRule
    from udfs.segments import default_segment_rules as default_segment_rules
    from udfs.segments import segments as segments
    from udfs.tiers import TierCuts as TierCuts
    from udfs.tiers import TierRule as TierRule
    from udfs.tiers import default_tier_rules as default_tier_rules
    from udfs.tiers import tier_cuts as tier_cuts
    from udfs.tiers import tiers as tiers

_HOMES = {
    "BadRule": "errors",
    "BadValue": "errors",
    "CustomerChainError": "errors",
    "NotComputable": "errors",
    "NotFound": "errors",
    "OrderLog": "orders",
    "RfmCuts": "rfm",
    "SegmentRule": "segments",
    "TierCuts": "tiers",
    "TierRule": "tiers",
    "churn_flags": "churn",
    "default_segment_rules": "segments",
    "default_tier_rules": "tiers",
    "edate": "churn",
    "explain_customer": "explain",
    "read_orders": "orders",
    "rfm_cuts": "rfm",
    "rfm_scores": "rfm",
    "rfm_table": "rfm",
    "segments": "segments",
    "tier_cuts": "tiers",
    "tiers": "tiers",
    "why": "explain",
}

__all__ = sorted(_HOMES)


class _Package(ModuleType):
    """The package, where `segments` and `tiers` are functions although modules bear those names.

    Importing a submodule binds it to its package; without this, `from udfs import segments`
    would give the function or the module depending on what was imported before.
    """

    def __setattr__(self, name: str, value: Any) -> None:
        if not (isinstance(value, ModuleType) and name in _HOMES):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
