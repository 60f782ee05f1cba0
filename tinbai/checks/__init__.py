"""Automatic checks: one rule a file, all of them pure, run when an article arrives and whenever it is saved.

A rule gets the article as `Checked` and the site's data, and yields what it found; it never changes the text. Rules
lie in folders by subject; `chain.py` is the table of all of them.
"""

from tinbai.checks.chain import CHECKS, Check, check, findings_of
from tinbai.checks.checked import Checked, CheckedPhoto
from tinbai.checks.found import Found

__all__ = ["CHECKS", "Check", "Checked", "CheckedPhoto", "Found", "check", "findings_of"]
