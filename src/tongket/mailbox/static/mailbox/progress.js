// Đang soạn, đang gửi đến đâu: hỏi lại mỗi 3 giây khi còn việc; xong thì tải lại trang một lần. Không có mã này thì tải lại như thường.
const band = document.getElementById("progress");
async function look() {
  const answer = await fetch(band.dataset.address, { headers: { "X-Requested-With": "fetch" } });
  if (!answer.ok) return;
  const words = (await answer.text()).trim();
  if (words === "") {
    if (document.querySelectorAll("input[name=message]:checked").length === 0) location.reload();
    return;
  }
  const page = new DOMParser().parseFromString(words, "text/html");
  band.replaceChildren(...page.body.childNodes);
  setTimeout(look, 3000);
}
if (band?.dataset.moving) setTimeout(look, 1500);
