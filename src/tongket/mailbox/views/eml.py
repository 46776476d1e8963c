"""Messages as .eml files, for a mail program to send: one, or a .zip of those that are ticked or shown."""

import io
import zipfile

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tongket.accounts.models import User
from tongket.accounts.requests import signed_in
from tongket.conferences.access import run_office_for
from tongket.core import clock
from tongket.core.text import row_key
from tongket.mailbox.access import run_message_for
from tongket.mailbox.actions.links import NoAddress, remember_site, with_link
from tongket.mailbox.codes import code_of_message
from tongket.mailbox.composing import Files, Undeliverable, outgoing_of
from tongket.mailbox.mime import to_bytes
from tongket.mailbox.models import Message
from tongket.mailbox.queries.outbox import matching, wanted_of
from tongket.mailbox.settings_store import smtp_account

# One file is made while the person waits; more would keep the page from answering.
MOST = 500


@require_POST
def one(request: HttpRequest, message_id: int) -> HttpResponse:
    found, _rights = run_message_for(request, message_id)
    remember_site(request.build_absolute_uri("/").rstrip("/"))
    try:
        data = eml_of(found, Files(), by=signed_in(request))
    except Undeliverable as fault:
        messages.error(request, str(fault))
        return redirect("mailbox:message", found.pk)
    return _file(data, f"{code_of_message(found.pk)}.eml", "message/rfc822")


@require_POST
def many(request: HttpRequest, conference_id: int) -> HttpResponse:
    """The ticked messages, or the first 500 of those that are shown."""
    conference, _rights = run_office_for(request, conference_id)
    remember_site(request.build_absolute_uri("/").rstrip("/"))
    keys = [key for key in map(row_key, request.POST.getlist("message")) if key is not None]
    found = matching(conference, wanted_of(request.POST.dict()))
    chosen = found.filter(pk__in=keys) if keys else found
    rows = chosen.select_related("conference__host", "unit", "document", "copy", "recipient__unit")
    rows = rows.prefetch_related("deliveries", "duties", "attachments__file")
    packed, faults = _zip(list(rows[:MOST]), by=signed_in(request))
    if not packed:
        messages.error(request, faults[0] if faults else _("Không có thư nào để tải."))
        return redirect("mailbox:outbox", conference.pk)
    return _file(packed, "thu.zip", "application/zip")


def _zip(rows: list[Message], *, by: User) -> tuple[bytes, list[str]]:
    """The messages as one file with a list of those that could not be made; nothing where none could."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        faults = _packed(archive, rows, by=by)
        if faults and len(faults) < len(rows):
            archive.writestr("khong-lam-duoc.txt", "\n".join(faults))
    return (target.getvalue() if len(faults) < len(rows) else b""), faults


def _packed(archive: zipfile.ZipFile, rows: list[Message], *, by: User) -> list[str]:
    """Puts each message into `archive`; says which could not be made, and why."""
    files, faults = Files(), list[str]()
    for row in rows:
        code = code_of_message(row.pk)
        data, fault = _tried(row, files, by=by)
        if data:
            archive.writestr(f"{code}.eml", data)
        else:
            faults.append(f"{code}: {fault}")
    return faults


def _tried(row: Message, files: Files, *, by: User) -> tuple[bytes, str]:
    try:
        return eml_of(row, files, by=by), ""
    except Undeliverable as fault:
        return b"", str(fault)


def eml_of(message: Message, files: Files, *, by: User) -> bytes:
    """The message as a mail program opens it, ready to send (`X-Unsent`); raises Undeliverable."""
    account = smtp_account()
    sender = account.sender if account else message.conference.host.email
    try:
        body = with_link(message, message.body, by=by, now=clock.now())
    except NoAddress:
        body = message.body
    attached = files.of(message)
    reply_to = account.reply_to if account else ""
    outgoing = outgoing_of(message, sender=sender, reply_to=reply_to, body=body, attached=attached, at=clock.now())
    return b"X-Unsent: 1\r\n" + to_bytes(outgoing)


def _file(data: bytes, name: str, kind: str) -> HttpResponse:
    disposition = content_disposition_header(as_attachment=True, filename=name) or ""
    headers = {"Content-Disposition": disposition, "X-Content-Type-Options": "nosniff"}
    return HttpResponse(data, content_type=kind, headers=headers)
