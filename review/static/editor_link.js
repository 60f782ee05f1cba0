// The row under the toolbar in which a link's address is typed.
import { _ } from "./words.js";

export function linkRow(editor) {
  const row = document.createElement("div");
  row.className = "editor-link";
  row.hidden = true;
  const field = Object.assign(document.createElement("input"), { type: "url", className: "form-control", placeholder: "https://" });
  field.setAttribute("aria-label", _("Địa chỉ liên kết"));
  const set = Object.assign(document.createElement("button"), { type: "button", textContent: _("Gắn") });
  const unset = Object.assign(document.createElement("button"), { type: "button", textContent: _("Bỏ liên kết") });
  const wrong = Object.assign(document.createElement("span"), { className: "editor-wrong" });
  wrong.setAttribute("role", "alert");
  row.append(field, set, unset, wrong);
  // Typing an address is no change of the article, so the form need not hear of it.
  field.addEventListener("input", (event) => event.stopPropagation());
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
    if (event.isComposing) return;
    if (event.key === "Enter") set.click();
    if (event.key === "Escape") close();
  });
  set.addEventListener("click", () => {
    const href = field.value.trim();
    if (!/^(https?:\/\/|mailto:|tel:)/iu.test(href)) {
      wrong.textContent = _("Địa chỉ phải bắt đầu bằng https://, mailto: hoặc tel:");
      return;
    }
    const chain = editor.chain().focus().extendMarkRange("link");
    if (editor.state.selection.empty && !editor.isActive("link")) chain.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    close();
  });
  unset.addEventListener("click", () => {
    editor.chain().focus().extendMarkRange("link").unsetLink().run();
    close();
  });

  function close() {
    row.hidden = true;
    wrong.textContent = "";
    editor.commands.focus();
  }

  row.open = () => {
    field.value = editor.getAttributes("link").href ?? "";
    row.hidden = false;
    field.focus();
  };
  return row;
}
