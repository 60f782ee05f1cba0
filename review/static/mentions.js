// Names after an @ in a remark: a list under the field while one is typed. Without scripts the boxes below say the same.
//
// The field stays a field of several lines, which has no aria-expanded (ARIA 1.2, textbox): the name that would be taken
// is told by aria-activedescendant. Focus never leaves it, and while an input method composes (UniKey), no key is taken.
const LEADING = /(?:^|[\s(])@([^@\n]{0,60})$/u;
const MOST = 8;

for (const field of document.querySelectorAll("textarea[data-mentions]")) watch(field);

function watch(field) {
  const people = [...field.form.querySelectorAll("[data-name]")];
  if (people.length === 0) return;
  const list = document.createElement("ul");
  list.className = "mention-list";
  list.id = `${field.id}-names`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.form.querySelector(".mention-boxes legend").textContent);
  field.after(list);
  for (const [name, value] of Object.entries({ "aria-autocomplete": "list", "aria-controls": list.id })) field.setAttribute(name, value);

  let chosen = -1;

  function close() {
    list.hidden = true;
    list.replaceChildren();
    field.removeAttribute("aria-activedescendant");
  }

  function mark(index) {
    const options = [...list.children];
    chosen = (index + options.length) % options.length;
    options.forEach((option, place) => option.setAttribute("aria-selected", String(place === chosen)));
    options[chosen].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", options[chosen].id);
  }

  function offer() {
    const typed = LEADING.exec(field.value.slice(0, field.selectionStart));
    const found = typed ? people.filter((box) => fits(box.dataset.name, typed[1])).slice(0, MOST) : [];
    if (found.length === 0) return close();
    list.replaceChildren(...found.map((box, place) => optionFor(box, `${list.id}-${place}`)));
    list.hidden = false;
    return mark(0);
  }

  function optionFor(box, id) {
    const option = Object.assign(document.createElement("li"), { id, textContent: box.labels[0].textContent });
    option.setAttribute("role", "option");
    option.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    option.addEventListener("click", () => take(box));
    option.box = box;
    return option;
  }

  function take(box) {
    const before = field.value.slice(0, field.selectionStart);
    const from = before.lastIndexOf("@");
    field.setRangeText(`@${box.dataset.name} `, from, field.selectionStart, "end");
    box.checked = true;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    close();
  }

  field.addEventListener("input", (event) => event.isComposing || offer());
  field.addEventListener("compositionend", offer);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey) return;
    const act = { ArrowDown: () => mark(chosen + 1), ArrowUp: () => mark(chosen - 1), Escape: close, Enter: () => take(list.children[chosen].box), Tab: () => take(list.children[chosen].box) }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

/** Whether what is typed begins the name, or one of its words; without marks where none were typed. */
function fits(name, typed) {
  const wanted = folded(typed);
  const words = folded(name).split(" ");
  return words.some((_word, place) => words.slice(place).join(" ").startsWith(wanted)) && wanted !== words.join(" ");
}

function folded(text) {
  return text.normalize("NFD").replace(/\p{Mn}/gu, "").replace(/đ/giu, "d").toLowerCase().trimStart();
}
