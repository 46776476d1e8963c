"""One paper in the volume: corrections of its layout by hand, with its pages beside them."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from tongket.accounts.requests import signed_in
from tongket.conferences.access import run_office_for
from tongket.conferences.here import enter
from tongket.core import clock
from tongket.documents.render.chapters import PaperChapter
from tongket.proceedings.actions.arranging import set_by_hand
from tongket.proceedings.forms import ByHandForm
from tongket.proceedings.models import ChapterSetting, Volume
from tongket.proceedings.queries.contents import contents_of, volume_of
from tongket.proceedings.queries.volume_page import print_of_manuscript
from tongket.reading.manuscript.values import Block, Paragraph


def chapter(request: HttpRequest, conference_id: int, code: str) -> HttpResponse:
    conference, rights = run_office_for(request, conference_id)
    volume = volume_of(conference)
    found = _paper(volume, code)
    own = ChapterSetting.objects.filter(volume=volume.pk, code=code).first()
    form = ByHandForm(request.POST or None, initial=_initial(own), blocks=len(found.manuscript.blocks))
    is_cleared = request.POST.get("do") == "clear"
    if request.method == "POST" and (is_cleared or form.is_valid()):
        _save(request, volume, found, {} if is_cleared else form.by_hand())
        return redirect("proceedings:volume", conference.pk)
    enter(request, conference, rights)
    context = {
        "form": form,
        "chapter": found,
        "own": own,
        "is_stale": own is not None and own.made_for != print_of_manuscript(found),
        "conference": conference,
        "blocks": [(number, block, _pictures(block)) for number, block in enumerate(found.manuscript.blocks, 1)],
    }
    return render(request, "proceedings/chapter.html", context, status=422 if form.errors else 200)


def _pictures(block: Block) -> str:
    """The numbers of the pictures in a paragraph, as the form asks for them: `1, 2`."""
    pieces = block.pieces if isinstance(block, Paragraph) else ()
    return ", ".join(str(piece.picture + 1) for piece in pieces if piece.picture is not None)


def _save(request: HttpRequest, volume: Volume, found: PaperChapter, by_hand: dict[str, Any]) -> None:
    by, made_for = signed_in(request), print_of_manuscript(found)
    set_by_hand(volume=volume, code=found.code, by_hand=by_hand, made_for=made_for, by=by, now=clock.now())
    messages.success(request, _("Đã lưu; lần đóng sau dùng cách dàn này."))


def _paper(volume: Volume, code: str) -> PaperChapter:
    """The paper of this code among what could be bound; 404 for anything else."""
    chapters = (each for part in contents_of(volume).parts for each in part.chapters)
    found = next((each for each in chapters if each.code == code), None)
    if not isinstance(found, PaperChapter):
        raise Http404
    return found


def _initial(own: ChapterSetting | None) -> dict[str, object]:
    """What is set, as a person types it: blocks and pictures are counted from 1."""
    kept = own.by_hand if own else {}
    widths = (f"{number + 1}: {width:g}" for number, width in kept.get("picture_widths_mm", ()))
    return {
        "size_pt": kept.get("size_pt"),
        "lines": kept.get("lines"),
        "breaks_before": ", ".join(str(block + 1) for block in kept.get("breaks_before", ())),
        "whole_tables": ", ".join(str(block + 1) for block in kept.get("whole_tables", ())),
        "picture_widths_mm": ", ".join(widths),
    }
