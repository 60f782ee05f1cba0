// Copies on this machine of what the server has not got: written before each sending, gone when it has arrived. What
// is still here when the article is opened again is offered.
import { LOCALE, _ } from "./words.js";
const PREFIX = "tinbai-draft:";

function nameOf(form) {
  return `${PREFIX}${form.dataset.user}:${form.dataset.article}:${form.elements.draft_page.value}`;
}

/** Whether there was room for it. */
export function keepCopy(form, fields) {
  const pairs = [...fields].filter(([name, value]) => name !== "csrf" && typeof value === "string");
  try {
    localStorage.setItem(nameOf(form), JSON.stringify({ at: Date.now(), pairs }));
    return true;
  } catch {
    return false;
  }
}

export function dropCopy(form) {
  localStorage.removeItem(nameOf(form));
}

/** Copies of this user's work on this article that no page of his is still sending. */
export function offerCopies(form) {
  const prefix = `${PREFIX}${form.dataset.user}:${form.dataset.article}:`;
  const shown = new URLSearchParams([...new FormData(form)].filter(([name]) => isText(name))).toString();
  for (const name of Object.keys(localStorage).filter((each) => each.startsWith(prefix))) {
    const { at, pairs } = JSON.parse(localStorage.getItem(name));
    if (new URLSearchParams(pairs.filter(([each]) => isText(each))).toString() === shown) localStorage.removeItem(name);
    else form.prepend(offer(form, name, at, pairs));
  }
}

/** What says which page it was is no part of the work. */
function isText(name) {
  return !["csrf", "seen"].includes(name) && !name.startsWith("draft_");
}

function offer(form, name, at, pairs) {
  const note = document.createElement("div");
  note.className = "note note-warn";
  note.setAttribute("role", "status");
  const time = new Date(at).toLocaleString(LOCALE, { hour: "2-digit", minute: "2-digit", day: "2-digit", month: "2-digit" });
  const words = Object.assign(document.createElement("p"), { textContent: _("Trên máy này còn bản bạn viết ({time}) chưa gửi được.", { time }) });
  const row = document.createElement("div");
  row.className = "decision-row";
  row.append(
    button(_("Lấy lại bản đó"), "btn-main", async () => {
      const fields = new FormData();
      for (const [key, value] of pairs) if (key !== "draft_serial") fields.append(key, value);
      fields.set("csrf", form.elements.csrf.value);
      const answer = await fetch(`${form.dataset.article}/drafts`, { method: "POST", body: fields }).catch(() => null);
      if (!answer?.ok) return void (words.textContent = _("Chưa lấy lại được: máy chủ chưa nhận. Bản sao vẫn còn trên máy này."));
      const { key } = await answer.json();
      localStorage.removeItem(name);
      location.assign(`${form.dataset.article}?draft=${key}`);
    }),
    button(_("Bỏ bản đó"), "btn-line", () => {
      localStorage.removeItem(name);
      note.remove();
    }),
  );
  note.append(words, row);
  return note;
}

function button(text, look, run) {
  const element = Object.assign(document.createElement("button"), { type: "button", className: `btn ${look}`, textContent: text });
  element.addEventListener("click", run);
  return element;
}
