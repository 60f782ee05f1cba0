// The editor's toolbar: one stop of the Tab key, arrows inside (WAI-ARIA toolbar pattern).
import { linkRow } from "./editor_link.js";
import { _ } from "./words.js";

const inTable = { onlyIn: "table" };
const TOOLS = [
  { sign: "B", label: _("Đậm (Ctrl+B)"), look: "tool-bold", active: "bold", run: (chain) => chain.toggleBold() },
  { sign: "I", label: _("Nghiêng (Ctrl+I)"), look: "tool-italic", active: "italic", run: (chain) => chain.toggleItalic() },
  { sign: "U", label: _("Gạch chân (Ctrl+U)"), look: "tool-underline", active: "underline", run: (chain) => chain.toggleUnderline() },
  null,
  { sign: _("Đề mục"), label: _("Đề mục"), active: ["heading", { level: 2 }], run: (chain) => chain.toggleHeading({ level: 2 }) },
  { sign: _("Đề mục nhỏ"), label: _("Đề mục nhỏ"), active: ["heading", { level: 3 }], run: (chain) => chain.toggleHeading({ level: 3 }) },
  { sign: _("• Danh sách"), label: _("Danh sách chấm tròn"), active: "bulletList", run: (chain) => chain.toggleBulletList() },
  { sign: _("1. Danh sách"), label: _("1. Danh sách đánh số"), active: "orderedList", run: (chain) => chain.toggleOrderedList() },
  { sign: _("“ ” Trích dẫn"), label: _("Trích dẫn"), active: "blockquote", run: (chain) => chain.toggleBlockquote() },
  null,
  { sign: _("Bảng"), label: _("Chèn bảng 3 × 3"), run: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }), hiddenIn: "table" },
  { sign: _("+ Hàng"), label: _("Thêm hàng dưới"), run: (chain) => chain.addRowAfter(), ...inTable },
  { sign: _("− Hàng"), label: _("Xóa hàng"), run: (chain) => chain.deleteRow(), ...inTable },
  { sign: _("+ Cột"), label: _("Thêm cột bên phải"), run: (chain) => chain.addColumnAfter(), ...inTable },
  { sign: _("− Cột"), label: _("Xóa cột"), run: (chain) => chain.deleteColumn(), ...inTable },
  { sign: _("Gộp ô"), label: _("Gộp ô đã chọn (Shift và phím mũi tên để chọn thêm ô)"), run: (chain) => chain.mergeCells(), enabled: (editor) => editor.can().mergeCells(), ...inTable },
  { sign: _("Tách ô"), label: _("Tách ô"), run: (chain) => chain.splitCell(), enabled: (editor) => editor.can().splitCell(), ...inTable },
  { sign: _("Hàng đầu"), label: _("Hàng đầu là hàng tiêu đề"), run: (chain) => chain.toggleHeaderRow(), ...inTable },
  { sign: _("Xóa bảng"), label: _("Xóa bảng"), run: (chain) => chain.deleteTable(), ...inTable },
  { sign: _("Liên kết"), label: _("Liên kết"), active: "link", link: true },
  null,
  { sign: _("Xóa định dạng"), label: _("Xóa định dạng"), run: (chain) => chain.unsetAllMarks().clearNodes().updateAttributes("paragraph", { textAlign: null }) },
  { sign: _("Tìm, thay"), label: _("Tìm, thay thế (Ctrl+F)"), search: true },
  { sign: "↶", label: _("Hoàn tác (Ctrl+Z)"), run: (chain) => chain.undo(), enabled: (editor) => editor.can().undo() },
  { sign: "↷", label: _("Làm lại (Ctrl+Y)"), run: (chain) => chain.redo(), enabled: (editor) => editor.can().redo() },
];

export function toolbar(editor, search) {
  const bar = document.createElement("div");
  bar.className = "editor-toolbar";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", _("Định dạng nội dung"));
  const row = linkRow(editor);
  const buttons = TOOLS.map((tool) => (tool ? toolButton(editor, tool, row, search) : gap()));
  bar.append(...buttons, row);
  const usable = () => buttons.filter((button) => button.localName === "button" && !button.hidden && !button.disabled);
  walkWithArrows(bar, usable);
  const refresh = () => {
    for (const [index, button] of buttons.entries()) if (TOOLS[index]) show(editor, TOOLS[index], button);
    oneStop(usable());
  };
  editor.on("transaction", refresh);
  refresh();
  return bar;
}

function gap() {
  const element = document.createElement("span");
  element.className = "gap";
  return element;
}

function toolButton(editor, tool, row, search) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = tool.sign;
  button.title = tool.label;
  button.setAttribute("aria-label", tool.label);
  if (tool.look) button.classList.add(tool.look);
  button.addEventListener("click", () => {
    if (tool.link) row.open();
    else if (tool.search) search.open();
    else tool.run(editor.chain().focus()).run();
  });
  return button;
}

function show(editor, tool, button) {
  if (tool.active) button.setAttribute("aria-pressed", String(editor.isActive(...[tool.active].flat())));
  if (tool.onlyIn) button.hidden = !editor.isActive(tool.onlyIn);
  if (tool.hiddenIn) button.hidden = editor.isActive(tool.hiddenIn);
  button.disabled = !editor.isEditable || Boolean(tool.enabled && !button.hidden && !tool.enabled(editor));
}

/** The button that had the stop keeps it while it can. */
function oneStop(usable) {
  const kept = usable.find((button) => button.tabIndex === 0) ?? usable[0];
  for (const button of usable) button.tabIndex = button === kept ? 0 : -1;
}

function walkWithArrows(bar, usable) {
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const all = usable();
    const at = all.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    const next = all[(at + step + all.length) % all.length];
    for (const button of all) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  });
}
