import { element, setText } from "./dom";

export interface Announcer {
  readonly element: HTMLElement;
  /** Debounced: of texts in quick succession only the last is read out. */
  readonly announce: (text: string) => void;
}

const debounceMs = 250;

export function createAnnouncer(): Announcer {
  const region = element("div", { class: "unseen", "aria-live": "polite" });
  let timer: number | undefined;
  return {
    element: region,
    announce: (text) => {
      clearTimeout(timer);
      timer = window.setTimeout(() => setText(region, text), debounceMs);
    },
  };
}
