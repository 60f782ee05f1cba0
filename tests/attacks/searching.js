// Run in every frame of a page without its policy: acts on everything there as a restless reader would, and returns
// what should not be there. `own` is the origin of our pages, `kind` says which page it is.
({ own, kind }) => {
  const found = [];
  const letter = kind === "letter";
  const regions = letter ? [document.body] : [...document.querySelectorAll(".prose, .ProseMirror, article .body")];
  const foreign = (element) => regions.some((region) => region !== element && region.contains(element));
  const tell = (what, element) => found.push(`${what}: ${element.outerHTML.slice(0, 160)}`);

  const FORBIDDEN = new Set(
    ("applet area audio base bgsound canvas embed fencedframe frame frameset isindex keygen map marquee math " +
      "model noscript object picture plaintext portal slot source template track video xmp").split(" "),
  );
  const OURS = { script: "script[src^='/static/']", link: "head > link[href^='/static/']", svg: ".name > svg.mark",
    iframe: "iframe.letter-frame", dialog: "dialog.queue-dialog[id$='-dialog']", style: letter ? "head > style:first-of-type" : "x", meta: "head > meta:not([http-equiv])" };
  const PAINT = /^(?:[a-z-]+: ?(?:[-\w#%.,+ ]|rgba?\([\d., %]+\))+;? ?)*$/u;
  const ALIGN = /^text-align: ?(?:left|center|right|justify);?$/u;
  const MEASURE = /^(?:min-)?width: ?[\d.]+(?:px|%)?;?$/u; // of the editor's tables

  function look(element) {
    const name = element.localName;
    if (FORBIDDEN.has(name)) tell(name, element);
    if (name in OURS && !element.matches(OURS[name])) tell(name, element);
    if (element.namespaceURI !== "http://www.w3.org/1999/xhtml" && !element.closest(".name > svg.mark")) tell("namespace", element);
    if (letter && /^(?:form|input|button|select|textarea)$/u.test(name)) tell("form", element);
    if (element.shadowRoot) tell("shadow", element);
    for (const { name: key, value } of element.attributes) lookAt(element, key.toLowerCase(), value);
  }

  // What our own forms and pictures say: where another choice is sent, and which sizes of a picture there are.
  const OWN = { formaction: /^\/articles\/\d+\/choice#\w+$/u, srcset: /^(?:\/(?:articles\/\d+\/photos|media)\/[^\s,]+ \d+w(?:, |$))+$/u };

  function lookAt(element, key, value) {
    const within = foreign(element) && !element.closest(".ProseMirror figure.photo-figure"); // our own, with its fields
    if (!within && OWN[key]?.test(value)) return;
    if (/^on|^(?:srcdoc|srcset|imagesrcset|ping|formaction|background|poster|manifest|attributionsrc|lowsrc|cite|usemap)$/u.test(key)) tell(key, element);
    if (key.startsWith("hx-") && !element.matches("form.panel[action$='/return'] > div[hx-target='#preview']")) tell(key, element);
    if (within && /^(?:id|name|target|is|slot|tabindex|accesskey|popover|hidden|data-.*)$/u.test(key) && !element.closest(".ProseMirror")) tell(key, element);
    if (within && key === "class" && !/^(?:align-\w+|tableWrapper|ProseMirror-\w+)(?: |$)/u.test(value)) tell(key, element);
    if (key === "href" && element.localName === "a") lookAtLink(element, within);
    if (key === "src" && !new URL(value, location).href.match(/^data:image\/(?:jpeg|png);/u) && new URL(value, location).origin !== own) tell("src", element);
    if (key === "style" && !(letter ? PAINT : ALIGN).test(value) && !(element.closest(".ProseMirror") && MEASURE.test(value))) tell("style", element);
    if (/^(?:colspan|rowspan|start)$/u.test(key) && !letter && !element.closest(".ProseMirror") && !/^[1-9]\d{0,2}$/u.test(value)) tell(key, element);
  }

  function lookAtLink(link, within) {
    // What the editor's own list lets be pasted goes when it is saved.
    const pasted = link.closest(".ProseMirror") && /^(?:ftps?|callto|sms|cid|xmpp):$/u.test(link.protocol);
    if (!pasted && !/^(?:https?|mailto|tel):$/u.test(link.protocol)) tell("href", link);
    else if (within && /^http/u.test(link.protocol) && link.origin === own && !link.closest(".ProseMirror")) tell("href to our own pages", link);
  }

  const EVENTS = ("mouseover mouseenter mousemove pointerover pointerenter pointerrawupdate focus focusin blur wheel " +
    "copy animationstart transitionend beforetoggle toggle beforematch command cancel close error load submit invalid " +
    "input slotchange finish ratechange").split(" ");

  function act(element) {
    for (const event of EVENTS) {
      const hears = element.hasAttribute(`on${event}`) || event === "mouseover";
      if (hears) element.dispatchEvent(new Event(event, { bubbles: event === "mouseover", cancelable: true }));
    }
    const names = [...element.attributes].some((each) => /^\W*\w*script:/iu.test(each.value));
    const leads = element.matches("a[href], area[href]") ? !/^(?:https?|mailto|tel):$/u.test(element.protocol) : names;
    if (element.hasAttribute("onclick") || leads) {
      const ours = !foreign(element) && element.closest("a.photo-view"); // opens the picture in a tab, as it should
      element.dispatchEvent(new MouseEvent("click", { bubbles: !ours, cancelable: true }));
    }
  }

  for (const folded of document.querySelectorAll("details")) folded.open = true; // what is set aside is read, too
  const all = [...document.querySelectorAll("*")];
  all.forEach(look);
  all.forEach(act);
  const words = [document.body.innerText, ...[...document.querySelectorAll("textarea")].map((area) => area.value)].join("\n");
  const leaks = [...words.matchAll(/LEAK\d+/gu)].map((match) => match[0]);

  // A parser puts what is deeper than 512 open elements beside its parents; the editor builds such without a parser.
  const DEEPEST = 480;
  function depth(region) {
    const above = (element) => (element === region ? 0 : 1 + above(element.parentElement));
    return Math.max(0, ...[...region.querySelectorAll("*")].filter((each) => !each.firstElementChild).map(above));
  }

  // Written and read again, in a live document, nothing may change.
  for (const region of regions.filter((each) => !(each.matches(".ProseMirror") && depth(each) > DEEPEST))) {
    const [written, again] = [region.innerHTML, document.createElement("div")];
    document.body.append(again);
    again.innerHTML = written;
    if (again.innerHTML !== written) found.push(`mutates: ${written.slice(0, 160)}`);
    again.remove();
  }
  return { found, leaks, words };
};
