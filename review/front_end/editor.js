// The article editor: TipTap ends at this file. Everything it may produce is what tinbai/clean.py allows.
import { Editor, Extension, Mark, mergeAttributes } from "@tiptap/core";
import { TableKit } from "@tiptap/extension-table";
import StarterKit from "@tiptap/starter-kit";

// TipTap's own packages for these two lag behind its core and refuse to be installed beside it.
function simpleMark(name, tag, excludes) {
  return Mark.create({
    name,
    excludes,
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes), 0],
  });
}

const Subscript = simpleMark("subscript", "sub", "superscript");
const Superscript = simpleMark("superscript", "sup", "subscript");

// Alignment is the one style that tinbai/clean.py keeps, so it must come through the editor unharmed. It goes in as
// an attribute of another name, because the page's Content-Security-Policy complains of a style that is only parsed.
const STYLED = /(<(?:p|td|th)\b[^>]*) style="text-align:(left|center|right|justify)"/gu;
const PASTED = /text-align:\s*(left|center|right|justify)/u;

// What a link may lead to (tinbai/html_links.py), and how far a cell may reach: a pasted table of millions of columns
// would keep the tab busy for ever.
const OUTWARD = /^\s*(?:https?:\/\/|mailto:|tel:)/iu;
const HUGE_SPAN = /\b((?:col|row)span)(\s*=\s*)(["']?)\s*\+?\d{3,}/giu;

const Alignment = Extension.create({
  name: "alignment",
  addGlobalAttributes: () => [
    {
      types: ["paragraph", "tableCell", "tableHeader"],
      attributes: {
        textAlign: {
          default: null,
          parseHTML: (element) => element.dataset.align ?? PASTED.exec(element.getAttribute("style"))?.[1] ?? null,
          renderHTML: ({ textAlign }) => (textAlign ? { style: `text-align: ${textAlign}` } : {}),
        },
      },
    },
  ],
});

/** Put an editor into `element`; `onChange` gets the HTML after every change. */
export function createEditor({ element, content = "", editable = true, attributes = {}, onChange = () => {} }) {
  return new Editor({
    element,
    content: content.replace(STYLED, '$1 data-align="$2"'),
    editable,
    editorProps: { attributes, transformPastedHTML: (html) => html.replace(HUGE_SPAN, "$1$2$031") },
    extensions: [
      StarterKit.configure({
        code: false,
        codeBlock: false,
        heading: { levels: [2, 3, 4] },
        link: { openOnClick: false, isAllowedUri: (address) => OUTWARD.test(address) },
      }),
      Alignment,
      Subscript,
      Superscript,
      TableKit.configure({ table: { resizable: false } }),
    ],
    // The page's Content-Security-Policy allows no inline style; the rules stand in the site's own style sheet.
    injectCSS: false,
    onUpdate: ({ editor }) => onChange(editor.getHTML()),
  });
}
