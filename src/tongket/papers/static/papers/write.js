// Viết và nộp tham luận: tệp thả vào được đo ngay, chữ viết được lưu nháp. Không có mã này, các nút vẫn làm được mọi việc.
const form = document.getElementById("paper-form");
const looked = document.getElementById("looked");
const zone = form?.querySelector("[data-zone]");
const file = form?.querySelector("input[type=file]");
const text = form?.querySelector("textarea[name=text]");
const saved = form?.querySelector("[data-saved]");
const PAUSE = 1500;

let asked = 0;
async function look() {
  const turn = ++asked;
  looked.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.dataset.look, { method: "POST", body: new FormData(form) });
    const words = await answer.text();
    if (turn !== asked) return;
    const page = new DOMParser().parseFromString(words, "text/html");
    looked.replaceChildren(...page.body.childNodes);
  } catch {
    if (turn === asked) looked.textContent = form.dataset.offline;
  } finally {
    looked.removeAttribute("aria-busy");
  }
}

if (zone && file) {
  const mark = (over) => zone.classList.toggle("over", over);
  zone.addEventListener("dragover", (event) => { event.preventDefault(); mark(true); });
  zone.addEventListener("dragleave", () => mark(false));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    mark(false);
    if (!event.dataTransfer.files.length) return;
    file.files = event.dataTransfer.files;
    look();
  });
  file.addEventListener("change", () => { if (file.files.length) look(); });
  for (const button of form.querySelectorAll("[data-look]")) button.addEventListener("click", (event) => { event.preventDefault(); look(); });
}

// Lưu nháp: ngừng gõ một chút thì lưu; hai lần lưu không chạy chồng nhau.
let timer, isSaving = false, isBehind = false, kept = text?.value;
async function save() {
  if (text.value === kept) return;
  if (isSaving) { isBehind = true; return; }
  isSaving = true;
  const sent = text.value;
  const body = new FormData();
  for (const name of ["csrfmiddlewaretoken", "revision"]) body.set(name, form.elements[name].value);
  body.set("text", sent);
  try {
    const answer = await fetch(form.dataset.draft, { method: "POST", body });
    const said = await answer.json();
    if (answer.ok) { kept = sent; form.elements.revision.value = said.revision; }
    saved.textContent = said.said;
    saved.classList.toggle("bad", !answer.ok);
    if (answer.status === 409) return;
  } catch {
    saved.textContent = form.dataset.offline;
    saved.classList.add("bad");
  } finally {
    isSaving = false;
  }
  if (isBehind) { isBehind = false; save(); }
}
if (text) {
  text.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(save, PAUSE); });
  window.addEventListener("beforeunload", (event) => { if (text.value !== kept && !form.dataset.leaving) event.preventDefault(); });
  form.addEventListener("submit", () => { form.dataset.leaving = "yes"; });
}
