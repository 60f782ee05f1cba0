// Photos: the cards of the form, kept in step with the figures in the text and with the tray above it.
import { arrangePhotos, placePhoto, putPhoto, removePhoto } from "./photo_places.js";
import { editPhoto } from "./photo_edit.js";
import { movable } from "./photo_order.js";
import { trayOf } from "./photo_tray.js";
import { _ } from "./words.js";

const WORDS = 8;
const UNUSED = ["tray", "out"];

export function watchPhotos(form, touch) {
  const list = form.querySelector("[data-photos]");
  let editor = null;
  let tray = null;
  const cards = new Map([...list.querySelectorAll("[data-photo-card]")].map((element) => [element.dataset.photoCard, cardOf(element)]));

  for (const card of cards.values()) {
    card.place.addEventListener("change", () => {
      if (editor) {
        if (UNUSED.includes(card.place.value)) removePhoto(editor, card.sha256);
        else placePhoto(editor, card.sha256, Number(card.place.value));
      }
      refresh();
    });
    card.editing.addEventListener("input", () => card.changed());
  }
  movable(list, () => {
    const placed = inOrder().filter((card) => card.isPlaced());
    if (editor) arrangePhotos(editor, placed.map((card) => card.sha256));
    number();
    touch();
  });
  refresh();

  function inOrder() {
    return [...list.querySelectorAll("[data-photo-card]")].map((element) => cards.get(element.dataset.photoCard));
  }

  function number() {
    for (const [index, card] of inOrder().entries()) card.order.value = String(index + 1);
  }

  function refresh() {
    for (const card of cards.values()) card.element.classList.toggle("photo-unused", !card.isPlaced());
    const placed = [...cards.values()].filter((card) => card.isPlaced()).length;
    list.querySelector("[data-counts]").textContent = _("Ảnh ({placed} đăng, {waiting} trong khay)", { placed, waiting: cards.size - placed });
    tray?.show([...cards.values()].filter((card) => !card.isPlaced()));
  }

  return {
    has: (sha256) => cards.has(sha256),
    card: (sha256) => cards.get(sha256),
    placed: () => inOrder().filter((card) => card.isPlaced()).map((card) => [card.sha256, Number(card.place.value)]),
    edit: (sha256) => editPhoto(cards.get(sha256)),
    tray(edited) {
      tray = trayOf((sha256) => putPhoto(edited, sha256));
      refresh();
      return tray.element;
    },
    join(edited) {
      editor = edited;
      nameThePlaces(edited);
    },
    /** After a change of the text: where each photo stands now. */
    follow(edited, places) {
      nameThePlaces(edited);
      const standing = new Map(places);
      for (const card of cards.values()) {
        if (standing.has(card.sha256)) card.place.value = String(standing.get(card.sha256));
        else if (card.isPlaced()) card.place.value = card.unused;
      }
      follow(places.map(([sha256]) => cards.get(sha256).element));
      refresh();
    },
  };

  /** The cards stand in the order of the text; those in the tray come after them. */
  function follow(first) {
    const wanted = [...first, ...inOrder().map((card) => card.element).filter((element) => !first.includes(element))];
    if (wanted.every((element, index) => inOrder()[index].element === element)) return;
    for (const element of wanted) list.append(element);
    number();
  }

  function nameThePlaces(edited) {
    const names = [_("Đầu bài, trước đoạn 1")];
    edited.state.doc.forEach((node) => {
      const text = node.textBetween(0, node.content.size, " ", " ");
      if (node.type.name !== "photo" && (text.trim() || !node.isTextblock)) names.push(name(names.length, text));
    });
    for (const card of cards.values()) card.nameThePlaces(names);
  }
}

function name(number, text) {
  const words = text.split(/\s+/u).filter(Boolean);
  const opening = words.slice(0, WORDS).join(" ") + (words.length > WORDS ? "…" : "");
  return opening ? _("Sau đoạn {number}: {opening}", { number, opening }) : _("Sau đoạn {number}", { number });
}

function cardOf(element) {
  const field = (key) => element.querySelector(`[name="photo_${key}"]`);
  const place = field("place");
  const image = element.querySelector("img");
  const [address] = image.getAttribute("src").split("?");
  const listeners = [() => ((image.srcset = ""), (image.src = card.picture("medium")))];
  const card = {
    element, place, sha256: element.dataset.photoCard, name: element.querySelector(".photo-name").textContent,
    caption: field("caption"), alt: field("alt"), order: field("order"), editing: element.querySelector("[data-editing]"), field,
    unused: place.options[place.options.length - 1].value,
    isPlaced: () => !UNUSED.includes(place.value),
    edit: (cut = true) => {
      const number = (key) => Math.max(0, Math.round(Number(field(key).value) || 0));
      const sides = cut ? ["left", "top", "right", "bottom"].map(number) : [0, 0, 0, 0];
      return number("turn") || sides.some(Boolean) ? `${number("turn")}:${sides.join(",")}` : "";
    },
    picture: (size, edit = card.edit()) => `${address}?size=${size}${edit ? `&edit=${encodeURIComponent(edit)}` : ""}`,
    onPicture: (run) => listeners.push(run),
    changed: () => listeners.forEach((run) => run()),
    nameThePlaces(names) {
      const chosen = place.value;
      const last = place.options[place.options.length - 1];
      place.replaceChildren(...names.map((text, index) => new Option(text, String(index - 1))), last);
      place.value = chosen;
      if (place.selectedIndex < 0) place.selectedIndex = Math.max(0, place.options.length - 2);
    },
  };
  return card;
}
