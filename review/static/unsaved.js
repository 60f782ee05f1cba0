// Says in words whether something is unsaved, and asks before it would be lost.
import { _ } from "./words.js";
export function watchUnsaved(form) {
  const state = form.querySelector("[data-save-state]");
  const listeners = [];
  let dirty = false; // other than the article's newest version
  let kept = true; // what is other is kept as a draft, here or on the server

  function say(words) {
    if (state.textContent !== words) state.textContent = words;
  }

  function touch() {
    dirty = true;
    kept = false;
    for (const run of listeners) run();
  }

  function forget() {
    dirty = false;
    kept = true;
  }

  form.addEventListener("input", touch);
  if ("unsaved" in form.dataset) dirty = true;
  window.addEventListener("beforeunload", (event) => {
    if (dirty && !kept) event.preventDefault();
  });
  for (const other of document.querySelectorAll(".decisions form, .readings form, form.readings")) {
    other.addEventListener("submit", (event) => {
      if (!dirty) return;
      event.preventDefault();
      say(_("Hãy lưu các thay đổi trước khi xử lý bài."));
      form.querySelector(".save-bar .btn-main").focus();
    });
  }
  return { touch, forget, say, onTouch: (run) => listeners.push(run), keep: () => (kept = true), isDirty: () => dirty };
}
