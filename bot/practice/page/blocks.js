// Block Kit's blocks as elements, in Slack's proportions.

import { freshId, h } from "./dom.js";
import { drawElement, picture } from "./elements.js";
import { mrkdwn, plain, textObject, unescape } from "./mrkdwn.js";
import { markdown, richText } from "./richtext.js";

function element(block, one, scene, input) {
  const frame = h("span", { class: `element of-${one.type}` });
  frame.append(drawElement(one, scene.use(block, one, () => frame, input)) ?? "", one.type === "image" ? "" : scene.failure(block, one));
  return frame;
}

function section(block, scene) {
  const accessory = block.accessory && h("div", { class: "accessory" }, element(block, block.accessory, scene));
  return h("div", { class: "section" },
    h("div", { class: "section-body" },
      block.text ? h("div", { class: "section-text" }, textObject(block.text, scene.town)) : null,
      block.fields ? h("div", { class: "fields" }, ...block.fields.map((one) => h("div", {}, textObject(one, scene.town)))) : null),
    accessory);
}

function context(block, scene) {
  return h("div", { class: "context" }, ...block.elements.map((one) =>
    one.type === "image" ? picture(one, "context-image") : h("span", { class: "context-text" }, textObject(one, scene.town))));
}

function input(block, scene) {
  const error = scene.errors?.[block.block_id];
  const ids = { hint: freshId("hint"), error: freshId("error") };
  const describedby = [error && ids.error, block.hint && ids.hint].filter(Boolean).join(" ") || null;
  const grouped = ["checkboxes", "radio_buttons"].includes(block.element.type);
  const drawn = element(block, block.element, scene, { ...block, describedby, invalid: Boolean(error) });
  const control = grouped ? null : drawn.querySelector("[aria-describedby], [id^=field], input, textarea, button");
  const label = h(grouped ? "p" : "label", { class: "label", for: control?.id || null },
    plain(block.label.text), block.optional ? h("span", { class: "optional" }, " (optional)") : null);
  return h("div", { class: `input${error ? " invalid" : ""}`, "data-block": block.block_id },
    label, drawn,
    error ? h("p", { class: "error", id: ids.error, role: "alert" }, unescape(error)) : null,
    block.hint ? h("p", { class: "hint", id: ids.hint }, plain(block.hint.text)) : null);
}

function table(block, scene) {
  const columns = block.column_settings ?? [];
  const cell = (one) => (one.type === "rich_text" ? richText(one, scene.town) : plain(String(one.text ?? "")));
  const row = (cells, tag) => h("tr", {}, ...cells.map((one, index) => {
    const drawn = h(tag, { scope: tag === "th" ? "col" : null, class: columns[index]?.is_wrapped ? "wrapped" : null }, cell(one));
    if (columns[index]?.align) drawn.style.textAlign = columns[index].align;
    return drawn;
  }));
  return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Table" },
    h("table", {}, h("thead", {}, row(block.rows[0], "th")), h("tbody", {}, ...block.rows.slice(1).map((cells) => row(cells, "td")))));
}

const DRAW = {
  section, context, input, table,
  divider: () => h("hr"),
  header: (block) => h("p", { class: "header", role: "heading", "aria-level": (block.level ?? 1) + 2 }, plain(block.text.text)),
  actions: (block, scene) => h("div", { class: "actions" }, ...block.elements.map((one) => element(block, one, scene))),
  context_actions: (block, scene) => h("div", { class: "actions" }, ...block.elements.map((one) => element(block, one, scene))),
  image: (block) => h("figure", {}, block.title ? h("figcaption", {}, plain(block.title.text)) : null, picture(block, "picture")),
  rich_text: (block, scene) => richText(block, scene.town),
  markdown: (block, scene) => markdown(block.text, scene.town),
};

function drawOne(block, scene) {
  try {
    return DRAW[block.type](block, scene);
  } catch (problem) {
    console.error(`A ${block.type} block could not be drawn`, problem);
    return h("span", { class: "unknown" }, `[${block.type}]`);
  }
}

/** All blocks of a message, window or Home tab. */
export function drawBlocks(blocks, scene) {
  return h("div", { class: "blocks" }, ...blocks.map((block) =>
    h("div", { class: `block block-${block.type}`, "data-block-id": block.block_id }, drawOne(block, scene))));
}

/** The old attachments: a colored bar, then words or blocks. */
export function drawAttachments(attachments, scene) {
  return (attachments ?? []).map((one) => {
    const drawn = h("div", { class: "attachment" },
      one.pretext ? mrkdwn(one.pretext, scene.town) : null,
      one.title ? h("p", { class: "label" }, plain(one.title)) : null,
      one.blocks ? drawBlocks(one.blocks, scene) : one.text ? mrkdwn(one.text, scene.town) : null);
    if (/^#?[0-9a-f]{6}$/i.test(one.color ?? "")) drawn.style.borderInlineStartColor = `#${one.color.replace("#", "")}`;
    return drawn;
  });
}
