import { element, setText } from "./dom";

export interface Announcer {
  readonly element: HTMLElement;
  /** Of what comes fast only the last is said. */
  readonly say: (text: string) => void;
}

const quietMs = 250;

export function createAnnouncer(): Announcer {
  const region = element("div", { class: "unseen", "aria-live": "polite" });
  let timer: number | undefined;
  return {
    element: region,
    say: (text) => {
      clearTimeout(timer);
      timer = window.setTimeout(() => setText(region, text), quietMs);
    },
  };
}
