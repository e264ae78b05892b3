/** The action of a key in the tree. */
export type TreeMove =
  | { readonly kind: "by"; readonly rows: number }
  | { readonly kind: "first" | "last" | "in" | "out" | "toggle" | "copyValue" | "copyPath" };

interface PressedKey {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const plain: Readonly<Record<string, (page: number) => TreeMove>> = {
  ArrowUp: () => ({ kind: "by", rows: -1 }),
  ArrowDown: () => ({ kind: "by", rows: 1 }),
  PageUp: (page) => ({ kind: "by", rows: -page }),
  PageDown: (page) => ({ kind: "by", rows: page }),
  Home: () => ({ kind: "first" }),
  End: () => ({ kind: "last" }),
  ArrowLeft: () => ({ kind: "out" }),
  ArrowRight: () => ({ kind: "in" }),
  Enter: () => ({ kind: "toggle" }),
  " ": () => ({ kind: "toggle" }),
};

/** Key bindings as in the trees of VS Code. Undefined: the key has no action. */
export function treeMove(pressed: PressedKey, pageRows: number): TreeMove | undefined {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = pressed;
  // By code: with Alt some systems produce another character.
  if (code === "KeyC" && shiftKey && altKey) return { kind: "copyPath" };
  if (code === "KeyC" && (ctrlKey || metaKey) && !shiftKey && !altKey) return { kind: "copyValue" };
  if (ctrlKey || metaKey || altKey || shiftKey) return undefined;
  return plain[key]?.(pageRows);
}
