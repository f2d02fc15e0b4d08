// Windows on top of the page: "are you sure" questions, and small forms of the page's own. Native dialogs trap the focus and close on Esc.

import { freshId, giveBack, h } from "./dom.js";
import { plain, textObject } from "./mrkdwn.js";

/** Opens a small window; resolves to the value of the button pressed, or null on Esc. */
export function ask(title, body, buttons) {
  const id = freshId("dialog");
  return new Promise((resolve) => {
    const opener = document.activeElement;
    const dialog = h("dialog", { class: "window small", "aria-labelledby": id },
      h("h2", { id }, title),
      h("div", { class: "window-body" }, body),
      h("div", { class: "window-foot" }, ...buttons.map((one) => h("button", {
        type: "button", class: `button ${one.style ?? ""}`, autofocus: one.first, onclick: () => finish(one.value),
      }, one.label))));
    function finish(value) {
      dialog.close();
      dialog.remove();
      giveBack(opener);
      resolve(value);
    }
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      event.stopPropagation();
      finish(null);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Asks what a Block Kit confirm object asks; true if the person agrees. */
export async function confirmed(confirm, town) {
  const answer = await ask(plain(confirm.title.text), textObject(confirm.text, town), [
    { label: plain(confirm.deny.text), value: false },
    { label: plain(confirm.confirm.text), value: true, style: confirm.style === "danger" ? "danger solid" : "primary", first: true },
  ]);
  return answer === true;
}

/** Asks for one line of text; null if the person thinks better of it. */
export async function askText(title, label, start = "", done = "Save") {
  const id = freshId("ask");
  const field = h("textarea", { id, class: "text-field", rows: 3, value: start });
  const answer = await ask(title, [h("label", { for: id, class: "label" }, label), field], [
    { label: "Cancel", value: null },
    { label: done, value: true, style: "primary" },
  ]);
  return answer ? field.value : null;
}
