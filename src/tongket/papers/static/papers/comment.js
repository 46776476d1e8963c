// Bôi đen chữ trong “Đọc chữ” thì chữ ấy vào ô “Về chỗ nào trong bài”. Không có mã này thì chép tay vào ô.
const quote = document.querySelector("#nhan-xet input[name=quote]");
const flows = document.querySelectorAll(".flow");
if (quote && flows.length) {
  document.addEventListener("selectionchange", () => {
    const chosen = document.getSelection();
    const words = chosen?.toString().replace(/\s+/g, " ").trim();
    const isInside = chosen?.anchorNode && [...flows].some((flow) => flow.contains(chosen.anchorNode));
    if (words && isInside && words.length <= 300) quote.value = words;
  });
}
