// What others do, without loading the page anew: rows that say otherwise by now are written anew, and new articles are
// told in a line that waits to be clicked. Nothing moves by itself: what is ticked, typed, focused or marked with the
// mouse stays as it is.
import { _, counted } from "./words.js";
const EVERY = 8000; // milliseconds
const REST = 30 * 60 * 1000; // nobody has touched the page for so long: asking would keep a forgotten log-in alive
const queue = document.querySelector("#queue");
const news = document.querySelector("#queue-news");
const fresh = document.querySelector("#queue-fresh");
const lost = document.querySelector("#queue-unticked");
const unticked = new Map(); // id of an article → its title, where a tick was taken away from it
let touched = Date.now();
let timer = 0;
let asking = false;
let again = false; // somebody wants to know what came after the question that is on its way
let loads = 0; // of the whole list: what was asked before the last one is old

function address(path) {
  const query = new URLSearchParams(queue.dataset.query);
  query.set("site", queue.dataset.site);
  if (queue.dataset.before) query.set("before", queue.dataset.before);
  return [path, query];
}

function seen() {
  return [...document.querySelectorAll(".queue-row")].map((row) => `${row.dataset.id}:${row.dataset.stamp}`).join(",");
}

function isMarked(row) {
  const marked = getSelection();
  return Boolean(marked && !marked.isCollapsed && marked.rangeCount && marked.getRangeAt(0).intersectsNode(row));
}

// A tick stands for the version that was on the screen: it is in the box's value. Another version has not been read.
function tickAgain(id, box, value, row) {
  if (box && !box.disabled && box.value === value) box.checked = true;
  else unticked.set(id, row.querySelector(".row-title").textContent.trim());
}

function tellUnticked() {
  const titles = [...unticked.values()].map((title) => `“${title}”`).join(", ");
  const words = titles && _("Đã bỏ dấu chọn ở bài vừa thay đổi hoặc không còn ở trang này: {titles}. Xem lại rồi chọn lại nếu cần.", { titles });
  if (lost.textContent !== words) lost.textContent = words;
  lost.className = titles ? "note note-warn" : "";
}

function replace(id, html) {
  const row = document.querySelector(`#row-${id}`);
  if (!row || isMarked(row)) return;
  const template = document.createElement("template");
  template.innerHTML = html;
  const other = template.content.querySelector(".queue-row");
  const held = row.contains(document.activeElement) ? document.activeElement.id : "";
  const [was, is] = [row.querySelector(".queue-tick"), other.querySelector(".queue-tick")];
  if (was.checked) tickAgain(id, is, was.value, row);
  if ("current" in row.dataset) other.dataset.current = "";
  other.dataset.changed = "";
  row.replaceWith(other);
  if (held) document.getElementById(held)?.focus({ preventScroll: true });
  queue.dispatchEvent(new CustomEvent("queue:changed", { detail: { id, stamp: other.dataset.stamp } }));
}

function tell(number) {
  news.hidden = number === 0;
  const words = number >= 30 ? _("Có từ 30 bài mới. Bấm để xem") : counted("{number} bài mới. Bấm để xem", number);
  if (number && fresh.textContent !== words) fresh.textContent = words;
}

async function ask() {
  clearTimeout(timer);
  if (asking) {
    again = true;
    return;
  }
  again = false;
  if (!document.hidden && Date.now() - touched < REST) {
    asking = true;
    try {
      const [path, query] = address("/queue/news");
      query.set("seen", seen());
      const before = loads;
      const answer = await fetch(`${path}?${query}`, { headers: { Accept: "application/json" } });
      const told = answer.ok && !answer.redirected ? await answer.json() : null;
      if (told && before === loads) {
        for (const [id, html] of Object.entries(told.rows)) replace(id, html);
        tellUnticked();
        tell(told.new);
      }
    } catch {
      // Without the server there is no news; the next turn asks again.
    } finally {
      asking = false;
    }
  }
  timer = setTimeout(ask, again ? 0 : EVERY);
}

// The list anew, and nothing else: what stands in fields and in the reading pane stays.
async function load() {
  loads += 1;
  const mine = loads;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  const text = await answer.text();
  if (mine !== loads) return undefined; // the list was asked for anew
  if (!answer.ok || answer.redirected) return location.reload();
  const page = new DOMParser().parseFromString(text, "text/html");
  const [here, there] = [document.querySelector("#rows"), page.querySelector("#rows")];
  if (!here || !there) return location.reload();
  const ticked = [...here.querySelectorAll(".queue-tick:checked")];
  const open = document.querySelector("#reading .reading-pane")?.dataset.id;
  here.replaceChildren(...there.children);
  for (const box of ticked) {
    const row = box.closest(".queue-row");
    tickAgain(row.dataset.id, document.getElementById(box.id), box.value, row);
  }
  tellUnticked();
  const row = open && document.querySelector(`#row-${open}`);
  if (row) row.dataset.current = "";
  const tabs = page.querySelector(".queue-tabs");
  if (tabs) document.querySelector(".queue-tabs").replaceChildren(...tabs.children);
  tell(0);
  queue.dispatchEvent(new CustomEvent("queue:changed", { detail: { id: "" } }));
  document.querySelector(".queue-row .row-title a")?.focus();
  return undefined;
}

for (const kind of ["keydown", "pointerdown", "scroll", "focus"]) {
  addEventListener(kind, () => { touched = Date.now(); }, { passive: true, capture: true });
}
fresh.addEventListener("click", load);
addEventListener("click", () => { // after the other scripts' own: what is ticked anew need not be told any more
  for (const id of unticked.keys()) if (document.getElementById(`tick-${id}`)?.checked) unticked.delete(id);
  tellUnticked();
});
queue.addEventListener("queue:ask", ask);
document.addEventListener("visibilitychange", () => !document.hidden && ask());
timer = setTimeout(ask, EVERY);
