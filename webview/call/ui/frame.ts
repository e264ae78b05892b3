import { type CallAction, type CallSetup } from "../../../src/shared/callApi";
import { reconcileChildren } from "../../lib/dom";
import { type Disclosure } from "../state/callState";
import { createHeader } from "./header";
import { createOffers, type OffersEvents } from "./offers";
import { createParameters, type ParametersEvents } from "./parameters";
import { createRequestPreview } from "./requestPreview";
import { createSendBar, type SendBarEvents } from "./sendBar";

export interface FrameEvents extends ParametersEvents, SendBarEvents, OffersEvents {
  readonly onOpen: (which: Disclosure, isOpen: boolean) => void;
  readonly onAct: (action: CallAction) => void;
  readonly onCopy: (text: string) => void;
}

/** Everything on the page but the answer. Made anew when `needsNewFrame` says so. */
export type Frame = ReturnType<typeof createFrame>;

export function createFrame(setup: CallSetup, events: FrameEvents) {
  const { method, server, timeoutSeconds } = setup;
  return {
    header: createHeader((isOpen) => events.onOpen("about", isOpen), events.onAct),
    offers: createOffers(events),
    parameters: createParameters(method, events),
    preview: createRequestPreview((isOpen) => events.onOpen("request", isOpen), events.onCopy),
    sendBar: createSendBar(timeoutSeconds, server.hasOtherServers, events),
  };
}

/** What stays when a frame takes the place of another. */
export interface PageParts {
  readonly panel: HTMLElement;
  readonly main: HTMLElement;
  /** Below the frame. */
  readonly rest: readonly HTMLElement[];
}

/** Puts a frame on the page, in place of the one before. */
export function placeFrame({ panel, main, rest }: PageParts, frame: Frame): void {
  const { header, offers, parameters, preview, sendBar } = frame;
  const above = [offers, parameters, preview, sendBar].map((part) => part.element);
  reconcileChildren(main, [...above, ...rest]);
  reconcileChildren(panel, [header.element, main]);
}

/** Whether other fields are to be shown, or another language to be spoken. */
export function needsNewFrame(a: CallSetup, b: CallSetup): boolean {
  return JSON.stringify(builtFrom(a)) !== JSON.stringify(builtFrom(b));
}

function builtFrom({ locale, method, server, timeoutSeconds }: CallSetup) {
  const { params, example } = method;
  return { locale, params, example, others: server.hasOtherServers, timeoutSeconds };
}
