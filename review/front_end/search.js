// Find and replace: every hit is marked in the text, one of them is the current one.
import { Extension } from "@tiptap/core";
import { Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

import { folded } from "./folding.js";

const KEY = new PluginKey("search");
const NOTHING = { wanted: "", options: { marks: false, cases: false }, hits: [], current: -1 };
const MOST = 5_000;

export const Search = Extension.create({
  name: "search",
  addCommands: () => ({
    /** Look for `wanted`; `options` say whether marks and cases count. */
    search:
      (wanted, options) =>
      ({ tr, dispatch }) => {
        if (dispatch) tr.setMeta(KEY, { wanted, options }).setMeta("addToHistory", false);
        return true;
      },
  }),
  addProseMirrorPlugins: () => [
    new Plugin({
      key: KEY,
      state: {
        init: () => NOTHING,
        apply(tr, before, _old, state) {
          const asked = tr.getMeta(KEY);
          if (!asked && !tr.docChanged) return before;
          if (asked && "current" in asked) return { ...before, current: asked.current };
          const { wanted, options } = asked ?? before;
          if (!wanted) return NOTHING;
          const hits = hitsOf(state.doc, wanted, options);
          const current = hits.length ? Math.min(Math.max(before.current, 0), hits.length - 1) : -1;
          return { wanted, options, hits, current };
        },
      },
      props: {
        decorations(state) {
          const { hits, current } = KEY.getState(state);
          return DecorationSet.create(state.doc, hits.map(([from, to], index) => Decoration.inline(from, to, { class: index === current ? "hit hit-current" : "hit" })));
        },
      },
    }),
  ],
});

export function hits(editor) {
  const { hits: found, current } = KEY.getState(editor.state);
  return { count: found.length, current };
}

/** To the next hit, or with -1 to the one before. */
export function step(editor, way) {
  const { hits: found, current } = KEY.getState(editor.state);
  if (!found.length) return;
  const next = (current + way + found.length) % found.length;
  const tr = editor.state.tr.setMeta(KEY, { current: next }).setSelection(TextSelection.create(editor.state.doc, ...found[next]));
  editor.view.dispatch(tr.scrollIntoView());
}

/** The current hit, or all of them, becomes `words`; how many did. One step back undoes all. */
export function replace(editor, words, { all = false } = {}) {
  const { hits: found, current } = KEY.getState(editor.state);
  const chosen = all ? found : found.slice(current, current + 1);
  if (!chosen.length) return 0;
  const tr = editor.state.tr;
  for (const [from, to] of [...chosen].reverse()) tr.insertText(words.normalize("NFC"), from, to);
  editor.view.dispatch(tr);
  return chosen.length;
}

function hitsOf(doc, wanted, options) {
  const needle = folded(wanted.normalize("NFC"), options).text;
  const found = [];
  doc.descendants((node, start) => {
    if (!node.isTextblock) return true;
    const text = folded(node.textBetween(0, node.content.size, "\n", "\n"), options);
    for (let at = text.text.indexOf(needle); needle && at >= 0 && found.length < MOST; at = text.text.indexOf(needle, at + needle.length)) {
      found.push([start + 1 + text.from[at], start + 1 + text.from[at + needle.length]]);
    }
    return false;
  });
  return found;
}
