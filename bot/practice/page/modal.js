// The assistant's windows: the top one of a stack of at most three, its fields with the errors beside them, and how it is closed.

import { giveBack, h, iconButton, keepingFocus, speak } from "./dom.js";
import { drawBlocks } from "./blocks.js";
import { plain } from "./mrkdwn.js";
import { Scene } from "./scene.js";

export class Windows {
  /** `act(verb, what)` speaks to the server; `changed()` is called when the page should look again. */
  constructor(act, changed) {
    Object.assign(this, { act, changed });
    this.scene = null;
    this.drawn = "";
    this.opener = null;
    this.dialog = h("dialog", { class: "window", id: "window", "aria-labelledby": "window-title" });
    this.dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.close(false);
    });
    document.body.append(this.dialog);
  }

  /** Shows these windows (the last is on top), or none. */
  update(views, town) {
    const top = views.at(-1);
    if (!top) return this.hide();
    const signature = JSON.stringify([top.id, top.hash, top.blocks, top.title, top.submit, top.close, top.errors, top.trouble, views.length]);
    if (this.dialog.open && signature === this.drawn) {
      this.scene.values = top.state?.values ?? {};
      this.scene.town = town;
      return undefined;
    }
    const sameView = this.scene?.place.view === top.id && this.dialog.open;
    if (!sameView) this.scene = new Scene({ view: top.id }, town, { submit: () => this.submit() });
    const newErrors = JSON.stringify(top.errors ?? {}) !== JSON.stringify(this.scene.errors ?? {});
    Object.assign(this.scene, { town, values: top.state?.values ?? {}, errors: top.errors ?? {}, redraw: () => this.draw(top, views.length) });
    this.drawn = signature;
    if (!this.dialog.open) this.opener = document.activeElement;
    keepingFocus(this.dialog, () => this.draw(top, views.length));
    if (!this.dialog.open) this.dialog.showModal();
    if (!sameView) this.focusFirst(top);
    else if (newErrors) this.dialog.querySelector(".invalid input, .invalid textarea, .invalid button")?.focus();
    return undefined;
  }

  draw(view, depth) {
    this.view = view;
    const body = h("div", { class: "window-body" },
      view.trouble ? h("p", { class: "trouble", role: "alert" }, view.trouble) : null,
      drawBlocks(view.blocks, this.scene));
    this.submitButton = view.submit
      ? h("button", { type: "button", class: "button primary", "data-key": "window/submit", onclick: () => this.submit() }, plain(view.submit.text))
      : null;
    this.dialog.replaceChildren(
      h("div", { class: "window-head" },
        depth > 1 ? iconButton("back", "Back to the window before", () => this.close(false)) : null,
        h("h2", { id: "window-title", tabindex: "-1" }, plain(view.title.text), depth > 1 ? h("span", { class: "unseen" }, `, window ${depth} of at most 3`) : null),
        iconButton("close", "Close", () => this.close(true), { "data-key": "window/close" })),
      body,
      h("div", { class: "window-foot" },
        h("button", { type: "button", class: "button", "data-key": "window/cancel", onclick: () => this.close(false) }, view.close ? plain(view.close.text) : view.submit ? "Cancel" : "Close"),
        this.submitButton));
    this.dialog.dataset.depth = String(depth);
  }

  focusFirst(view) {
    const wanted = view.blocks.find((block) => block.element?.focus_on_load)?.block_id;
    const field = wanted && [...this.dialog.querySelectorAll("[data-block-id]")].find((block) => block.dataset.blockId === wanted);
    const first = (field ?? this.dialog.querySelector(".window-body")).querySelector("input, textarea, select");
    (first ?? this.dialog.querySelector("h2")).focus();
  }

  async submit() {
    if (this.sending) return;
    this.sending = true;
    this.submitButton?.classList.add("busy");
    speak("Sending");
    try {
      await this.scene.flush();
      await this.act("submit", { view: this.view.id });
    } finally {
      this.sending = false;
      this.submitButton?.classList.remove("busy");
      await this.changed();
    }
  }

  async close(all) {
    await this.act("close", all ? { view: this.view.id, all: true } : { view: this.view.id });
    await this.changed();
  }

  hide() {
    if (!this.dialog.open) return;
    this.dialog.close();
    this.dialog.replaceChildren();
    this.scene = null;
    this.drawn = "";
    const opener = this.opener?.isConnected ? this.opener : document.querySelector("#main textarea, #main");
    giveBack(opener);
  }
}
