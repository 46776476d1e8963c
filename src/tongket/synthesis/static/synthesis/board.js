// Kéo một ý vào chủ đề; không có mã lệnh thì chọn ý và chủ đề trong biểu mẫu.
const board = document.querySelector("form.board");

function chosen(id) {
  for (const box of board.querySelectorAll("input[name=statement]")) {
    box.checked = box.checked || box.value === id;
  }
}

board?.addEventListener("dragstart", (event) => {
  const row = event.target.closest("[data-statement]");
  if (row) event.dataTransfer.setData("text/plain", row.dataset.statement);
});

for (const theme of board?.querySelectorAll("[data-theme]") ?? []) {
  theme.addEventListener("dragover", (event) => {
    event.preventDefault();
    theme.classList.add("over");
  });
  theme.addEventListener("dragleave", () => theme.classList.remove("over"));
  theme.addEventListener("drop", (event) => {
    event.preventDefault();
    chosen(event.dataTransfer.getData("text/plain"));
    const target = board.querySelector("select[name=theme]");
    if (!target) return;
    target.value = theme.dataset.theme;
    board.submit();
  });
}
