// Nút Chép: chỉ hiện khi trình duyệt chép được; không có mã này thì bôi đen rồi chép như thường.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
    button.classList.add("main");
  });
}
