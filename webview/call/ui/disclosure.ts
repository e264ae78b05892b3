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
  let lastOpen = false;
  // Fired for changes by code too.
  root.addEventListener("toggle", () => {
    if (root.open === lastOpen) return;
    lastOpen = root.open;
    onToggle(lastOpen);
  });
  return {
    element: root,
    update: (isOpen) => {
      lastOpen = isOpen;
      root.open = isOpen;
    },
  };
}
