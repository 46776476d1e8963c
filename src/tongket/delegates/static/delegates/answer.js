// “Thêm người” thêm dòng ngay trên trang; chọn tên có trong danh bạ thì chức vụ chưa ai sửa điền theo. Không có mã này, nút gửi trang và máy chủ thêm dòng.
const lines = document.getElementById("lines");
const total = document.getElementById("id_p-TOTAL_FORMS");
const most = Number(document.getElementById("id_p-MAX_NUM_FORMS").value);

document.getElementById("add-line").addEventListener("click", (press) => {
  const number = Number(total.value);
  if (number >= most) return;
  press.preventDefault();
  const html = document.getElementById("empty-line").innerHTML;
  lines.insertAdjacentHTML("beforeend", html.replaceAll("__prefix__", number).replaceAll("__n__", number + 1));
  total.value = number + 1;
  lines.lastElementChild.querySelector("input[type=text]").focus();
});

lines.addEventListener("change", ({ target }) => {
  if (!target.name.endsWith("-name")) return;
  const post = document.getElementById(target.id.replace(/name$/, "post"));
  const known = [...document.querySelectorAll("#known option")].find((each) => each.value === target.value);
  if (known && post.value === post.defaultValue) post.value = known.dataset.post;
});
