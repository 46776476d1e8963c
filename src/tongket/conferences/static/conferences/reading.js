// Sau mỗi lần bấm, htmx thay cả cột bên phải. Mã này giữ chỗ đứng của bàn phím, và không cho gõ vào ô sắp bị thay.
const form = document.querySelector("#facts");
const BOXES = "fieldset, tr[id], details.add";
const KEYS = "input:not([type=hidden]), textarea, select, button, summary";
let stood = null;

const boxes = () => [...form.querySelectorAll(BOXES)];
const firstKey = (box) => box?.querySelector(KEYS);
const sameButton = ({ value }) => value && form.querySelector(`button[name=do][value="${CSS.escape(value)}"]`);

// Cùng nút, hay ô cùng tên; ô ấy đã xong thì ô nay đứng ở chỗ nó; hết ô thì nút tạo hội nghị.
const goOn = () => {
  const box = (stood.box && document.getElementById(stood.box)) || boxes()[stood.place];
  (sameButton(stood) || firstKey(box) || form.querySelector(".make button"))?.focus();
};

form?.addEventListener("htmx:beforeRequest", () => {
  const now = document.activeElement;
  const box = now?.closest(BOXES);
  stood = { value: now?.value ?? "", box: box?.id ?? "", place: box ? boxes().indexOf(box) : 0 };
  form.inert = true;
});
form?.addEventListener("htmx:afterRequest", () => { form.inert = false; });
form?.addEventListener("htmx:afterSettle", () => { form.inert = false; goOn(); });
