// The reading pane: on a wide screen an article opens beside the list, and is decided about there. Without scripts, and
// on a narrow screen, its own page opens.
import { _ } from "./words.js";
const wide = window.matchMedia("(min-width: 1100px)");
const queue = document.querySelector("#queue");
const pane = document.querySelector("#reading");
let deciding = false;
let asked = 0; // an answer that comes after somebody has asked for another article is not shown

document.documentElement.classList.add("with-scripts");

function rowOf(id) {
  return document.querySelector(`#row-${id}`);
}

function setCurrent(id) {
  for (const row of document.querySelectorAll(".queue-row[data-current]")) delete row.dataset.current;
  const row = rowOf(id);
  if (row) row.dataset.current = "";
}

async function open(id, { focus = false } = {}) {
  asked += 1;
  const mine = asked;
  const answer = await fetch(`/articles/${id}/reading`, { headers: { Accept: "text/html" } });
  const text = await answer.text();
  if (mine !== asked) return undefined;
  if (answer.redirected) return location.assign(`/articles/${id}`);
  if (!answer.ok) return say(_("Không mở được bài này. Tải lại trang rồi thử lại."), "bad");
  pane.innerHTML = text;
  pane.scrollTop = 0;
  setCurrent(id);
  const address = new URL(location.href);
  address.searchParams.set("open", id);
  address.hash = "";
  history.replaceState(null, "", address);
  if (focus) pane.querySelector(".reading-title")?.focus();
  return true;
}

function say(words, tone) {
  const note = document.createElement("p");
  note.className = `note note-${tone} reading-note`;
  note.setAttribute("role", tone === "bad" ? "alert" : "status");
  note.textContent = words;
  pane.querySelector(".reading-note")?.remove();
  pane.prepend(note);
}

// What the page that a decision leads to says of it.
function wordsOf(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const told = page.querySelector(".note-good, [role=status]") ?? page.querySelector("main");
  return { words: (told?.textContent ?? "").replace(/\s+/gu, " ").trim(), undo: page.querySelector(".undo") };
}

async function decide(form, button) {
  deciding = true;
  try {
    await send(form, button);
  } finally {
    deciding = false;
  }
  queue.dispatchEvent(new CustomEvent("queue:ask"));
}

async function send(form, button) {
  const body = new URLSearchParams(new FormData(form));
  if (button?.name) body.append(button.name, button.value);
  const id = pane.querySelector(".reading-pane")?.dataset.id;
  for (const each of form.querySelectorAll("button")) each.disabled = true;
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", body });
  } catch {
    for (const each of form.querySelectorAll("button")) each.disabled = false;
    return say(_("Mất kết nối nên chưa làm được. Kiểm tra mạng rồi bấm lại."), "bad");
  }
  const { words } = wordsOf(await answer.text());
  await open(id, { focus: true });
  say(words, answer.ok ? "good" : "bad");
  return undefined;
}

queue.addEventListener("queue:open", (event) => {
  if (wide.matches) open(event.detail.id, { focus: event.detail.focus });
  else location.assign(`/articles/${event.detail.id}`);
});
queue.addEventListener("queue:changed", (event) => {
  const shown = pane.querySelector(".reading-pane");
  if (!deciding && shown?.dataset.id === event.detail.id && shown.dataset.stamp !== event.detail.stamp) {
    say(_("Bài này vừa có người xử lý. Mở lại bài để xem bản mới nhất."), "warn");
  }
});
queue.addEventListener("click", (event) => {
  const link = event.target.closest(".queue-row .row-title a");
  if (!link || !wide.matches || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  open(link.closest(".queue-row").dataset.id, { focus: true });
});
pane.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || !/^\/articles\/\d+\//u.test(new URL(form.action).pathname)) return;
  event.preventDefault();
  decide(form, event.submitter);
});
const shown = pane.querySelector(".reading-pane");
if (shown) setCurrent(shown.dataset.id);
