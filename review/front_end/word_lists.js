// Word puts lists on the clipboard as paragraphs: "mso-list:l0 level2 lfo1" says that one is an item, and a hidden
// span holds the mark that stood before it. Here they become lists again.
const ITEM = /mso-list\s*:\s*l(\d+)\s+level(\d+)/iu;
const IGNORED = /mso-list\s*:\s*ignore/iu;
// Bullets are letters of Wingdings and the like: "o", "Ø", "v". With a point or a bracket they are letters.
const LETTERED = /[\p{L}\p{N}].*[.)/]$/u;
const NUMBER = /^\(?(\d{1,3})[.)/]?$/u;

export function wordLists(body) {
  let open = []; // the lists that are open, outermost first: { level, element }
  let last = null;
  for (const paragraph of [...body.querySelectorAll("p,h1,h2,h3,h4,h5,h6")]) {
    const found = ITEM.exec(paragraph.dataset.style ?? "");
    if (!found || paragraph.tagName !== "P") {
      open = [];
      last = null;
      continue;
    }
    const mark = takeMark(paragraph);
    if (LETTERED.test(mark) && !NUMBER.test(mark)) {
      // "a)", "IV.": HTML would print a figure of its own, so the words stay words.
      paragraph.prepend(`${mark} `);
      open = [];
      last = null;
      continue;
    }
    if (last && !follows(last, paragraph)) open = [];
    last = placed(paragraph, Number(found[2]), NUMBER.exec(mark)?.[1] ?? null, open);
  }
}

/** Puts the item where it belongs; gives back the outermost list, which now stands in the paragraph's place. */
function placed(paragraph, level, number, open) {
  const page = paragraph.ownerDocument;
  const name = number === null ? "ul" : "ol";
  while (open.length && (open.at(-1).level > level || (open.at(-1).level === level && open.at(-1).element.localName !== name))) open.pop();
  if (!open.length || open.at(-1).level < level) {
    const list = page.createElement(name);
    if (number !== null && number !== "1") list.setAttribute("start", number);
    if (open.length) open.at(-1).element.lastElementChild.append(list);
    else paragraph.before(list);
    open.push({ level, element: list });
  }
  const item = page.createElement("li");
  const words = page.createElement("p");
  words.append(...paragraph.childNodes);
  item.append(words);
  open.at(-1).element.append(item);
  paragraph.remove();
  return open[0].element;
}

function takeMark(paragraph) {
  for (const span of paragraph.querySelectorAll("[data-style]")) {
    if (!IGNORED.test(span.dataset.style)) continue;
    const mark = span.textContent.replace(/[\s\u00a0]+/gu, " ").trim();
    span.remove();
    return mark;
  }
  return "";
}

/** Nothing but blanks and comments between them. */
function follows(list, paragraph) {
  for (let node = list.nextSibling; node && node !== paragraph; node = node.nextSibling) {
    if (node.nodeType === 1 || node.textContent.trim()) return false;
  }
  return list.parentNode === paragraph.parentNode;
}
