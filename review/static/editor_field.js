// Turns the body's <textarea> into an editor with a Vietnamese toolbar. The text area stays in the form and is only
// written to after a change by hand: looking at an article changes nothing in it.
import * as verbs from "./vendor/editor.js";
import { figureMaker } from "./photo_figure.js";
import { editorIsHere } from "./photo_places.js";
import { searchBar } from "./editor_search.js";
import { toolbar } from "./editor_toolbar.js";
import { LOCALE, _, counted } from "./words.js";

const { createEditor, goToFinding, markFindings, read } = verbs;
const NO_PICTURES = _("Ảnh trong đoạn dán không vào được. Ảnh của bài lấy từ thư: chọn trong khay ảnh.");

/** `photos` is what photos.js gives for a form with photos; `onChange` gets the editor after every change by hand. */
export function enhance(box, onChange, photos = null) {
  editorIsHere(verbs);
  const area = box.querySelector("textarea");
  const surface = document.createElement("div");
  const tell = notice();
  const count = counter();
  const editor = createEditor({
    element: surface,
    content: area.value,
    photos: photos?.placed() ?? [],
    known: (sha256) => photos?.has(sha256) ?? false,
    photoView: photos ? figureMaker(photos) : undefined,
    attributes: { role: "textbox", "aria-multiline": "true", "aria-labelledby": "body-label", lang: "vi", class: "prose-text" },
    onPictures: () => tell(NO_PICTURES),
    onFinding: goToItem,
    onChange: () => {
      const { html, places } = read(editor);
      area.value = html;
      photos?.follow(editor, places);
      onChange(editor);
    },
  });
  area.hidden = true;
  box.querySelector("[data-preview]")?.remove();
  document.querySelector("#body-label").addEventListener("click", () => editor.commands.focus());
  const search = searchBar(editor);
  const bar = toolbar(editor, search);
  const head = document.createElement("div");
  head.className = "editor-head";
  head.append(bar, search.row);
  const tray = photos?.tray(editor);
  if (tray) head.append(tray);
  box.append(head, surface, count.element, tell.element);
  editor.on("update", () => count.show(editor));
  count.show(editor);
  showFindings(editor);
  photos?.join(editor);
  return editor;
}

function counter() {
  const element = document.createElement("p");
  element.className = "editor-count quiet";
  const show = (editor) => {
    const words = editor.state.doc.textBetween(0, editor.state.doc.content.size, " ", " ").match(/[\p{L}\p{N}]+/gu) ?? [];
    element.textContent = counted("{written} chữ", words.length, { written: words.length.toLocaleString(LOCALE) });
  };
  return { element, show };
}

function notice() {
  const element = document.createElement("p");
  element.className = "editor-notice";
  element.setAttribute("role", "status");
  const tell = (words) => (element.textContent = words);
  tell.element = element;
  return tell;
}

/** The findings of the body, which the page lists beside it, marked where they are; and the way there and back. */
function showFindings(editor) {
  const items = [...document.querySelectorAll("[data-finding-block]")];
  markFindings(
    editor,
    items.map((item) => ({
      id: item.id,
      severity: item.dataset.severity,
      words: item.querySelector("[data-words]").textContent,
      block: Number(item.dataset.findingBlock),
      start: Number(item.dataset.findingStart ?? 0),
      excerpt: item.dataset.findingExcerpt ?? "",
    })),
  );
  for (const item of items) {
    const link = item.querySelector("[data-go]");
    if (link) link.addEventListener("click", (event) => goToFinding(editor, item.id) && event.preventDefault());
  }
}

function goToItem(id) {
  const item = document.getElementById(id);
  for (const other of document.querySelectorAll(".finding-here")) other.classList.remove("finding-here");
  item?.classList.add("finding-here");
}
