// The tray above the text: the letter's photos that are not in the article. A click puts one where the cursor is;
// dragging puts it where it is dropped.
import { figureHtml } from "./photo_order.js";
import { _ } from "./words.js";

export function trayOf(put) {
  const element = document.createElement("div");
  element.className = "photo-tray";
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", _("Khay ảnh của thư: bấm để đặt ảnh vào chỗ con trỏ, hoặc kéo vào bài"));
  const words = Object.assign(document.createElement("span"), { className: "photo-tray-words", textContent: _("Khay ảnh") });

  function show(cards) {
    element.hidden = !cards.length;
    element.replaceChildren(words, ...cards.map(button));
  }

  function button(card) {
    const made = Object.assign(document.createElement("button"), { type: "button", title: card.name, draggable: true });
    made.setAttribute("aria-label", _("Đặt ảnh {name} vào bài", { name: card.name }));
    made.append(Object.assign(document.createElement("img"), { src: card.picture("small"), alt: "", draggable: false }));
    made.addEventListener("click", () => put(card.sha256));
    made.addEventListener("dragstart", (event) => {
      event.dataTransfer.effectAllowed = "copyMove";
      event.dataTransfer.setData("text/html", figureHtml(card.sha256));
    });
    return made;
  }

  return { element, show };
}
