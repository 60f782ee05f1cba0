// The editor on the page that shows both versions after a save that came too late.
import { enhance } from "./editor_field.js";

enhance(document.querySelector("[data-editor]"), () => {});
