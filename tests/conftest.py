"""One hypothesis profile for all tests: the same examples on every machine and every run."""

import os

import pytest

# LibreOffice's module uno turns every failing import into another error, which tqdm's optional
# imports do not expect; so tqdm is imported before any test can import uno.
import tqdm  # noqa: F401
from hypothesis import HealthCheck, settings

settings.register_profile(
    "customer_chain",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("customer_chain")


def pytest_collection_modifyitems(items):
    """The end-to-end tests are the slowest, so they come last."""
    items.sort(key=lambda item: "end_to_end" in str(item.path))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Where CI says so, a test that would skip fails: everything it needs was installed."""
    report = yield
    if report.skipped and os.environ.get("CUSTOMER_CHAIN_NO_SKIP"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and in CI no test may: {report.longrepr}"
    return report
