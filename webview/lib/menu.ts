import { button, element } from "./dom";
import { type IconName } from "./icons";
import { createPopover } from "./popover";

interface MenuOptions {
  readonly text: string;
  readonly icon: IconName;
  readonly title?: string;
  /** Controls below the entries. */
  readonly extra?: HTMLElement;
  readonly entries: readonly (readonly [text: string, onClick: () => void])[];
}

/** A button that opens a list of things to do. */
export function createMenu({ entries, extra, ...options }: MenuOptions): HTMLElement {
  const rows = entries.map(([text, act]) => {
    const onClick = () => {
      popover.close();
      act();
    };
    return element("li", {}, button({ text, onClick }));
  });
  const list = element("ul", { class: "menu" }, ...rows);
  const content = extra === undefined ? list : element("div", {}, list, extra);
  const popover = createPopover({ ...options, content });
  return popover.element;
}
