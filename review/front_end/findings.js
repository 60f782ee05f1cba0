// Findings at their place: a mark under the words that a check is about. It is a decoration and changes nothing.
import { Extension } from "@tiptap/core";
import { Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

import { isBlank } from "./photo.js";

const KEY = new PluginKey("findings");

export const Findings = Extension.create({
  name: "findings",
  addOptions: () => ({ onClick: () => {} }),
  addProseMirrorPlugins() {
    const { onClick } = this.options;
    return [
      new Plugin({
        key: KEY,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, before) => tr.getMeta(KEY) ?? before.map(tr.mapping, tr.doc),
        },
        props: {
          decorations: (state) => KEY.getState(state),
          handleClick(view, at) {
            const [hit] = KEY.getState(view.state).find(at, at);
            if (hit) onClick(hit.spec.id);
            return false;
          },
        },
      }),
    ];
  },
});

/** Mark these: { id, severity, words, block, start, excerpt }. */
export function markFindings(editor, findings) {
  const blocks = [];
  editor.state.doc.forEach((node, offset) => node.type.name !== "photo" && !isBlank(node) && blocks.push([node, offset]));
  const marks = findings.flatMap((finding) => {
    const [node, offset] = blocks[finding.block] ?? [];
    const range = node && rangeOf(node, offset + 1, finding);
    return range ? [Decoration.inline(...range, { class: `finding-mark finding-mark-${finding.severity}`, title: finding.words }, { id: finding.id })] : [];
  });
  editor.view.dispatch(editor.state.tr.setMeta(KEY, DecorationSet.create(editor.state.doc, marks)).setMeta("addToHistory", false));
}

/** Select the words of a finding; false where they are gone. */
export function goToFinding(editor, id) {
  const [mark] = KEY.getState(editor.state).find(undefined, undefined, (spec) => spec.id === id);
  if (!mark) return false;
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, mark.from, mark.to)).scrollIntoView());
  editor.view.focus();
  return true;
}

/** The excerpt in a block: of several, the one nearest to where it was said to be. Without one, the whole block. */
function rangeOf(node, start, { excerpt, start: told }) {
  if (!excerpt) return [start, start + node.content.size];
  const found = [];
  const look = (inner, at) => {
    const text = inner.textBetween(0, inner.content.size, "\n", "\n");
    for (let hit = text.indexOf(excerpt); hit >= 0; hit = text.indexOf(excerpt, hit + 1)) found.push([at + hit, at + hit + excerpt.length]);
  };
  if (node.isTextblock) look(node, start);
  else node.descendants((inner, offset) => (inner.isTextblock ? look(inner, start + offset + 1) : undefined));
  const near = start + told;
  return found.sort((one, other) => Math.abs(one[0] - near) - Math.abs(other[0] - near))[0];
}
