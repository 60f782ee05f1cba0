// Turns the body's <textarea> into an editor with a Vietnamese toolbar. The text area stays in the form and is only
// written to after a change by hand: looking at an article changes nothing in it.
import { createEditor } from "./vendor/editor.js";

const TOOLS = [
  { sign: "B", label: "Đậm (Ctrl+B)", look: "tool-bold", active: "bold", run: (chain) => chain.toggleBold() },
  { sign: "I", label: "Nghiêng (Ctrl+I)", look: "tool-italic", active: "italic", run: (chain) => chain.toggleItalic() },
  { sign: "U", label: "Gạch chân (Ctrl+U)", look: "tool-underline", active: "underline", run: (chain) => chain.toggleUnderline() },
  null,
  { sign: "Đề mục", label: "Đề mục", active: ["heading", { level: 2 }], run: (chain) => chain.toggleHeading({ level: 2 }) },
  { sign: "• Danh sách", label: "Danh sách chấm tròn", active: "bulletList", run: (chain) => chain.toggleBulletList() },
  { sign: "1. Danh sách", label: "1. Danh sách đánh số", active: "orderedList", run: (chain) => chain.toggleOrderedList() },
  null,
  { sign: "Bảng", label: "Chèn bảng 3 × 3", run: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }), hiddenIn: "table" },
  { sign: "+ Hàng", label: "Thêm hàng dưới", run: (chain) => chain.addRowAfter(), onlyIn: "table" },
  { sign: "− Hàng", label: "Xóa hàng", run: (chain) => chain.deleteRow(), onlyIn: "table" },
  { sign: "+ Cột", label: "Thêm cột bên phải", run: (chain) => chain.addColumnAfter(), onlyIn: "table" },
  { sign: "− Cột", label: "Xóa cột", run: (chain) => chain.deleteColumn(), onlyIn: "table" },
  { sign: "Xóa bảng", label: "Xóa bảng", run: (chain) => chain.deleteTable(), onlyIn: "table" },
  { sign: "Liên kết", label: "Liên kết", active: "link", link: true },
  null,
  { sign: "↶", label: "Hoàn tác (Ctrl+Z)", run: (chain) => chain.undo(), enabled: (editor) => editor.can().undo() },
  { sign: "↷", label: "Làm lại (Ctrl+Y)", run: (chain) => chain.redo(), enabled: (editor) => editor.can().redo() },
];

export function enhance(box, onChange) {
  const area = box.querySelector("textarea");
  const surface = document.createElement("div");
  const editor = createEditor({
    element: surface,
    content: area.value,
    attributes: { role: "textbox", "aria-multiline": "true", "aria-labelledby": "body-label", lang: "vi" },
    onChange: (html) => {
      area.value = html;
      onChange(editor);
    },
  });
  area.hidden = true;
  document.querySelector("#body-label").addEventListener("click", () => editor.commands.focus());
  box.append(toolbar(editor), surface);
}

function toolbar(editor) {
  const bar = document.createElement("div");
  bar.className = "editor-toolbar";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "Định dạng nội dung");
  const row = linkRow(editor);
  const buttons = TOOLS.map((tool) => (tool ? toolButton(editor, tool, row) : gap()));
  bar.append(...buttons, row);
  walkWithArrows(bar);
  const refresh = () => buttons.forEach((button, index) => TOOLS[index] && show(editor, TOOLS[index], button));
  editor.on("transaction", refresh);
  refresh();
  return bar;
}

function gap() {
  const element = document.createElement("span");
  element.className = "gap";
  return element;
}

function toolButton(editor, tool, row) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = tool.sign;
  button.title = tool.label;
  button.setAttribute("aria-label", tool.label);
  if (tool.look) button.classList.add(tool.look);
  button.addEventListener("click", () => (tool.link ? row.open() : tool.run(editor.chain().focus()).run()));
  return button;
}

function show(editor, tool, button) {
  if (tool.active) button.setAttribute("aria-pressed", String(editor.isActive(...[tool.active].flat())));
  if (tool.enabled) button.disabled = !tool.enabled(editor);
  if (tool.onlyIn) button.hidden = !editor.isActive(tool.onlyIn);
  if (tool.hiddenIn) button.hidden = editor.isActive(tool.hiddenIn);
}

/** One tab stop for the whole toolbar, arrows inside (WAI-ARIA toolbar pattern). */
function walkWithArrows(bar) {
  const usable = () => [...bar.querySelectorAll(":scope > button")].filter((button) => !button.hidden && !button.disabled);
  usable().forEach((button, index) => (button.tabIndex = index ? -1 : 0));
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const all = usable();
    const at = all.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    const next = all[(at + step + all.length) % all.length];
    all.forEach((button) => (button.tabIndex = button === next ? 0 : -1));
    next.focus();
  });
}

function linkRow(editor) {
  const row = document.createElement("div");
  row.className = "editor-link";
  row.hidden = true;
  const field = Object.assign(document.createElement("input"), { type: "url", className: "form-control", placeholder: "https://" });
  field.setAttribute("aria-label", "Địa chỉ liên kết");
  const set = Object.assign(document.createElement("button"), { type: "button", textContent: "Gắn" });
  const unset = Object.assign(document.createElement("button"), { type: "button", textContent: "Bỏ liên kết" });
  row.append(field, set, unset);
  // Typing an address is no change of the article, so the form need not hear of it.
  field.addEventListener("input", (event) => event.stopPropagation());
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
    if (event.key === "Enter" && !event.isComposing) set.click();
    if (event.key === "Escape") close();
  });
  set.addEventListener("click", () => {
    const href = field.value.trim();
    if (/^(https?:\/\/|mailto:|tel:)/iu.test(href)) editor.chain().focus().extendMarkRange("link").setLink({ href }).run();
    close();
  });
  unset.addEventListener("click", () => {
    editor.chain().focus().extendMarkRange("link").unsetLink().run();
    close();
  });

  function close() {
    row.hidden = true;
    editor.commands.focus();
  }

  row.open = () => {
    field.value = editor.getAttributes("link").href ?? "";
    row.hidden = false;
    field.focus();
  };
  return row;
}
