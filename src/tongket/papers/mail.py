"""What comes by mail for papers and remarks is the next version, never in place of one that was accepted."""

from pathlib import PurePath

from tongket.conferences.actions.duties import DutyMoved
from tongket.conferences.models import Evidence
from tongket.conferences.rules import Channel, DutyKind, DutyState
from tongket.core.models import Event, StoredFile
from tongket.mailbox.handlers import Filing, Handler, register_handler
from tongket.papers.actions.remarks import Words, prepare_remark
from tongket.papers.actions.submitting import Came, file_version
from tongket.papers.models import Remark
from tongket.papers.queries.papers import paper_of

READABLE = (".docx", ".pdf", ".doc", ".odt", ".rtf", ".txt", ".md")


def main_first(files: tuple[StoredFile, ...]) -> list[StoredFile]:
    """The files with the first readable document in front; the others keep their order."""
    main = next((file for file in files if file.name.lower().endswith(READABLE)), files[0])
    return [main, *(file for file in files if file != main)]


def file_paper(filing: Filing) -> tuple[Evidence, Event]:
    """Keeps what came as the next version, to be measured by a job; raises DutyMoved."""
    came = Came(Channel.EMAIL, filing.received_at, filing.note)
    files = main_first(filing.files)
    version, event = file_version(
        paper=paper_of(filing.duty), kept_files=files, came=came, by=filing.by, now=filing.now
    )
    return version.evidence, event


def file_remark(filing: Filing) -> tuple[Evidence, Event]:
    """Keeps the file with what the unit said before; who speaks and on what is filled in by a person where it is new.

    Raises DutyMoved.
    """
    if filing.duty.state == DutyState.ACCEPTED:
        raise DutyMoved("accepted")
    main, *others = main_first(filing.files)
    kept = Remark.objects.filter(duty=filing.duty).first()
    words = Words(
        speaker_name=kept.speaker_name if kept else "",
        speaker_post=kept.speaker_post if kept else "",
        subject=kept.subject if kept else PurePath(main.name).stem,
        minutes=kept.minutes if kept else None,
        text=kept.text if kept else "",
        file=main,
        others=tuple(others),
    )
    _remark, event = prepare_remark(
        duty=filing.duty,
        words=words,
        revision=kept.revision if kept else 0,
        channel=Channel.EMAIL,
        received_at=filing.received_at,
        by=filing.by,
        now=filing.now,
    )
    return Evidence.objects.get(pk=event.changes["evidence"]), event


def register() -> None:
    """Lets this room take what comes by mail for its kinds of duty."""
    register_handler(DutyKind.PAPER, Handler(file_paper))
    register_handler(DutyKind.REMARKS, Handler(file_remark))
