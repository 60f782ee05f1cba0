// A photo as it stands in the text: the picture, its caption and alternative text, and what can be done with it.
import { _ } from "./words.js";

/** The maker of figures: `photos` is what photos.js keeps of the form's cards. */
export function figureMaker(photos) {
  return (sha256, { move, remove }) => {
    const card = photos.card(sha256);
    const figure = document.createElement("figure");
    figure.className = "photo-figure";
    figure.contentEditable = "false";
    figure.dataset.photo = sha256;
    const image = Object.assign(document.createElement("img"), { src: card.picture("medium"), alt: card.alt.value || card.caption.value || card.name, draggable: false });
    const caption = mirrored(card.caption, document.createElement("textarea"), _("Chú thích ảnh {name}", { name: card.name }), _("Chú thích ảnh"));
    caption.rows = 1;
    const alt = mirrored(card.alt, document.createElement("input"), _("Văn bản thay thế của ảnh {name}", { name: card.name }), _("Văn bản thay thế, cho người không nhìn thấy ảnh"));
    const tools = document.createElement("div");
    tools.className = "photo-tools";
    tools.append(
      button("↑", _("Đưa ảnh {name} lên", { name: card.name }), () => move(-1)),
      button("↓", _("Đưa ảnh {name} xuống", { name: card.name }), () => move(1)),
      button(_("Cắt, xoay"), _("Cắt, xoay ảnh {name}", { name: card.name }), () => photos.edit(sha256)),
      button(_("Đưa về khay"), _("Đưa về khay: ảnh {name}", { name: card.name }), remove),
    );
    card.onPicture(() => (image.src = card.picture("medium")));
    figure.append(image, caption, alt, tools);
    return figure;
  };
}

/** Another field for the same words: what is typed in one stands in both. */
function mirrored(field, copy, label, placeholder) {
  copy.className = "form-control";
  copy.value = field.value;
  copy.placeholder = placeholder;
  copy.setAttribute("aria-label", label);
  copy.addEventListener("input", (event) => {
    event.stopPropagation();
    field.value = copy.value;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: event.isComposing }));
  });
  copy.addEventListener("keydown", (event) => event.key === "Enter" && !event.isComposing && event.preventDefault());
  field.addEventListener("input", () => {
    if (document.activeElement !== copy) copy.value = field.value;
  });
  return copy;
}

function button(sign, label, run) {
  const element = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-line btn-small", textContent: sign });
  element.setAttribute("aria-label", label);
  element.addEventListener("click", run);
  return element;
}
