"""Makes small PDFs, line by line, for the tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.made_pdf import pdf_of


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    """Makes a PDF of pages, each a list of lines."""
    return pdf_of
