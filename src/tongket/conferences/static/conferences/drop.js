// Kéo tệp thả vào khung: đặt tệp vào ô chọn tệp rồi gửi. Không có mã này, ô chọn tệp vẫn làm được việc ấy.
const zone = document.querySelector("[data-drop]");
const input = zone?.querySelector("input[type=file]");

if (zone && input) {
  const mark = (over) => zone.classList.toggle("over", over);
  zone.addEventListener("dragover", (event) => { event.preventDefault(); mark(true); });
  zone.addEventListener("dragleave", () => mark(false));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    mark(false);
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    zone.querySelector("button").click();
  });
}
