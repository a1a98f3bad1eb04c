"""The templates and catalogues that pages are made of: whether they changed, and what is wrong in them."""

from __future__ import annotations

import traceback
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError

import generator.pages
from generator.records.problems import Problem

TEMPLATES = Path(generator.pages.__file__).parent / "templates"


def problem_of(fault: TemplateError) -> Problem:
    """The fault with its place in the template."""
    if isinstance(fault, TemplateSyntaxError):
        return Problem(_where(fault.filename or ""), fault.lineno, message=fault.message or "")
    steps = [step for step in traceback.extract_tb(fault.__traceback__) if step.filename.endswith(".j2")]
    where, line = (_where(steps[-1].filename), steps[-1].lineno or 0) if steps else (_where(""), 0)
    return Problem(where, line, message=str(fault))


def _where(name: str) -> str:
    return (Path("generator/pages/templates") / Path(name).name).as_posix()
