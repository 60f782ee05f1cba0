// Keys for the queue: j, k, Enter, x, and one for each decision. They are silent while somebody types or composes
// (UniKey and other input methods), with Ctrl, Alt or Meta held, and while a dialog is open; and they can be switched
// off (WCAG 2.2, 2.1.4).
const KEPT = "tinbai-keys";
const queue = document.querySelector("#queue");
const help = document.querySelector("#keys-dialog");
const button = document.querySelector("#keys-button");
const box = document.querySelector("#keys-on");
const asking = document.querySelector("#approve-dialog");
let composing = false;
let approval = null; // the form that the dialog asks about

function areOn() {
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return true;
  }
}

function keep(on) {
  try {
    localStorage.setItem(KEPT, on ? "on" : "off");
  } catch {
    // A browser that keeps nothing uses the keys until the page is closed.
  }
}

function isTyping(target) {
  return target instanceof Element && Boolean(target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]"));
}

function rows() {
  return [...document.querySelectorAll(".queue-row")];
}

function current() {
  const focused = document.activeElement?.closest?.(".queue-row");
  return focused ?? document.querySelector(".queue-row[data-current]");
}

function move(step) {
  const all = rows();
  const next = all[current() ? all.indexOf(current()) + step : 0];
  if (!next) return;
  for (const row of all) delete row.dataset.current;
  next.dataset.current = "";
  next.querySelector(".row-title a").focus();
  next.scrollIntoView({ block: "nearest" });
}

function openCurrent() {
  const row = current();
  if (row) queue.dispatchEvent(new CustomEvent("queue:open", { detail: { id: row.dataset.id, focus: true } }));
}

function tick() {
  const box = current()?.querySelector(".queue-tick:not(:disabled)");
  box?.click();
}

// A decision's own form or link in the reading pane, if the article is open there and may be decided about so.
function inPane(what) {
  const id = document.querySelector("#reading .reading-pane")?.dataset.id;
  return id ? document.querySelector(`#reading [action$="/articles/${id}/${what}"], #reading a[href$="/articles/${id}/${what}"]`) : null;
}

function press(form) {
  form?.requestSubmit(form.querySelector("button[type=submit], button:not([type])"));
}

function approve() {
  const form = inPane("approval");
  if (!form || form.querySelector("button:disabled")) return;
  document.querySelector("#approve-title").textContent = document.querySelector(".reading-title").textContent;
  approval = form;
  asking.showModal();
}

function reject() {
  const form = inPane("rejection");
  if (!form) return;
  form.closest("details")?.setAttribute("open", "");
  form.querySelector("textarea, input:not([type=hidden])")?.focus();
}

const ACTIONS = {
  j: () => move(1),
  k: () => move(-1),
  x: tick,
  c: () => press(inPane("claim")),
  s: () => press(inPane("submission")),
  d: approve,
  t: () => inPane("return")?.click(),
  l: reject,
  "/": () => document.querySelector("#words").focus(),
  "?": () => help.showModal(),
};

function onKey(event) {
  if (event.isComposing || composing || event.keyCode === 229) return;
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat && !"jk".includes(event.key)) return;
  if (isTyping(event.target) || document.querySelector("dialog[open]") || !areOn()) return;
  if (event.key === "Enter") {
    if (!event.target.closest?.(".row-title a") && event.target !== document.body) return;
    event.preventDefault();
    openCurrent();
    return;
  }
  const action = ACTIONS[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

document.addEventListener("compositionstart", () => { composing = true; });
document.addEventListener("compositionend", () => { composing = false; });
document.addEventListener("keydown", onKey);
// The press, and not the dialog's "close": that comes later, when the dialog may be open again for the next question.
document.querySelector("#approve-yes").addEventListener("click", () => press(approval));
button.hidden = false;
button.addEventListener("click", () => help.showModal());
box.checked = areOn();
box.addEventListener("change", () => keep(box.checked));
