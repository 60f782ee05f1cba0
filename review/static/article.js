// What makes writing comfortable on the article page. Without it, every field is a plain field and all can be saved.
import { followEditor, watchPhotos } from "./photos.js";
import { enhance } from "./editor_field.js";
import { saveInPlace } from "./saving.js";
import { watchUnsaved } from "./unsaved.js";

const form = document.querySelector("#draft-form");
const unsaved = watchUnsaved(form);
saveInPlace(form, unsaved);
watchPhotos(form, unsaved.touch);
enhance(form.querySelector("[data-editor]"), (editor) => {
  unsaved.touch();
  followEditor(form, editor);
});
