// On a narrow screen the letter and the draft are tabs; without scripts they stand one below the other.
const panes = [document.querySelector("#draft"), document.querySelector("#letter")];
const links = [...document.querySelectorAll(".pane-tabs a")];
const narrow = window.matchMedia("(max-width: 900px)");

function show(chosen) {
  for (const [index, pane] of panes.entries()) {
    pane.hidden = narrow.matches && index !== chosen;
    links[index].toggleAttribute("aria-current", index === chosen);
    if (index === chosen) links[index].setAttribute("aria-current", "true");
  }
}

document.documentElement.classList.add("with-scripts");
let chosen = location.hash === "#letter" ? 1 : 0;
for (const [index, link] of links.entries()) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    chosen = index;
    show(chosen);
  });
}
narrow.addEventListener("change", () => show(chosen));
show(chosen);
