// Moving an article to another day by drag or by keyboard: both fill in the form that stands there without scripts.
import { _ } from "./words.js";
const said = document.getElementById("calendar-said");
const days = [...document.querySelectorAll("[data-day]")];
const inWeek = document.querySelector(".calendar-week") !== null;
for (const help of document.querySelectorAll("[data-with-scripts]")) help.hidden = false;

function send(entry, day, time) {
  const form = entry.querySelector("form");
  form.elements.publish_at.removeAttribute("min"); // the server says in words that an hour is past
  form.elements.publish_at.value = `${day}T${time}`;
  form.requestSubmit();
}

function shifted(time, minutes) {
  const [hours, past] = time.split(":").map(Number);
  const sum = Math.max(0, Math.min(24 * 60 - 1, hours * 60 + past + minutes));
  return `${String(Math.floor(sum / 60)).padStart(2, "0")}:${String(sum % 60).padStart(2, "0")}`;
}

let dragged = null;
for (const entry of document.querySelectorAll("[data-movable]")) {
  entry.draggable = true;
  entry.addEventListener("dragstart", (event) => {
    dragged = entry;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", entry.querySelector("a").textContent.trim());
  });
  entry.addEventListener("dragend", () => {
    dragged = null;
    mark(null);
  });
  byKeyboard(entry, entry.querySelector(".calendar-move"));
}

for (const day of days) {
  day.addEventListener("dragover", (event) => {
    if (!dragged) return;
    event.preventDefault();
    mark(day);
  });
  day.addEventListener("drop", (event) => {
    if (!dragged) return;
    event.preventDefault();
    if (!day.contains(dragged)) send(dragged, day.dataset.day, dragged.dataset.time);
  });
}

function mark(day) {
  for (const each of days) each.classList.toggle("drop-here", each === day);
}

function byKeyboard(entry, button) {
  const home = days.findIndex((day) => day.contains(entry));
  let at = home;
  let time = entry.dataset.time;
  const moving = () => button.getAttribute("aria-pressed") === "true";
  const stop = (words) => {
    button.setAttribute("aria-pressed", "false");
    entry.classList.remove("moving");
    at = home;
    time = entry.dataset.time;
    mark(null);
    said.textContent = words;
  };
  const tell = () => {
    mark(days[at]);
    days[at].scrollIntoView({ block: "nearest" });
    said.textContent = `${days[at].dataset.words}, ${time}`;
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    if (moving()) return stop(_("Đã thôi di chuyển."));
    button.setAttribute("aria-pressed", "true");
    entry.classList.add("moving");
    tell();
  });
  button.addEventListener("blur", () => moving() && stop(_("Đã thôi di chuyển.")));
  button.addEventListener("keydown", (event) => {
    if (!moving()) return;
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: inWeek ? 0 : -7, ArrowDown: inWeek ? 0 : 7 }[event.key];
    if (event.key === "Escape") return stop(_("Đã thôi di chuyển."));
    if (event.key === "Enter") {
      event.preventDefault();
      return send(entry, days[at].dataset.day, time);
    }
    if (step === undefined) return;
    event.preventDefault();
    if (step === 0) time = shifted(time, event.key === "ArrowUp" ? -30 : 30);
    at = Math.max(0, Math.min(days.length - 1, at + step));
    tell();
  });
}
