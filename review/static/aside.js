// What was set aside can be dragged into the text, to the place where it belongs; its button puts it at the end.
import { _ } from "./words.js";

for (const item of document.querySelectorAll("#aside [data-aside]")) {
  item.draggable = true;
  item.title = _("Kéo vào chỗ cần đặt trong bài, hoặc bấm nút để đưa vào cuối bài");
  item.addEventListener("dragstart", (event) => {
    const text = item.querySelector(".aside-text").textContent;
    event.dataTransfer.effectAllowed = "copy";
    event.dataTransfer.setData("text/plain", text);
    event.dataTransfer.setData("text/html", paragraphs(text));
  });
}

function paragraphs(text) {
  const box = document.createElement("div");
  for (const line of text.split("\n").filter((each) => each.trim())) box.append(Object.assign(document.createElement("p"), { textContent: line.trim() }));
  return box.innerHTML;
}
