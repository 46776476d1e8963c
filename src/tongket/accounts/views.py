"""Ways in and out: password, link, code; and the page about oneself."""

from django.contrib import messages
from django.contrib.auth import authenticate, login, logout, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from tongket.accounts.actions import change_password, note_failed_try, use_link
from tongket.accounts.forms import CodeForm, NewPasswordForm, PasswordForm
from tongket.accounts.models import AccessLink
from tongket.accounts.queries import is_alive, link_by_code, link_by_token, must_wait
from tongket.accounts.requests import signed_in
from tongket.accounts.rules import SIGNS_IN
from tongket.core import clock

BACKEND = "django.contrib.auth.backends.ModelBackend"


def _source(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))


def _wanted(request: HttpRequest) -> str:
    asked = request.POST.get("next") or request.GET.get("next") or "/"
    return asked if url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()}) else "/"


def _form_page(request: HttpRequest, password: PasswordForm, code: CodeForm, status: int = 200) -> HttpResponse:
    context = {"password": password, "code": code, "next": _wanted(request)}
    return render(request, "accounts/sign_in.html", context, status=status)


@login_not_required
@never_cache
@sensitive_post_parameters("password", "code")
def sign_in(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _form_page(request, PasswordForm(prefix="p"), CodeForm(prefix="c"))
    if must_wait(_source(request), now=clock.now()):
        messages.error(request, _("Đã thử sai nhiều lần. Đợi 15 phút rồi thử lại, hoặc gọi Văn phòng để lấy mã."))
        return _form_page(request, PasswordForm(prefix="p"), CodeForm(prefix="c"), status=429)
    return _by_code(request) if "by_code" in request.POST else _by_password(request)


def _by_password(request: HttpRequest) -> HttpResponse:
    form = PasswordForm(request.POST, prefix="p")
    if form.is_valid():
        user = authenticate(request, email=form.cleaned_data["email"], password=form.cleaned_data["password"])
        if user is not None:
            login(request, user)
            return HttpResponseRedirect(_wanted(request))
        note_failed_try(source=_source(request), now=clock.now())
        form.add_error(
            "password", _("Thư điện tử hoặc mật khẩu không đúng. Gõ lại, hoặc gọi Văn phòng để lấy mã vào một lần.")
        )
    return _form_page(request, form, CodeForm(prefix="c"), status=422)


def _by_code(request: HttpRequest) -> HttpResponse:
    form = CodeForm(request.POST, prefix="c")
    if form.is_valid():
        link = link_by_code(form.cleaned_data["code"], now=clock.now())
        if link is not None and _enter(request, link):
            return HttpResponseRedirect(link.target or _wanted(request))
        note_failed_try(source=_source(request), now=clock.now())
        form.add_error("code", _("Mã này không đúng hoặc đã hết hạn. Mã có 8 chữ số; gọi Văn phòng để lấy mã mới."))
    return _form_page(request, PasswordForm(prefix="p"), form, status=422)


def _enter(request: HttpRequest, link: AccessLink) -> bool:
    user = use_link(link=link, now=clock.now())
    if user is None:
        return False
    login(request, user, backend=BACKEND)
    return True


@login_not_required
@never_cache
def enter_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Opening the address only asks; the button lets in, so that a preview made by a chat program uses nothing up."""
    link = link_by_token(token)
    if request.method == "POST" and link is not None and _enter(request, link):
        return HttpResponseRedirect(link.target or "/")
    is_open = link is not None and link.purpose in SIGNS_IN and is_alive(link, now=clock.now())
    return render(request, "accounts/link.html", {"link": link, "is_open": is_open}, status=200 if is_open else 410)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("accounts:sign_in")


@sensitive_post_parameters("password", "old")
def me(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    form = NewPasswordForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        change_password(user=user, password=typed["password"], email=typed.get("email"), by=user, now=clock.now())
        update_session_auth_hash(request, user)
        messages.success(request, _("Đã đổi mật khẩu; máy khác đang vào bằng mật khẩu cũ phải vào lại."))
        return redirect("accounts:me")
    return render(request, "accounts/me.html", {"form": form}, status=422 if form.errors else 200)
