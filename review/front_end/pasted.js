// What comes from the clipboard (Word, LibreOffice, Google Docs, a web page) as the few elements that an article is
// made of. The server cleans again; here it is done so that the editor sees at once what will be kept.
import { wordLists } from "./word_lists.js";

const LONGEST = 3_000_000; // characters; what is longer is pasted as text by the browser's own plain version
const TAG = /<[a-z](?:[^<>"']|"[^"<>]*"|'[^'<>]*'){0,2000}>/giu;
const STYLE = /\sstyle\s*=/giu;
const SHEET = /<(\/?)style\b/giu;
// A pasted table of millions of columns would keep the tab busy for ever.
const HUGE_SPAN = /\b((?:col|row)span)(\s*=\s*)(["']?)\s*\+?\d{3,}/giu;
const DROPPED = "x-style,style,script,meta,link,title,xml,noscript,template,object,embed,iframe,svg,math,select,button,input,textarea,del,s,strike";
const RENAMED = { H1: "h2", H5: "h4", H6: "h4", B: "strong", I: "em" };
const KEPT = ["href", "colspan", "rowspan", "start", "data-align", "data-photo"];
const MARKS = [
  ["strong", /(?:^|;)\s*font-weight\s*:\s*(?:bold|[6-9]00)/iu],
  ["em", /(?:^|;)\s*font-style\s*:\s*italic/iu],
  ["u", /(?:^|;)\s*text-decoration[^;]*:[^;]*underline/iu],
  ["sup", /(?:^|;)\s*vertical-align\s*:\s*super/iu],
  ["sub", /(?:^|;)\s*vertical-align\s*:\s*sub(?!s)/iu],
];
const PLAIN = /(?:^|;)\s*(?:font-weight\s*:\s*(?:normal|400)|font-style\s*:\s*normal)/iu;
const ALIGNED = /(?:^|;)\s*text-align\s*:\s*(center|right)/iu;
const BLOCKS = "p,h1,h2,h3,h4,h5,h6,ul,ol,table,blockquote,div,figure,hr";

/** The clipboard's HTML cleaned; `tell` gets how many pictures had to be left out. */
export function pasted(html, tell = () => {}) {
  if (html.length > LONGEST) return "";
  // Under another name: the page's Content-Security-Policy complains of every style that is only parsed.
  const bare = html.replace(TAG, (tag) => tag.replace(STYLE, " data-style=")).replace(SHEET, "<$1x-style").replace(HUGE_SPAN, "$1$2$031");
  if (bare.includes("data-pm-slice")) return ours(bare);
  const page = new DOMParser().parseFromString(bare, "text/html");
  clean(page.body, tell);
  return page.body.innerHTML;
}

/** What this editor itself put there; its styles are alignments. */
function ours(html) {
  return html.replace(/data-style="text-align: ?(left|center|right|justify);?"/gu, 'data-align="$1"');
}

export function plainText(text) {
  return text.normalize("NFC").replace(/\u00a0/gu, " ");
}

function clean(body, tell) {
  dropComments(body);
  const pictures = body.querySelectorAll("img,v\\:imagedata").length;
  for (const element of body.querySelectorAll(`${DROPPED},img`)) element.remove();
  if (pictures) tell(pictures);
  wordLists(body);
  for (const element of [...body.querySelectorAll("*")]) {
    if (element.localName.includes(":")) element.replaceWith(...element.childNodes); // <o:p>, <st1:place>
  }
  for (const element of [...body.querySelectorAll("*")]) settle(element);
  tidyTexts(body);
  for (const block of [...body.querySelectorAll("p,h2,h3,h4")]) {
    if (!block.textContent.trim() && !block.closest("td,th,li")) block.remove();
  }
}

function dropComments(body) {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  for (const comment of found) comment.remove();
}

function settle(element) {
  const style = element.dataset.style ?? "";
  if (/display\s*:\s*none|mso-hide\s*:\s*all/iu.test(style)) return element.remove();
  const align = ALIGNED.exec(style)?.[1] ?? { center: "center", right: "right" }[element.getAttribute("align")?.toLowerCase()];
  if (align && ["P", "TD", "TH"].includes(element.tagName)) element.dataset.align = align;
  if (["SPAN", "FONT"].includes(element.tagName) || (["B", "STRONG", "I", "EM"].includes(element.tagName) && PLAIN.test(style))) {
    return unwrap(element, style);
  }
  for (const { name } of [...element.attributes]) if (!KEPT.includes(name)) element.removeAttribute(name);
  if (element.tagName in RENAMED) rename(element, RENAMED[element.tagName]);
}

/** A span's looks as marks; around whole blocks they are dropped. */
function unwrap(element, style) {
  const marks = element.querySelector(BLOCKS) ? [] : MARKS.filter(([, rule]) => rule.test(style)).map(([name]) => name);
  let inner = [...element.childNodes];
  for (const name of marks) {
    const mark = element.ownerDocument.createElement(name);
    mark.append(...inner);
    inner = [mark];
  }
  element.replaceWith(...inner);
}

function rename(element, name) {
  const other = element.ownerDocument.createElement(name);
  for (const { name: key, value } of element.attributes) other.setAttribute(key, value);
  other.append(...element.childNodes);
  element.replaceWith(other);
}

function tidyTexts(body) {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    text.data = text.data.normalize("NFC").replace(/[\s\u00a0]+/gu, " ");
  }
}
