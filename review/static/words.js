// What the scripts say, in the language of the page. Vietnamese is the source: each text is its own key, and a page in
// another language brings a table of them along (`base.html`).
const table = JSON.parse(document.querySelector("#script-words")?.textContent ?? "{}");
const language = document.documentElement.lang;
const rules = new Intl.PluralRules(language);

/** For dates and numbers. */
export const LOCALE = language === "vi" ? "vi-VN" : "en-GB";

/** `text`, with what it names in braces put in. */
export function _(text, named = {}) {
  return filled((table[text] ?? [text])[0], named);
}

/** The same of a text that says a {number}: in the form for that number. */
export function counted(text, number, named = {}) {
  const forms = table[text] ?? [text];
  return filled(rules.select(number) === "one" ? forms[0] : forms.at(-1), { number, ...named });
}

function filled(text, named) {
  return text.replace(/\{(\w+)\}/gu, (whole, name) => named[name] ?? whole);
}
