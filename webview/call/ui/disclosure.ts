import { element } from "../../lib/dom";

export interface DisclosureBox {
  readonly element: HTMLElement;
  readonly update: (isOpen: boolean) => void;
}

/** A title that opens and closes what is below it. */
export function createDisclosure(
  title: string,
  content: HTMLElement,
  onToggle: (isOpen: boolean) => void,
): DisclosureBox {
  const root = element("details", { class: "disclosure" }, element("summary", {}, title), content);
  let known = false;
  // Told of changes by code too.
  root.addEventListener("toggle", () => {
    if (root.open === known) return;
    known = root.open;
    onToggle(known);
  });
  return {
    element: root,
    update: (isOpen) => {
      known = isOpen;
      root.open = isOpen;
    },
  };
}
