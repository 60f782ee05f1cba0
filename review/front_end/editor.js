// The article editor: TipTap ends at this folder. Everything it may produce is what tinbai/clean.py allows.
import { Editor, getHTMLFromFragment } from "@tiptap/core";
import { TableKit } from "@tiptap/extension-table";
import StarterKit from "@tiptap/starter-kit";

import { Findings } from "./findings.js";
import { Alignment, Subscript, Superscript, withoutStyles } from "./marks.js";
import { pasted, plainText } from "./pasted.js";
import { DocumentWithPhotos, Photo, apart, together } from "./photo.js";
import { Search } from "./search.js";

export { goToFinding, markFindings } from "./findings.js";
export { arrangePhotos, placePhoto, positionOf, putPhoto, removePhoto } from "./photo.js";
export { hits, replace, step } from "./search.js";

// What a link may lead to (tinbai/html_links.py).
const OUTWARD = /^\s*(?:https?:\/\/|mailto:|tel:)/iu;

/**
 * Put an editor into `element`. `photos` are pairs of a photo and its place, `photoView` makes a photo's element, and
 * `onChange` gets the editor after every change by hand.
 */
export function createEditor({ element, content = "", photos = [], known = () => false, photoView, attributes = {}, onChange = () => {}, onPictures = () => {}, onFinding = () => {} }) {
  return new Editor({
    element,
    content: together(withoutStyles(content), photos),
    editorProps: { attributes, transformPastedHTML: (html) => pasted(html, onPictures), transformPastedText: plainText },
    extensions: [
      StarterKit.configure({
        code: false,
        codeBlock: false,
        strike: false,
        document: false,
        heading: { levels: [2, 3, 4] },
        link: { openOnClick: false, isAllowedUri: (address) => OUTWARD.test(address) },
      }),
      DocumentWithPhotos,
      Photo.configure({ known, ...(photoView && { view: photoView }) }),
      Alignment,
      Subscript,
      Superscript,
      TableKit.configure({ table: { resizable: false } }),
      Search,
      Findings.configure({ onClick: onFinding }),
    ],
    // The page's Content-Security-Policy allows no inline style; the rules stand in the site's own style sheet.
    injectCSS: false,
    onUpdate: ({ editor }) => onChange(editor),
  });
}

/** The body's HTML, and the places of the photos. */
export function read(editor) {
  const { body, places } = apart(editor.state.doc);
  return { html: getHTMLFromFragment(body, editor.schema), places };
}
