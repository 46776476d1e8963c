"""Addresses of single copies, of the batches that make them, and of certificates on pre-printed sheets."""

from django.urls import path

from tongket.documents.views import batches, certificates, copies

ONE = "documents/<int:document_id>/"
BATCH = "documents/batches/<int:batch_id>/"
urlpatterns = [
    path(f"{ONE}copies/", copies.copies, name="copies"),
    path(f"{ONE}copies/add", copies.add, name="copies_add"),
    path(f"{ONE}copies/propose", copies.propose, name="copies_propose"),
    path(f"{ONE}copies/remove", copies.remove, name="copies_remove"),
    path(f"{ONE}copies/<int:copy_id>", copies.copy, name="copy"),
    path(f"{ONE}copies/<int:copy_id>/copy.pdf", copies.preview, name="copy_pdf"),
    path(f"{ONE}batches/start", batches.start, name="batch_start"),
    path(f"{ONE}certificates/", certificates.certificates, name="certificates"),
    path(f"{ONE}certificates/places", certificates.places, name="certificate_places"),
    path(f"{ONE}certificates/look.svg", certificates.look, name="certificate_look"),
    path(f"{ONE}certificates/sheet.pdf", certificates.sheet, name="certificate_sheet"),
    path(BATCH, batches.batch, name="batch"),
    path(f"{BATCH}stop", batches.stop, name="batch_stop"),
    path(f"{BATCH}go-on", batches.go_on, name="batch_go_on"),
    path(f"{BATCH}print.pdf", batches.printed, name="batch_printed"),
    path(f"{BATCH}copies.zip", batches.zipped, name="batch_zipped"),
]
