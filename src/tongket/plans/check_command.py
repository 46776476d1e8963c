"""What `tongket plan check` prints: the findings as JSON, or as lines for a clerk, and what passed."""

import json
from collections.abc import Sequence
from typing import TextIO

from tongket.core.findings import Finding, Level, Result, as_json, compose

LEVEL_WORDS = {Level.BLOCKER: "Phải sửa", Level.APPROVAL: "Cần người quyết", Level.ADVICE: "Nên xem"}


def print_results(results: Sequence[Result], *, json_wanted: bool, out: TextIO) -> int:
    """Writes every finding to `out`; the exit code is 1 where one of them is a blocker, else 0."""
    findings = [finding for result in results for finding in result.findings]
    if json_wanted:
        json.dump([as_json(finding) for finding in findings], out, ensure_ascii=False, indent=1)
        out.write("\n")
    else:
        for finding in findings:
            _print_finding(finding, out)
        passed = sum(not result.findings for result in results)
        out.write(f"{len(findings)} phát hiện; {passed} trên {len(results)} điều soát đạt.\n")
    return int(any(finding.level is Level.BLOCKER for finding in findings))


def _print_finding(finding: Finding, out: TextIO) -> None:
    sentence = compose(finding)
    out.write(f"{LEVEL_WORDS[finding.level]:<16} {finding.clause or '–':<10} {sentence.found}\n")
    for label, text in (("Cần", sentence.wanted), ("Làm gì", sentence.todo)):
        if text:
            out.write(f"{'':<27} {label}: {text}\n")
