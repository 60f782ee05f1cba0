// A form leaves once. Who clicks twice, as on a desktop, would else send two: a remark twice, or a decision of which the
// second comes too late, and it is the second answer that he sees.
const AGAIN = 11000; // milliseconds, longer than any answer takes: the first was lost, or nobody left the page after all

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return; // another script sends it
  const sent = Number(form.dataset.sent);
  if (sent && Date.now() - sent < AGAIN) event.preventDefault();
  else form.dataset.sent = Date.now();
});
addEventListener("pageshow", (event) => {
  if (event.persisted) for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});
