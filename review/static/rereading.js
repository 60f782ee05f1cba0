// Waits for the other reading that was asked for, and shows it when it is there: by itself when nothing is unsaved.
import { _ } from "./words.js";
const note = document.querySelector("[data-rereading]");
const timer = setInterval(look, 1500);

async function look() {
  const answer = await fetch(location.pathname).catch(() => null); // the next turn asks again
  if (!answer?.ok || new URL(answer.url).pathname !== location.pathname) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (page.querySelector(`[data-rereading="${note.dataset.rereading}"]`)) return;
  clearInterval(timer);
  if (document.querySelector("[data-save-state]")?.textContent) {
    note.firstChild.textContent = `${_("Máy đã đọc lại thư xong. Lưu hoặc bỏ các thay đổi của bạn trước khi xem.")} `;
  } else {
    location.replace(location.pathname);
  }
}
