// The seconds that are left for taking a decision back. Without this script the button stays, and the server says
// whether it was pressed in time.
import { counted } from "./words.js";
for (const form of document.querySelectorAll("[data-undo-left]")) {
  const until = Date.now() + Number(form.dataset.undoLeft) * 1000; // not an hour: clocks differ
  const words = form.querySelector("[data-undo-seconds]");
  words.setAttribute("aria-live", "off");
  const tell = () => {
    const left = Math.ceil((until - Date.now()) / 1000);
    if (left <= 0) {
      clearInterval(timer);
      form.remove();
      return;
    }
    words.textContent = counted("Còn {number} giây để hoàn tác.", left);
  };
  const timer = setInterval(tell, 250);
  tell();
}
