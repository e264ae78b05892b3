/** `undefined` and `false` leave an attribute out, `true` gives it without a value. */
export type Attributes = Readonly<Record<string, string | boolean | undefined>>;

export type Child = Node | string | undefined;

/**
 * Marks that turn the direction of writing, and control characters that do not end a line: they would
 * make one text look like another. They are removed from all texts of a page.
 */
const spoofingChars = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/gu;

function stripSpoofingChars(text: string): string {
  return text.replace(spoofingChars, "");
}

/** Text becomes text: nothing is ever read as markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  for (const child of children) {
    if (child !== undefined)
      made.append(typeof child === "string" ? stripSpoofingChars(child) : child);
  }
  return made;
}

export function setAttributes(target: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) target.removeAttribute(name);
    else target.setAttribute(name, value === true ? "" : stripSpoofingChars(value));
  }
}

/** Writes only what differs, so that selections and screen readers are not disturbed. */
export function setText(target: Node, text: string): void {
  const shown = stripSpoofingChars(text);
  if (target.textContent !== shown) target.textContent = shown;
}

/** Makes `children` the children of `parent` in this order; those that stay in place are not touched. */
export function reconcileChildren(parent: Element, children: readonly Element[]): void {
  const kept = new Set(children);
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
  let place = parent.firstElementChild;
  for (const child of children) {
    if (child === place) place = place.nextElementSibling;
    else parent.insertBefore(child, place);
  }
}

/** The same; keeps the focus, which a moved element would lose. */
export function reconcileKeepingFocus(parent: HTMLElement, children: readonly HTMLElement[]): void {
  const focused = document.activeElement;
  reconcileChildren(parent, children);
  if (focused instanceof HTMLElement && focused !== document.activeElement) {
    if (parent.contains(focused)) focused.focus();
  }
}

export interface ButtonOptions {
  /** Shown; without it the label is spoken and is the tooltip. */
  readonly text?: string;
  readonly label?: string;
  /** The tooltip where the text alone is spoken. */
  readonly title?: string;
  readonly icon?: Node;
  readonly class?: string;
  readonly onClick: (event: MouseEvent) => void;
}

export function button(options: ButtonOptions): HTMLButtonElement {
  const { text, label, title = label, icon, onClick } = options;
  const made = element(
    "button",
    { type: "button", class: options.class, title, "aria-label": label },
    icon,
    text,
  );
  made.addEventListener("click", onClick);
  return made;
}

let lastId = 0;

/** An id for `for`, `aria-labelledby` and the like. */
export function newId(): string {
  return `k${++lastId}`;
}
