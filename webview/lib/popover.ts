import { button, element, newId, setAttributes } from "./dom";
import { icon, type IconName } from "./icons";

export interface Popover {
  readonly element: HTMLElement;
  readonly close: () => void;
  readonly isOpen: () => boolean;
}

interface PopoverOptions {
  readonly text: string;
  readonly icon?: IconName;
  readonly title?: string;
  readonly content: HTMLElement;
  readonly onOpen?: () => void;
}

const margin = 8;

/** A button that opens what it is about below it, until Escape, a click elsewhere or the focus leaves. */
export function createPopover(options: PopoverOptions): Popover {
  const id = newId();
  const opener = button({
    text: options.text,
    ...(options.icon && { icon: icon(options.icon) }),
    class: "tool",
    onClick: () => (sheet.hidden ? open() : close()),
  });
  setAttributes(opener, { "aria-expanded": "false", "aria-controls": id, title: options.title });
  const sheet = element(
    "div",
    { class: "popover", id, role: "group", "aria-label": options.text, hidden: true },
    options.content,
  );
  const root = element("div", { class: "popover-root" }, opener, sheet);
  const open = () => {
    options.onOpen?.();
    sheet.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    place(sheet, opener);
    document.addEventListener("pointerdown", onOutside, true);
    window.addEventListener("resize", close);
    sheet.querySelector<HTMLElement>("input, select, button")?.focus();
  };
  const close = () => {
    sheet.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", onOutside, true);
    window.removeEventListener("resize", close);
  };
  const onOutside = ({ target }: Event) => {
    if (target instanceof Node && !root.contains(target)) close();
  };
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || sheet.hidden) return;
    event.stopPropagation();
    close();
    opener.focus();
  });
  root.addEventListener("focusout", ({ relatedTarget }) => {
    // No target: the window lost the focus, or something was clicked that cannot have it.
    if (relatedTarget instanceof Node && !root.contains(relatedTarget)) close();
  });
  return { element: root, close, isOpen: () => !sheet.hidden };
}

const gap = 2;

/** Below the button or, where there is more room, above it; moved so that all of it is in the window. */
function place(sheet: HTMLElement, opener: HTMLElement): void {
  const { left, top, bottom } = opener.getBoundingClientRect();
  const room = document.documentElement.clientWidth - margin - sheet.offsetWidth;
  sheet.style.left = `${Math.max(margin, Math.min(left, room))}px`;
  sheet.style.maxHeight = "";
  const [above, below] = [top - gap - margin, window.innerHeight - bottom - gap - margin];
  const isAbove = sheet.offsetHeight > below && above > below;
  sheet.style.top = isAbove ? "auto" : `${bottom + gap}px`;
  sheet.style.bottom = isAbove ? `${window.innerHeight - top + gap}px` : "auto";
  sheet.style.maxHeight = `${Math.max(120, isAbove ? above : below)}px`;
}
