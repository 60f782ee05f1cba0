// Marks and alignment: what tinbai/clean.py keeps beside the blocks.
import { Extension, Mark, mergeAttributes } from "@tiptap/core";

// TipTap's own packages for these two lag behind its core and refuse to be installed beside it.
function simpleMark(name, tag, excludes) {
  return Mark.create({
    name,
    excludes,
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes), 0],
  });
}

export const Subscript = simpleMark("subscript", "sub", "superscript");
export const Superscript = simpleMark("superscript", "sup", "subscript");

// Alignment is the one style that tinbai/clean.py keeps, so it must come through the editor unharmed. It goes in as
// an attribute of another name, because the page's Content-Security-Policy complains of a style that is only parsed.
const STYLED = /(<(?:p|td|th)\b[^>]*) style="text-align: ?(left|center|right|justify);?"/gu;

export function withoutStyles(html) {
  return html.replace(STYLED, '$1 data-align="$2"');
}

export const Alignment = Extension.create({
  name: "alignment",
  addGlobalAttributes: () => [
    {
      types: ["paragraph", "tableCell", "tableHeader"],
      attributes: {
        textAlign: {
          default: null,
          parseHTML: (element) => element.dataset.align ?? null,
          renderHTML: ({ textAlign }) => (textAlign ? { style: `text-align: ${textAlign}` } : {}),
        },
      },
    },
  ],
});
