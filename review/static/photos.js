// Photos: moved up and down with buttons instead of numbers, and their places kept in step with the text.
const WORDS = 8;

export function watchPhotos(form, touch) {
  const list = form.querySelector("[data-photos]");
  for (const photo of list.querySelectorAll("[data-photo]")) {
    const box = photo.querySelector(".photo-order");
    box.querySelector("label").hidden = true;
    box.querySelector("input").type = "hidden";
    box.append(buttons(photo, list, touch));
    photo.querySelector("[data-place]").addEventListener("change", (event) => {
      const unused = ["tray", "out"].includes(event.target.value);
      photo.classList.toggle("photo-unused", unused);
    });
  }
}

/** The places to choose from are the paragraphs as they stand in the editor now. */
export function followEditor(form, editor) {
  const names = ["Đầu bài, trước đoạn 1"];
  editor.state.doc.forEach((node) => names.push(name(names.length, node.textBetween(0, node.content.size, " ", " "))));
  for (const select of form.querySelectorAll("[data-place]")) {
    const chosen = select.value;
    const unused = select.options[select.options.length - 1];
    const options = names.map((text, index) => new Option(text, String(index - 1)));
    select.replaceChildren(...options, unused);
    select.value = chosen;
    if (select.selectedIndex < 0) select.selectedIndex = select.options.length - 2;
  }
}

function name(number, text) {
  const words = text.split(/\s+/u).filter(Boolean);
  const opening = words.slice(0, WORDS).join(" ") + (words.length > WORDS ? "…" : "");
  return opening ? `Sau đoạn ${number}: ${opening}` : `Sau đoạn ${number}`;
}

function buttons(photo, list, touch) {
  const box = document.createElement("div");
  box.className = "photo-moves";
  box.append(
    button("↑", "Đưa ảnh lên", () => photo.previousElementSibling?.matches("[data-photo]") && photo.previousElementSibling.before(photo)),
    button("↓", "Đưa ảnh xuống", () => photo.nextElementSibling?.after(photo)),
  );
  return box;

  function button(sign, label, move) {
    const element = document.createElement("button");
    element.type = "button";
    element.className = "btn btn-line";
    element.textContent = sign;
    element.setAttribute("aria-label", label);
    element.addEventListener("click", () => {
      move();
      for (const [index, order] of [...list.querySelectorAll("[data-order]")].entries()) order.value = String(index + 1);
      element.focus();
      touch();
    });
    return element;
  }
}
