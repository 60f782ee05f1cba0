// Cutting and turning a photo: a frame over the picture, moved with the mouse or with the arrow keys. What it says
// stands in the card's number fields; the original is never touched.
import { _ } from "./words.js";
const SIDES = ["left", "top", "right", "bottom"];
const LEAST = 5; // per cent of a side that must remain
const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function editPhoto(card) {
  const before = SIDES.concat("turn").map((key) => card.field(key).value);
  const dialog = document.createElement("dialog");
  dialog.className = "photo-dialog";
  dialog.setAttribute("aria-label", _("Cắt, xoay ảnh {name}", { name: card.name }));
  const stage = document.createElement("div");
  stage.className = "crop-stage";
  const image = Object.assign(document.createElement("img"), { alt: "", draggable: false });
  const frame = document.createElement("div");
  frame.className = "crop-frame";
  stage.append(image, frame, ...[["left", "top"], ["right", "bottom"]].map(handle));
  const state = Object.assign(document.createElement("p"), { className: "quiet" });
  state.setAttribute("role", "status");
  const row = document.createElement("div");
  row.className = "decision-row";
  row.append(
    button(_("Xoay trái"), () => turn(270)), button(_("Xoay phải"), () => turn(90)), button(_("Để nguyên ảnh gốc"), () => set({ left: 0, top: 0, right: 0, bottom: 0 }, 0)),
    button(_("Hủy"), cancel), button(_("Xong"), () => dialog.close(), "btn-main"),
  );
  const help = Object.assign(document.createElement("p"), { textContent: _("Kéo hai góc của khung, hoặc chọn một góc rồi dùng phím mũi tên. Ảnh gốc luôn được giữ nguyên.") });
  dialog.append(help, stage, state, row);
  dialog.addEventListener("cancel", cancel);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  show();
  dialog.showModal();

  function value(key) {
    return Number(card.field(key).value) || 0;
  }

  function set(sides, angle = value("turn")) {
    for (const key of SIDES) card.field(key).value = String(sides[key]);
    card.field("turn").value = String(angle);
    show();
    tell();
  }

  function tell() {
    card.editing.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function cancel() {
    for (const [index, key] of SIDES.concat("turn").entries()) card.field(key).value = before[index];
    tell();
    dialog.close();
  }

  /** The frame turns with the picture. */
  function turn(by) {
    const [left, top, right, bottom] = SIDES.map(value);
    const sides = by === 90 ? { left: bottom, top: left, right: top, bottom: right } : { left: top, top: right, right: bottom, bottom: left };
    set(sides, (value("turn") + by) % 360);
  }

  function show() {
    const address = card.picture("medium", value("turn") ? `${value("turn")}:0,0,0,0` : "");
    if (image.getAttribute("src") !== address) image.src = address;
    for (const key of SIDES) frame.style[key] = `${value(key)}%`;
    for (const corner of stage.querySelectorAll(".crop-handle")) {
      for (const key of corner.dataset.sides.split(",")) corner.style[key] = `${value(key)}%`;
    }
    state.textContent = _("Giữ lại {width} % bề ngang, {height} % bề cao.", { width: 100 - value("left") - value("right"), height: 100 - value("top") - value("bottom") });
  }

  function handle(sides) {
    const corner = Object.assign(document.createElement("button"), { type: "button", className: "crop-handle" });
    corner.dataset.sides = sides.join(",");
    corner.setAttribute("aria-label", sides[0] === "left" ? _("Góc trên bên trái") : _("Góc dưới bên phải"));
    corner.addEventListener("keydown", (event) => {
      const way = KEYS[event.key];
      if (!way || event.isComposing) return;
      event.preventDefault();
      const size = event.shiftKey ? 10 : 1;
      const sign = sides[0] === "left" ? 1 : -1;
      put(sides, value(sides[0]) + sign * way[0] * size, value(sides[1]) + sign * way[1] * size);
    });
    corner.addEventListener("pointerdown", (event) => corner.setPointerCapture(event.pointerId));
    corner.addEventListener("pointermove", (event) => {
      if (!corner.hasPointerCapture(event.pointerId)) return;
      const box = stage.getBoundingClientRect();
      const across = ((event.clientX - box.left) / box.width) * 100;
      const down = ((event.clientY - box.top) / box.height) * 100;
      put(sides, sides[0] === "left" ? across : 100 - across, sides[1] === "top" ? down : 100 - down);
    });
    return corner;
  }

  function put([across, down], x, y) {
    const other = { left: "right", top: "bottom", right: "left", bottom: "top" };
    const within = (key, wanted) => Math.round(Math.max(0, Math.min(wanted, 100 - LEAST - value(other[key]))));
    set({ ...Object.fromEntries(SIDES.map((key) => [key, value(key)])), [across]: within(across, x), [down]: within(down, y) });
  }
}

function button(text, run, look = "btn-line") {
  const element = Object.assign(document.createElement("button"), { type: "button", className: `btn ${look}`, textContent: text });
  element.addEventListener("click", run);
  return element;
}
