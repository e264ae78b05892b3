import * as l10n from "@vscode/l10n";
import { element, setAttributes } from "../../lib/dom";

/** In pixels: the least that the form and the response are given, and a step of the arrow keys. */
const minForm = 220;
const minResponse = 280;
const step = 10;

export interface Sash {
  readonly element: HTMLElement;
  /** @param width of the form in pixels; undefined: that of the style sheet. */
  readonly update: (width: number | undefined) => void;
}

/**
 * The line between the form and the response: dragged, or moved by the arrow keys; a double click gives the form a
 * third.
 * @param form the element whose width it changes.
 */
export function createSash(form: HTMLElement, onResize: (width: number) => void): Sash {
  const root = element("div", {
    class: "sash",
    role: "separator",
    tabindex: "0",
    "aria-orientation": "vertical",
    "aria-label": l10n.t("Width of the form"),
  });
  const space = () => root.parentElement?.clientWidth ?? 0;
  const max = () => Math.max(minForm, space() - minResponse);
  const resize = (width: number) => {
    onResize(Math.round(Math.min(max(), Math.max(minForm, width))));
  };
  const drag = (event: PointerEvent) => resize(event.clientX - form.getBoundingClientRect().left);
  const stop = () => root.removeEventListener("pointermove", drag);
  root.addEventListener("pointerdown", (event) => {
    root.setPointerCapture(event.pointerId);
    root.addEventListener("pointermove", drag);
  });
  root.addEventListener("pointerup", stop);
  root.addEventListener("pointercancel", stop);
  root.addEventListener("dblclick", () => resize(space() / 3));
  root.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -step, ArrowRight: step }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    resize(form.offsetWidth + by);
  });
  const describe = () =>
    setAttributes(root, {
      "aria-valuenow": String(form.offsetWidth),
      "aria-valuemin": String(minForm),
      "aria-valuemax": String(max()),
    });
  new ResizeObserver(describe).observe(form);
  return {
    element: root,
    update: (width) => {
      const { style } = root.parentElement ?? root;
      if (width === undefined) style.removeProperty("--form-width");
      else style.setProperty("--form-width", `${width}px`);
    },
  };
}
