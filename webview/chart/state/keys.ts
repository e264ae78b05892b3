/** What a key does in the chart that has the focus. */
export type KeyIntent =
  | { readonly kind: "step"; readonly by: number }
  | { readonly kind: "edge"; readonly edge: "first" | "last" }
  /** Below 1: in. */
  | { readonly kind: "zoom"; readonly factor: number }
  /** By this share of what is shown. */
  | { readonly kind: "pan"; readonly share: number }
  | { readonly kind: "escape" }
  | { readonly kind: "back" };

type Key = Pick<KeyboardEvent, "key" | "shiftKey" | "altKey" | "ctrlKey" | "metaKey">;

const farStep = 10;

const intents: Readonly<Record<string, KeyIntent>> = {
  Home: { kind: "edge", edge: "first" },
  End: { kind: "edge", edge: "last" },
  "+": { kind: "zoom", factor: 0.5 },
  "=": { kind: "zoom", factor: 0.5 },
  "-": { kind: "zoom", factor: 2 },
  _: { kind: "zoom", factor: 2 },
  PageUp: { kind: "pan", share: -0.5 },
  PageDown: { kind: "pan", share: 0.5 },
  Escape: { kind: "escape" },
  Backspace: { kind: "back" },
};

/** Undefined: the key is not for the chart. With Ctrl, Alt or Cmd it belongs to VS Code. */
export function intentOf({ key, shiftKey, altKey, ctrlKey, metaKey }: Key): KeyIntent | undefined {
  if (altKey || ctrlKey || metaKey) return undefined;
  const step = shiftKey ? farStep : 1;
  if (key === "ArrowLeft") return { kind: "step", by: -step };
  if (key === "ArrowRight") return { kind: "step", by: step };
  return Object.hasOwn(intents, key) ? intents[key] : undefined;
}
