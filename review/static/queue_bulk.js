// Several articles at once: how many are ticked, all of the page with one click, and a range with Shift.
import { _, counted } from "./words.js";
const panel = document.querySelector("#bulk-panel");
const list = document.querySelector("#rows");

if (panel && list) {
  const said = document.querySelector("#bulk-count");
  const all = document.querySelector("#tick-all");
  let last = null;

  const boxes = () => [...document.querySelectorAll(".queue-tick:not(:disabled)")];
  const count = () => {
    const ticked = boxes().filter((box) => box.checked).length;
    said.textContent = ticked ? counted("({number} bài đã chọn)", ticked) : "";
    all.textContent = ticked && ticked === boxes().length ? _("Bỏ chọn") : _("Chọn cả trang");
    if (ticked && !panel.open && last !== null) panel.open = true;
  };

  all.hidden = false;
  all.addEventListener("click", () => {
    const ticked = boxes().every((box) => box.checked);
    for (const box of boxes()) box.checked = !ticked;
    count();
  });
  document.addEventListener("click", (event) => {
    const box = event.target.closest?.(".queue-tick");
    if (!box) return;
    const own = boxes();
    if (event.shiftKey && last !== null && own.includes(last)) {
      const [from, to] = [own.indexOf(last), own.indexOf(box)].sort((a, b) => a - b);
      for (const each of own.slice(from, to + 1)) each.checked = box.checked;
    }
    last = box;
    count();
  });
  document.querySelector("#queue").addEventListener("queue:changed", count);
  count();
}
