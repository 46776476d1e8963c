"""The command `tongket document check`: works alone, without a database and without Django."""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import TextIO

from tongket.core.findings import Finding, Level, Result, as_json, compose
from tongket.documents.checks import check_file
from tongket.documents.render.values import Profile
from tongket.reading.opening import bytes_of
from tongket.reading.refusals import Unreadable

LEVEL_WORDS = {Level.BLOCKER: "Phải sửa", Level.APPROVAL: "Sai thể thức", Level.ADVICE: "Nên xem"}


def check(arguments: argparse.Namespace) -> int:
    """Prints the findings about the form of a .docx; 1 with a blocker, 2 where the file cannot be read."""
    try:
        data = bytes_of(arguments.file)
    except Unreadable as refused:
        return _refused(arguments.file, refused.finding)
    checked = check_file(data, profile=Profile(arguments.profile))
    if checked.fault:
        return _refused(arguments.file, checked.fault)
    return print_checked(checked.results, json_wanted=arguments.as_json, out=sys.stdout)


def print_checked(results: Sequence[Result], *, json_wanted: bool, out: TextIO) -> int:
    """Writes all findings and which checks passed; the exit code is 1 where a finding is a blocker, else 0."""
    findings = [finding for result in results for finding in result.findings]
    passed = [result.check for result in results if not result.findings]
    if json_wanted:
        rows = [{**as_json(finding), "source": finding.values["source"]} for finding in findings]
        json.dump({"findings": rows, "passed": passed}, out, ensure_ascii=False, indent=1)
        out.write("\n")
    else:
        for finding in findings:
            _print_finding(finding, out)
        out.write(f"{len(findings)} phát hiện; {len(passed)} trên {len(results)} điều soát đạt.\n")
    return int(any(finding.level is Level.BLOCKER for finding in findings))


def _print_finding(finding: Finding, out: TextIO) -> None:
    sentence = compose(finding)
    out.write(f"{LEVEL_WORDS[finding.level]:<13} {f'{sentence.where} {sentence.found}'.strip()}\n")
    rows = (("Cần", sentence.wanted), ("Ở chỗ", finding.quote), ("Làm gì", sentence.todo))
    for label, text in (*rows, ("Theo", str(finding.values["source"]))):
        if text:
            out.write(f"{'':<14}{label}: {text}\n")


def _refused(name: str, fault: Finding) -> int:
    """One clear line on standard error."""
    sys.stderr.write(" ".join(f"{name}: {compose(fault)}".split()) + "\n")
    return 2
