// What makes writing comfortable on the article page. Without it, every field is a plain field and all can be saved.
import { keepDraft } from "./saving_draft.js";
import { offerCopies } from "./saving_copies.js";
import { watchPhotos } from "./photos.js";
import { watchPresence } from "./presence.js";
import { saveInPlace } from "./saving.js";
import { watchUnsaved } from "./unsaved.js";

const form = document.querySelector("#draft-form");
const unsaved = watchUnsaved(form);
const draft = keepDraft(form, unsaved);
saveInPlace(form, unsaved, draft);
offerCopies(form);
const photos = watchPhotos(form, unsaved.touch);
const presence = watchPresence(form, unsaved, draft);
loadEditorWhenNeeded(form.querySelector("[data-editor]"));
for (const other of document.querySelectorAll("form[data-flush]")) other.addEventListener("submit", keepFirst);

/** The page comes anew: what is written is kept before, and is in the form again afterwards. */
async function keepFirst(event) {
  event.preventDefault();
  if (event.target.dataset.going) return; // a second click
  event.target.dataset.going = "1";
  await draft.flush();
  unsaved.forget();
  event.target.submit();
}

/** The editor's bundle is four fifths of what a page weighs: it comes when somebody comes to the text, or begins. */
function loadEditorWhenNeeded(box) {
  let asked = false;
  const near = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && load(), { rootMargin: "300px" });
  // Whoever only looks needs no editor, even where the text is in sight at once.
  for (const kind of ["pointermove", "touchstart", "keydown", "scroll"]) window.addEventListener(kind, () => asked || near.observe(box), { once: true, passive: true });
  box.querySelector("textarea").hidden = true;
  box.querySelector("[data-preview]").hidden = false;
  for (const kind of ["pointerdown", "keydown"]) form.addEventListener(kind, load, { once: true });
  for (const link of document.querySelectorAll("[data-go]")) link.addEventListener("pointerenter", load, { once: true });

  async function load() {
    if (asked) return;
    asked = true;
    near.disconnect();
    const { enhance } = await import("./editor_field.js");
    presence.follow(enhance(box, unsaved.touch, photos));
  }
}
