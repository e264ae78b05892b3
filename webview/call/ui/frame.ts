import { type CallSetup } from "../../../src/shared/callApi";
import { createAnnouncer } from "../../lib/announcer";
import { element } from "../../lib/dom";
import { type Disclosure } from "../state/callState";
import { createHeader } from "./header";
import { createOffers, type OffersEvents } from "./offers";
import { createParameters, type ParametersEvents } from "./parameters";
import { createRequestPreview } from "./requestPreview";
import { createSendBar, type SendBarEvents } from "./sendBar";

export interface FrameEvents extends ParametersEvents, SendBarEvents, OffersEvents {
  readonly onOpen: (which: Disclosure, isOpen: boolean) => void;
  readonly onCopy: (text: string) => void;
}

/** Everything on the page. Made anew when `needsNewFrame` says so. */
export type Frame = ReturnType<typeof createFrame>;

export function createFrame(setup: CallSetup, answer: HTMLElement, events: FrameEvents) {
  const { method, server, timeoutSeconds } = setup;
  const header = createHeader((isOpen) => events.onOpen("about", isOpen));
  const offers = createOffers(events);
  const parameters = createParameters(method.params, events);
  const preview = createRequestPreview((isOpen) => events.onOpen("request", isOpen), events.onCopy);
  const sendBar = createSendBar(timeoutSeconds, server.others, events);
  const announcer = createAnnouncer();
  const main = element(
    "main",
    {},
    ...[offers.element, parameters.element, preview.element, sendBar.element, answer],
    announcer.element,
  );
  const root = element("div", { class: "panel" }, header.element, main);
  return { element: root, header, offers, parameters, preview, sendBar, announcer };
}

/** Whether other fields are to be shown, or another language to be spoken. */
export function needsNewFrame(a: CallSetup, b: CallSetup): boolean {
  return JSON.stringify(builtFrom(a)) !== JSON.stringify(builtFrom(b));
}

function builtFrom({ locale, method, server, timeoutSeconds }: CallSetup) {
  return { locale, params: method.params, others: server.others, timeoutSeconds };
}
