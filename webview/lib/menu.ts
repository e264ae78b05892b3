import { button, element } from "./dom";
import { type IconName } from "./icons";
import { createPopover } from "./popover";

interface MenuOptions {
  readonly text: string;
  readonly icon: IconName;
  readonly title?: string;
  readonly entries: readonly (readonly [text: string, onClick: () => void])[];
}

/** A button that opens a list of things to do. */
export function createMenu({ entries, ...options }: MenuOptions): HTMLElement {
  const rows = entries.map(([text, act]) => {
    const onClick = () => {
      popover.close();
      act();
    };
    return element("li", {}, button({ text, onClick }));
  });
  const popover = createPopover({ ...options, content: element("ul", { class: "menu" }, ...rows) });
  return popover.element;
}
