// Who else is at this article, told every some seconds; and while somebody else writes in it, this page only reads.
const EVERY = 15_000;

export function watchPresence(form, unsaved, draft) {
  const place = document.querySelector("[data-presence]");
  const page = form.elements.draft_page.value;
  let editor = null;
  let asked = 0; // an answer that comes after a later question is old
  let held = place.dataset.held === "1";
  let wrote = place.dataset.writing === "1"; // after a reload, or when it was just taken over

  unsaved.onTouch(() => {
    if (!wrote) {
      wrote = true;
      tell();
    }
  });
  setInterval(tell, EVERY);
  document.addEventListener("visibilitychange", () => !document.hidden && tell());
  window.addEventListener("pagehide", () => navigator.sendBeacon(`${form.dataset.article}/presence`, fields({ leave: "1" })));
  if (held) apply();
  tell();

  async function tell() {
    const writing = wrote && !held ? { writing: "1" } : {};
    asked += 1;
    const mine = asked;
    const answer = await fetch(`${form.dataset.article}/presence`, { method: "POST", body: fields(writing) }).catch(() => null);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (mine !== asked) return;
    const fresh = page.querySelector("[data-presence]");
    if (!fresh || fresh.innerHTML === place.innerHTML) return;
    // Whoever stands on one of its buttons keeps it.
    if (!place.contains(document.activeElement)) place.replaceChildren(...fresh.childNodes);
    if (held === (fresh.dataset.held === "1")) return;
    held = !held;
    if (held) await draft.flush();
    apply();
  }

  function fields(more) {
    const made = new FormData();
    for (const [name, value] of Object.entries({ csrf: form.elements.csrf.value, page, seen: form.elements.seen.value, ...more })) made.set(name, value);
    return made;
  }

  /** Reading only, or writing again. What is written stays in its fields. */
  function apply() {
    form.classList.toggle("held", held);
    for (const field of form.elements) {
      if (field.matches("input:not([type=checkbox], [type=radio]), textarea")) field.readOnly = held;
      else if (!field.matches("[type=hidden]")) field.disabled = held || field.dataset.off === "1";
    }
    editor?.setEditable(!held, false);
    editor?.view.dispatch(editor.state.tr);
  }

  return {
    follow(made) {
      editor = made;
      if (held) apply();
    },
  };
}
