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

function labeledIcon(name: IconName, text: string): Node {
  const both = document.createDocumentFragment();
  both.append(icon(name), element("span", { class: "tool-text" }, text));
  return both;
}

/** A button that opens what it is about below it, until Escape, a click elsewhere or the focus leaves. */
export function createPopover(options: PopoverOptions): Popover {
  const id = newId();
  const isOpen = () => sheet.matches(":popover-open");
  const close = () => sheet.hidePopover();
  const opener = button({
    // The text gives way to the icon where there is little room.
    ...(options.icon === undefined
      ? { text: options.text, class: "tool" }
      : { icon: labeledIcon(options.icon, options.text), class: "tool icon-text" }),
    onClick: (event) => {
      // Not by the browser alone: it would show the sheet a moment before it is placed.
      event.preventDefault();
      if (isOpen()) close();
      else open();
    },
  });
  setAttributes(opener, {
    "aria-expanded": "false",
    "aria-controls": id,
    // A click on it counts as inside.
    popovertarget: id,
    title: options.title,
  });
  const sheet = element(
    "div",
    { class: "popover", popover: "auto", id, role: "group", "aria-label": options.text },
    options.content,
  );
  const root = element("div", {}, opener, sheet);
  const open = () => {
    options.onOpen?.();
    sheet.showPopover();
    place(sheet, opener);
    window.addEventListener("resize", close, { once: true });
    sheet.querySelector<HTMLElement>("input, select, button")?.focus();
  };
  sheet.addEventListener("beforetoggle", ({ newState }) => {
    opener.setAttribute("aria-expanded", String(newState === "open"));
  });
  root.addEventListener("keydown", (event) => {
    // Closes the popover alone.
    if (event.key === "Escape" && isOpen()) event.stopPropagation();
  });
  root.addEventListener("focusout", ({ relatedTarget }) => {
    // No target: the window lost the focus, or something was clicked that cannot have it.
    if (relatedTarget instanceof Node && !root.contains(relatedTarget)) close();
  });
  return { element: root, close, isOpen };
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
