import assert from "node:assert/strict";
import { intentOf, type KeyIntent } from "../../../../../webview/chart/state/keys";

const none = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false };

const cases: readonly (readonly [
  key: string,
  held: Partial<typeof none>,
  KeyIntent | undefined,
])[] = [
  ["ArrowRight", {}, { kind: "step", by: 1 }],
  ["ArrowLeft", {}, { kind: "step", by: -1 }],
  ["ArrowLeft", { shiftKey: true }, { kind: "step", by: -10 }],
  ["Home", {}, { kind: "edge", edge: "first" }],
  ["End", {}, { kind: "edge", edge: "last" }],
  ["+", { shiftKey: true }, { kind: "zoom", factor: 0.5 }],
  ["-", {}, { kind: "zoom", factor: 2 }],
  ["PageUp", {}, { kind: "pan", share: -0.5 }],
  ["PageDown", {}, { kind: "pan", share: 0.5 }],
  ["Escape", {}, { kind: "escape" }],
  ["Backspace", {}, { kind: "back" }],
  ["ArrowUp", {}, undefined],
  ["a", {}, undefined],
  ["toString", {}, undefined],
  ["ArrowRight", { ctrlKey: true }, undefined],
  ["Backspace", { metaKey: true }, undefined],
  ["Home", { altKey: true }, undefined],
];

describe("keys on a chart", () => {
  for (const [key, held, intent] of cases) {
    const name = [...Object.keys(held), key].join(" ");
    it(`${name} asks for ${intent === undefined ? "nothing" : JSON.stringify(intent)}`, () => {
      assert.deepEqual(intentOf({ key, ...none, ...held }), intent);
    });
  }
});
