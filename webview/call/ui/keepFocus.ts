/** The native input of an element, which may be in its shadow tree. */
type TextInput = HTMLInputElement | HTMLTextAreaElement;

/**
 * Rebuilds elements and restores the focus and the selection to the new element of the same name.
 *
 * @param rebuild replaces the elements in `root` by new ones with the same values.
 */
export function keepFocus(root: HTMLElement, rebuild: () => void): void {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !root.contains(focused)) {
    rebuild();
    return;
  }
  const [name, selection] = [nameOf(focused), caretOf(textInputOf(focused))];
  rebuild();
  if (focused.isConnected) return;
  const replacement = [...root.querySelectorAll<HTMLElement>(focused.localName)].find(
    (each) => nameOf(each) === name,
  );
  if (replacement === undefined) return;
  // The toolkit renders in the next frame.
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    replacement.focus({ preventScroll: true });
    if (selection !== undefined) textInputOf(replacement)?.setSelectionRange(...selection);
  });
}

function nameOf(target: HTMLElement): string {
  return target.getAttribute("aria-label") ?? target.textContent;
}

function textInputOf(target: HTMLElement): TextInput | undefined {
  const found = target.shadowRoot?.querySelector(".control") ?? target;
  return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement
    ? found
    : undefined;
}

/** Undefined: there is none. Some input types expose no selection. */
function caretOf(input: TextInput | undefined): [number, number] | undefined {
  const { selectionStart: start, selectionEnd: end } = input ?? {};
  return typeof start === "number" && typeof end === "number" ? [start, end] : undefined;
}
