// The editor on the page that shows both versions after a save that came too late.
import { enhance } from "./editor_field.js";
import { dropCopy } from "./saving_copies.js";

enhance(document.querySelector("[data-editor]"), () => {});

// Both ways out of this page are decisions: the copy on this machine has served.
for (const form of document.querySelectorAll("#own-form, #drop-form")) {
  form.addEventListener("submit", () => dropCopy(document.querySelector("#own-form")));
}
