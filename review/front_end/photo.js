// A photo where it stands in the text. It is no part of the body's HTML: the form holds the photos apart, each with
// the number of the paragraph it stands after, and the two are kept in step here.
import { Node } from "@tiptap/core";
import { Fragment } from "@tiptap/pm/model";
import { NodeSelection, Plugin } from "@tiptap/pm/state";

export const DocumentWithPhotos = Node.create({ name: "doc", topNode: true, content: "(block | photo)+" });

export const Photo = Node.create({
  name: "photo",
  atom: true,
  draggable: true,
  selectable: true,
  addOptions: () => ({ known: () => false, view: () => document.createElement("figure") }),
  addAttributes: () => ({ sha256: { default: "", parseHTML: (element) => element.dataset.photo } }),
  parseHTML() {
    return [{ tag: "figure[data-photo]", getAttrs: (element) => this.options.known(element.dataset.photo) && null }];
  },
  renderHTML: ({ node }) => ["figure", { "data-photo": node.attrs.sha256 }],
  renderText: () => "",
  addNodeView() {
    return ({ node, getPos, editor }) => {
      const dom = this.options.view(node.attrs.sha256, { move: (way) => move(editor, getPos(), way), remove: () => remove(editor, getPos()) });
      return {
        dom,
        stopEvent: (event) => !event.type.startsWith("drag") && event.type !== "drop" && event.target.closest("input,textarea,button,label") !== null,
        ignoreMutation: () => true,
        selectNode: () => dom.classList.add("selected"),
        deselectNode: () => dom.classList.remove("selected"),
      };
    };
  },
  // Copied and pasted, a photo would stand there twice.
  addProseMirrorPlugins: () => [new Plugin({ appendTransaction: (changes, _old, state) => (changes.some((tr) => tr.docChanged) ? withoutDoubles(state) : null) })],
});

/** Where `sha256` stands, or -1. */
export function positionOf(doc, sha256) {
  let found = -1;
  doc.forEach((node, offset) => {
    if (node.type.name === "photo" && node.attrs.sha256 === sha256) found = offset;
  });
  return found;
}

/** Put a photo after the paragraph with the cursor, from wherever it was. */
export function putPhoto(editor, sha256) {
  const { state, view } = editor;
  const { $to } = state.selection;
  const tr = state.tr;
  const after = $to.depth ? $to.after(1) : Math.min($to.pos, state.doc.content.size);
  const before = positionOf(state.doc, sha256);
  tr.insert(after, state.schema.nodes.photo.create({ sha256 }));
  if (before >= 0) tr.delete(tr.mapping.map(before, -1), tr.mapping.map(before, -1) + 1);
  view.dispatch(tr.scrollIntoView());
  editor.commands.focus();
}

/** Put a photo after the paragraph of that number; -1: before the first. */
export function placePhoto(editor, sha256, place) {
  const { state, view } = editor;
  const before = positionOf(state.doc, sha256);
  let after = 0;
  let count = -1;
  state.doc.forEach((node, offset) => {
    if (node.type.name === "photo" || isBlank(node)) return;
    count += 1;
    if (count <= place) after = offset + node.nodeSize;
  });
  const tr = state.tr.insert(after, state.schema.nodes.photo.create({ sha256 }));
  if (before >= 0) tr.delete(tr.mapping.map(before, -1), tr.mapping.map(before, -1) + 1);
  view.dispatch(tr);
}

/** The photos change seats: the first of `order` takes the first seat in the text, and so on. */
export function arrangePhotos(editor, order) {
  const tr = editor.state.tr;
  const wanted = [...order];
  editor.state.doc.forEach((node, offset) => {
    if (node.type.name === "photo") tr.setNodeMarkup(offset, null, { sha256: wanted.shift() });
  });
  if (tr.docChanged && !wanted.length) editor.view.dispatch(tr);
}

export function removePhoto(editor, sha256) {
  remove(editor, positionOf(editor.state.doc, sha256));
}

function remove(editor, at) {
  if (at >= 0) editor.view.dispatch(editor.state.tr.delete(at, at + 1));
}

function move(editor, at, way) {
  const { doc, tr } = editor.state;
  const node = doc.nodeAt(at);
  const index = doc.resolve(at).index(0);
  const other = index + way;
  if (other < 0 || other >= doc.childCount) return;
  const neighbour = doc.child(other);
  tr.delete(at, at + 1);
  const to = way < 0 ? at - neighbour.nodeSize : at + neighbour.nodeSize;
  tr.insert(to, node).setSelection(NodeSelection.create(tr.doc, to));
  editor.view.dispatch(tr.scrollIntoView());
}

function withoutDoubles(state) {
  const seen = new Set();
  const doubles = [];
  state.doc.forEach((node, offset) => {
    if (node.type.name !== "photo") return;
    if (seen.has(node.attrs.sha256)) doubles.push(offset);
    seen.add(node.attrs.sha256);
  });
  if (!doubles.length) return null;
  const tr = state.tr;
  for (const at of doubles.reverse()) tr.delete(at, at + 1);
  return tr;
}

/** A top-level element that tinbai/clean.py drops: it counts for no place. */
export function isBlank(node) {
  return (node.type.name === "paragraph" || node.type.name === "heading") && !node.textContent.trim();
}

/** The body without its photos, and for each photo how many paragraphs stand before it, less one. */
export function apart(doc) {
  const rest = [];
  const places = [];
  doc.forEach((node) => {
    if (node.type.name === "photo") places.push([node.attrs.sha256, rest.length - 1]);
    else if (!isBlank(node)) rest.push(node);
  });
  return { body: Fragment.from(rest), places };
}

/** HTML with each photo after the element it belongs to. `places`: pairs of a photo and its place. */
export function together(html, places) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const elements = [...page.body.children];
  for (const [sha256, place] of [...places].reverse()) {
    const figure = page.createElement("figure");
    figure.dataset.photo = sha256;
    const before = elements[Math.min(place, elements.length - 1)];
    if (place < 0 || !before) page.body.prepend(figure);
    else before.after(figure);
  }
  return page.body.innerHTML;
}
