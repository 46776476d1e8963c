"""The command `tongket report synthesise`: the report composed into a file, or only examined."""

import argparse
import json
import sys
from pathlib import Path

from tongket.conferences.models import Conference
from tongket.core import clock
from tongket.core.findings import Finding, Level, as_json, compose
from tongket.documents.render.docx import docx_of
from tongket.synthesis.actions.composing import compose_report
from tongket.synthesis.queries.document import report_document
from tongket.synthesis.queries.draft import Examined, examined

SIGNS = {Level.BLOCKER: "!!", Level.APPROVAL: "? ", Level.ADVICE: "- "}


def synthesise(arguments: argparse.Namespace) -> int:
    """Composes the report (unless it is only checked), prints the findings; 0 fit to issue, 1 not, 2 no such thing.

    `--check` writes nothing: neither the report nor a file.
    """
    conference = Conference.objects.select_related("host__parent").filter(pk=arguments.conference).first()
    if conference is None:
        sys.stderr.write(f"Không có hội nghị số {arguments.conference}; xem `tongket conference list`.\n")
        return 2
    if not arguments.check:
        compose_report(conference=conference, by=None, now=clock.now())
    found = examined(conference)
    if arguments.docx and not arguments.check:
        try:
            Path(arguments.docx).write_bytes(docx_of(report_document(conference, by=None).document))
        except OSError as fault:
            sys.stderr.write(f"Không ghi được {arguments.docx}: {fault.strerror}.\n")
            return 2
    _print(found, as_data=arguments.as_json)
    return 1 if any(each.level is Level.BLOCKER for each in found.findings) else 0


def _print(found: Examined, *, as_data: bool) -> None:
    if as_data:
        told = {"sentences": len(found.rows), "findings": [as_json(each) for each in found.findings]}
        sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
        return
    coverage = found.material.coverage
    sys.stdout.write(f"{len(found.rows)} câu; {coverage.counted}/{coverage.expected} báo cáo của đơn vị.\n")
    for finding in found.findings:
        sys.stdout.write(_line(finding) + "\n")


def _line(finding: Finding) -> str:
    quote = f" “{finding.quote}”" if finding.quote else ""
    return f"{SIGNS[finding.level]} {compose(finding)}{quote}"
