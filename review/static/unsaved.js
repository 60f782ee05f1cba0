// Says in words whether something is unsaved, and asks before it would be lost.
export function watchUnsaved(form) {
  const state = form.querySelector("[data-save-state]");
  let dirty = false;

  function say(words) {
    state.textContent = words;
  }

  function touch() {
    dirty = true;
    say("Có thay đổi chưa lưu");
  }

  function forget() {
    dirty = false;
  }

  form.addEventListener("input", touch);
  if ("unsaved" in form.dataset) touch();
  window.addEventListener("beforeunload", (event) => {
    if (dirty) event.preventDefault();
  });
  for (const other of document.querySelectorAll(".decisions form, .readings form, form.readings")) {
    other.addEventListener("submit", (event) => {
      if (!dirty) return;
      event.preventDefault();
      say("Hãy lưu các thay đổi trước khi xử lý bài.");
      form.querySelector(".save-bar .btn-main").focus();
    });
  }
  return { touch, forget, say };
}
