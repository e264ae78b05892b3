/** Where one types in an element, which may have a shadow tree of its own. */
type Typed = HTMLInputElement | HTMLTextAreaElement;

/**
 * Remakes what is on the page, and gives the focus and the caret to what is called the same afterwards.
 *
 * @param remake puts new elements in place of those in `root`, filled as they were.
 */
export function keepFocus(root: HTMLElement, remake: () => void): void {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !root.contains(focused)) {
    remake();
    return;
  }
  const [name, place] = [nameOf(focused), caretOf(typedIn(focused))];
  remake();
  if (focused.isConnected) return;
  const again = [...root.querySelectorAll<HTMLElement>(focused.localName)].find(
    (each) => nameOf(each) === name,
  );
  if (again === undefined) return;
  // The toolkit draws in the next frame.
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    again.focus({ preventScroll: true });
    if (place !== undefined) typedIn(again)?.setSelectionRange(...place);
  });
}

function nameOf(target: HTMLElement): string {
  return target.getAttribute("aria-label") ?? target.textContent;
}

function typedIn(target: HTMLElement): Typed | undefined {
  const found = target.shadowRoot?.querySelector(".control") ?? target;
  return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement
    ? found
    : undefined;
}

/** Undefined: there is none. Some kinds of fields have no caret that can be read. */
function caretOf(typed: Typed | undefined): [number, number] | undefined {
  const { selectionStart: start, selectionEnd: end } = typed ?? {};
  return typeof start === "number" && typeof end === "number" ? [start, end] : undefined;
}
