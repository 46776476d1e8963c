// Điền báo cáo: ô nào đổi thì lưu ô ấy; hai lần lưu không chạy chồng nhau. Không có mã này, nút Lưu nháp làm cùng việc.
const form = document.getElementById("review-form");
const saved = form?.querySelector("[data-saved]");
const PAUSE = 1200;

const kept = new Map();
const changed = new Set();
let timer, isSaving = false;

function fields() {
  return [...form.elements].filter((each) => /^[qfkm]:/.test(each.name));
}

function say(words, isBad) {
  saved.textContent = words;
  saved.classList.toggle("bad", isBad);
}

async function save() {
  if (isSaving || !changed.size) return;
  isSaving = true;
  const sent = new Map([...changed].map((name) => [name, form.elements[name].value]));
  changed.clear();
  const body = new FormData();
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  for (const [name, value] of sent) {
    body.set(name, value);
    body.set(`r:${name}`, form.elements[`r:${name}`].value);
  }
  try {
    const answer = await fetch(form.dataset.draft, { method: "POST", body });
    const said = await answer.json();
    for (const [name, revision] of Object.entries(said.revisions ?? {})) {
      form.elements[`r:${name}`].value = revision;
      kept.set(name, sent.get(name));
    }
    say(said.said, !answer.ok);
  } catch {
    for (const name of sent.keys()) changed.add(name);
    say(form.dataset.offline, true);
  } finally {
    isSaving = false;
  }
  if (changed.size && !saved.classList.contains("bad")) save();
}

if (form) {
  for (const each of fields()) kept.set(each.name, each.value);
  form.addEventListener("input", (event) => {
    if (!kept.has(event.target.name)) return;
    changed.add(event.target.name);
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  window.addEventListener("beforeunload", (event) => {
    if (!form.dataset.leaving && fields().some((each) => each.value !== kept.get(each.name))) event.preventDefault();
  });
  // Ô nào máy chủ đã có thì không gửi lại, để không đụng ô mà cửa sổ khác vừa sửa.
  form.addEventListener("submit", () => {
    form.dataset.leaving = "yes";
    for (const each of fields()) if (each.value === kept.get(each.name)) each.disabled = true;
  });
  window.addEventListener("pageshow", () => { for (const each of fields()) each.disabled = false; });
}
