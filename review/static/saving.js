// Saves without leaving the page, so that what was written is still there when saving fails: the line is down, the
// session has ended, the server refuses. A save that came too late is sent again the plain way: its page shows both
// versions.
import { dropCopy } from "./saving_copies.js";
import { _ } from "./words.js";

const LOST_LINE = _("Chưa lưu được: mất kết nối. Bài bạn viết vẫn còn ở đây; thử lại sau ít phút.");
const LOGGED_OUT = _("Chưa lưu được: phiên đăng nhập đã hết. Đăng nhập lại ở một thẻ khác, rồi bấm Lưu lần nữa.");
const REFUSED = _("Chưa lưu được. Bài bạn viết vẫn còn ở đây.");

export function saveInPlace(form, unsaved, draft) {
  let saving = false; // a second click would save over the first one's version, and be told that somebody else did
  form.renewToken = () => renewToken(form, new FormData());
  window.addEventListener("pageshow", (event) => { saving &&= !event.persisted; });
  form.addEventListener("submit", async (event) => {
    if (saving) return void event.preventDefault();
    if (event.submitter?.hasAttribute("formaction")) return takeChoice(form, unsaved, draft, event);
    event.preventDefault();
    saving = true;
    try {
      await draft.stop();
      const fields = new FormData(form, event.submitter);
      unsaved.say(_("Đang lưu…"));
      let answer = await send(form, fields);
      if (answer.status === 403 && (await renewToken(form, fields))) answer = await send(form, fields);
      finish(form, unsaved, answer, await answer.text(), event.submitter);
      saving = answer.redirected || answer.status === 409; // another page is on its way
      if (!saving) draft.go();
    } catch {
      saving = false;
      draft.go();
      unsaved.say(LOST_LINE);
    }
  });
}

/** The page that comes back holds the form as it is, and the choice; asked for first, so that nothing is lost. */
async function takeChoice(form, unsaved, draft, event) {
  if (form.dataset.going) return;
  event.preventDefault();
  const button = event.submitter;
  await draft.stop();
  try {
    const fields = new FormData(form, button);
    const answer = await fetch(button.formAction, { method: "POST", body: fields });
    if (!answer.ok) {
      unsaved.say(answer.status === 403 ? LOGGED_OUT : `${REFUSED} ${reasonOf(await answer.text())}`);
      draft.go();
      return;
    }
    unsaved.forget();
    dropCopy(form);
    form.dataset.going = "1";
    button.click();
  } catch {
    draft.go();
    unsaved.say(LOST_LINE);
  }
}

function send(form, fields) {
  return fetch(form.action, { method: "POST", body: fields });
}

function finish(form, unsaved, answer, text, submitter) {
  if (answer.ok && answer.redirected) {
    unsaved.forget();
    dropCopy(form);
    location.assign(answer.url);
  } else if (answer.status === 409) {
    unsaved.forget();
    if (submitter?.name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: submitter.name, value: submitter.value }));
    form.submit();
  } else if (answer.status === 403) {
    unsaved.say(LOGGED_OUT);
  } else {
    unsaved.say(`${REFUSED} ${reasonOf(text)}`);
  }
}

/** What the page of an error says is wrong. */
export function reasonOf(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  return page.querySelector(".empty p:not(.empty-code)")?.textContent ?? "";
}

/** After somebody has logged in again, the forms of this page need the new session's token. */
async function renewToken(form, fields) {
  const answer = await fetch(form.dataset.article);
  if (!answer.ok || new URL(answer.url).pathname !== form.dataset.article) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const token = page.querySelector("input[name=csrf]")?.value;
  if (!token) return false;
  for (const field of document.querySelectorAll("input[name=csrf]")) field.value = token;
  fields.set("csrf", token);
  return true;
}
