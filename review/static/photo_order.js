// The order of the photos' cards: by buttons, and by dragging a card at its handle.
import { _ } from "./words.js";

export function movable(list, onOrder) {
  let dragged = null;
  for (const card of list.querySelectorAll("[data-photo-card]")) {
    const box = card.querySelector(".photo-order");
    box.querySelector("label").hidden = true;
    box.querySelector("input").type = "hidden";
    const name = card.querySelector(".photo-name").textContent;
    const up = button("↑", _("Đưa ảnh {name} lên", { name }), () => card.previousElementSibling?.matches("[data-photo-card]") && card.previousElementSibling.before(card));
    const down = button("↓", _("Đưa ảnh {name} xuống", { name }), () => card.nextElementSibling?.matches("[data-photo-card]") && card.nextElementSibling.after(card));
    const moves = document.createElement("div");
    moves.className = "photo-moves";
    moves.append(up, down);
    box.append(moves);
    card.querySelector("[data-handle]").addEventListener("dragstart", (event) => {
      dragged = card;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/html", figureHtml(card.dataset.photoCard));
    });
    card.addEventListener("dragover", (event) => dragged && dragged !== card && event.preventDefault());
    card.addEventListener("drop", (event) => {
      if (!dragged || dragged === card) return;
      event.preventDefault();
      const { top, height } = card.getBoundingClientRect();
      if (event.clientY > top + height / 2) card.after(dragged);
      else card.before(dragged);
      onOrder();
    });
    card.addEventListener("dragend", () => (dragged = null));
  }

  function button(sign, label, move) {
    const element = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-line", textContent: sign });
    element.setAttribute("aria-label", label);
    element.addEventListener("click", () => {
      move();
      onOrder();
      element.focus();
    });
    return element;
  }
}

/** What a photo is while it is dragged: the editor makes a figure of it where it is dropped. */
export function figureHtml(sha256) {
  return `<figure data-photo="${sha256}"></figure>`;
}
