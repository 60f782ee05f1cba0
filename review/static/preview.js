// "Xem" beside an attached file opens it here, under the list, instead of on a page of its own.
for (const link of document.querySelectorAll("[data-part-preview]")) {
  link.addEventListener("click", async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const before = link.closest("li").querySelector(".preview");
    if (before) {
      before.remove();
      link.setAttribute("aria-expanded", "false");
      return;
    }
    if (link.hasAttribute("aria-busy")) return; // asked for already
    link.setAttribute("aria-busy", "true");
    const text = await fetch(link.href).then((answer) => answer.ok ? answer.text() : "").catch(() => "");
    const page = text && new DOMParser().parseFromString(text, "text/html");
    link.removeAttribute("aria-busy");
    const look = page && page.querySelector(".preview");
    if (!look) return void location.assign(link.href); // the log-in, perhaps
    look.removeAttribute("id");
    link.setAttribute("aria-expanded", "true");
    link.closest("li").append(document.adoptNode(look));
  });
}
