/** `undefined` and `false` leave an attribute out, `true` gives it without a value. */
export type Attributes = Readonly<Record<string, string | boolean | undefined>>;

export type Child = Node | string | undefined;

/**
 * Marks that turn the direction of writing, and control characters that do not end a line: they would
 * make one text look like another. No text on a page has them, whoever wrote it.
 */
const spoofing = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/gu;

function withoutSpoofing(text: string): string {
  return text.replace(spoofing, "");
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
      made.append(typeof child === "string" ? withoutSpoofing(child) : child);
  }
  return made;
}

export function setAttributes(target: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) target.removeAttribute(name);
    else target.setAttribute(name, value === true ? "" : withoutSpoofing(value));
  }
}

/** Writes only what differs, so that what is selected or read aloud is left in peace. */
export function setText(target: Node, text: string): void {
  const shown = withoutSpoofing(text);
  if (target.textContent !== shown) target.textContent = shown;
}

/** Makes `children` the children of `parent` in this order; those that stay in place are not touched. */
export function arrange(parent: Element, children: readonly Element[]): void {
  const wanted = new Set(children);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  let place = parent.firstElementChild;
  for (const child of children) {
    if (child === place) place = place.nextElementSibling;
    else parent.insertBefore(child, place);
  }
}

/** What changes places would lose the focus on the way. */
export function arrangeKeepingFocus(parent: HTMLElement, children: readonly HTMLElement[]): void {
  const focused = document.activeElement;
  arrange(parent, children);
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
  readonly icon?: SVGElement;
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
