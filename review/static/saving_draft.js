// Keeps what somebody writes as a draft of his own, which is no version of the article: on the server some seconds
// after he stops, and on this machine whenever the server cannot be reached. No save begins while a word is composed.
import { reasonOf } from "./saving.js";
import { keepCopy, dropCopy } from "./saving_copies.js";
import { _ } from "./words.js";

const QUIET = 1500; // milliseconds after the last change
const LONGEST = 10_000; // of writing without a pause
const AGAIN = 5_000; // after a failure
const LOST_LINE = _("Mất mạng: bản sao giữ trên máy này, sẽ tự gửi khi có mạng.");
const NOWHERE = _("Mất mạng và máy này không giữ được bản sao. Đừng đóng trang này.");
const LOGGED_OUT = _("Phiên đăng nhập đã hết: bản sao giữ trên máy này. Đăng nhập lại ở một thẻ khác.");

export function keepDraft(form, unsaved) {
  const address = `${form.dataset.article}/drafts`;
  let timer = 0;
  let since = 0; // of the oldest change that was not sent
  let composing = false;
  let waiting = false; // a save that a composition holds up
  let sending = null;
  let over = false; // the article itself is being saved

  form.addEventListener("compositionstart", () => (composing = true));
  form.addEventListener("compositionend", () => {
    composing = false;
    if (waiting) plan();
  });
  unsaved.onTouch(plan);
  window.addEventListener("online", () => unsaved.isDirty() && send());
  document.addEventListener("visibilitychange", () => document.hidden && since && !composing && send());
  if (form.dataset.unsaved === "new") plan(); // what was just taken into the form

  function plan() {
    if (over || form.classList.contains("held")) return; // held: fields that are switched off would be missing
    since ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(send, Math.max(0, Math.min(QUIET, since + LONGEST - Date.now())));
  }

  async function send() {
    clearTimeout(timer);
    if (over || form.classList.contains("held")) return;
    waiting = composing;
    if (composing) return;
    if (sending) return void (await sending, since && plan());
    sending = sent();
    await sending;
    sending = null;
  }

  async function sent() {
    since = 0;
    const fields = new FormData(form);
    const kept = keepCopy(form, fields);
    unsaved.say(_("Đang lưu…"));
    try {
      const answer = await fetch(address, { method: "POST", body: fields });
      if (!answer.ok) return refused(answer, kept);
      const { key, serial, at } = await answer.json();
      dropCopy(form);
      form.elements.draft_key.value = key;
      form.elements.draft_serial.value = serial;
      if (since) return;
      unsaved.keep();
      unsaved.say(_("Đã lưu nháp lúc {at}", { at }));
    } catch {
      if (kept) unsaved.keep();
      unsaved.say(kept ? LOST_LINE : NOWHERE);
      later();
    }
  }

  async function refused(answer, kept) {
    if (kept) unsaved.keep();
    if (answer.status === 403) {
      unsaved.say(kept ? LOGGED_OUT : NOWHERE);
      await form.renewToken();
      return later();
    }
    unsaved.say(_("Chưa lưu nháp được. {reason}", { reason: reasonOf(await answer.text()) }));
  }

  function later() {
    since ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(send, AGAIN);
  }

  return {
    /** Nothing more is sent, since the article itself is being saved; what is on its way arrives first. */
    async stop() {
      over = true;
      clearTimeout(timer);
      await sending;
      keepCopy(form, new FormData(form));
    },
    go() {
      over = false;
      plan();
    },
    /** What is written now, sent at once. */
    flush: () => (since ? send() : sending),
    isWriting: () => Boolean(since || sending),
  };
}
