// Find and replace. Ctrl+F in the text opens it; elsewhere that key stays the browser's.
import { hits, replace, step } from "./vendor/editor.js";
import { _, counted } from "./words.js";

export function searchBar(editor) {
  const row = document.createElement("div");
  row.className = "editor-search";
  row.hidden = true;
  row.setAttribute("role", "search");
  row.setAttribute("aria-label", _("Tìm và thay thế trong nội dung"));
  const wanted = field(_("Tìm"));
  const words = field(_("Thay bằng"));
  const marks = box(_("Phân biệt dấu"));
  const cases = box(_("Phân biệt chữ hoa"));
  const state = document.createElement("span");
  state.className = "editor-found";
  state.setAttribute("role", "status");
  const all = _("Thay tất cả");
  row.append(
    wanted, button(_("Trước"), () => step(editor, -1), _("Chỗ tìm thấy trước")), button(_("Sau"), () => step(editor, 1), _("Chỗ tìm thấy sau")),
    marks.label, cases.label, words, button(_("Thay"), () => replace(editor, words.value)),
    button(all, () => say(counted("Đã thay {number} chỗ. Ctrl+Z để hoàn tác.", replace(editor, words.value, { all: true })))),
    button(_("Đóng"), close), state,
  );

  function look() {
    editor.commands.search(wanted.value, { marks: marks.input.checked, cases: cases.input.checked });
    const { count, current } = hits(editor);
    if (!wanted.value) say("");
    else say(count ? _("Chỗ {number} trong {count}", { number: current + 1, count }) : _("Không tìm thấy"));
  }

  function say(text) {
    state.textContent = text;
  }

  function close() {
    row.hidden = true;
    editor.commands.search("", {});
    editor.commands.focus();
  }

  // What is typed here is no change of the article, and a half-composed word is no word to look for.
  row.addEventListener("input", (event) => {
    event.stopPropagation();
    if (!event.isComposing) look();
  });
  wanted.addEventListener("compositionend", look);
  row.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.localName === "input") event.preventDefault();
    if (event.isComposing) return;
    if (event.key === "Enter" && event.target === wanted) step(editor, event.shiftKey ? -1 : 1);
    if (event.key === "Enter" && event.target === words) replace(editor, words.value);
    if (event.key === "Escape") close();
    if (event.key === "Enter" && event.target.localName === "input") look();
  });

  function button(text, run, label = text) {
    const element = Object.assign(document.createElement("button"), { type: "button", textContent: text });
    element.setAttribute("aria-label", label);
    element.addEventListener("click", () => {
      run();
      if (!row.hidden && text !== all) look();
    });
    return element;
  }

  editor.view.dom.addEventListener("keydown", (event) => {
    if (!event.isComposing && (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "f") {
      event.preventDefault();
      open();
    }
  });

  function open() {
    const { from, to } = editor.state.selection;
    const chosen = editor.state.doc.textBetween(from, to, " ", " ");
    if (chosen && chosen.length < 80) wanted.value = chosen;
    row.hidden = false;
    wanted.focus();
    wanted.select();
    look();
  }

  return { row, open };
}

function field(label) {
  const input = Object.assign(document.createElement("input"), { type: "text", className: "form-control", placeholder: label });
  input.setAttribute("aria-label", label);
  return input;
}

function box(words) {
  const label = document.createElement("label");
  const input = Object.assign(document.createElement("input"), { type: "checkbox", className: "form-check-input" });
  label.append(input, ` ${words}`);
  return { label, input };
}
