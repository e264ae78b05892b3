import { type CallAction, type CallSetup } from "../../../src/shared/call/callApi";
import { reconcileChildren } from "../../lib/dom";
import { type Disclosure } from "../state/callState";
import { createHeader } from "./header";
import { createRestoreNotices, type RestoreEvents } from "./restoreNotices";
import { createParameters, type ParametersEvents } from "./parameters";
import { createRequestPreview } from "./requestPreview";
import { createSendBar, type SendBarEvents } from "./sendBar";

export interface FrameEvents extends ParametersEvents, SendBarEvents, RestoreEvents {
  readonly onOpen: (which: Disclosure, isOpen: boolean) => void;
  readonly onAct: (action: CallAction) => void;
  readonly onCopy: (text: string) => void;
}

/** Everything on the page except the answer. Rebuilt when `needsNewFrame` is true. */
export type Frame = ReturnType<typeof createFrame>;

export function createFrame(setup: CallSetup, events: FrameEvents) {
  const { method, server, timeoutSeconds } = setup;
  return {
    header: createHeader((isOpen) => events.onOpen("about", isOpen), events.onAct),
    restoreNotices: createRestoreNotices(events),
    parameters: createParameters(method, events),
    preview: createRequestPreview((isOpen) => events.onOpen("request", isOpen), events.onCopy),
    sendBar: createSendBar(timeoutSeconds, server.hasOtherServers, events),
  };
}

/** The elements that remain when a frame is replaced. */
export interface PageParts {
  readonly panel: HTMLElement;
  readonly main: HTMLElement;
  /** Below the frame. */
  readonly rest: readonly HTMLElement[];
}

/** Puts a frame on the page, replacing the previous one. */
export function placeFrame({ panel, main, rest }: PageParts, frame: Frame): void {
  const { header, restoreNotices, parameters, preview, sendBar } = frame;
  const above = [restoreNotices, parameters, preview, sendBar].map((part) => part.element);
  reconcileChildren(main, [...above, ...rest]);
  reconcileChildren(panel, [header.element, main]);
}

/** Whether the fields, the language or the send options differ. */
export function needsNewFrame(a: CallSetup, b: CallSetup): boolean {
  return JSON.stringify(builtFrom(a)) !== JSON.stringify(builtFrom(b));
}

function builtFrom({ locale, method, server, timeoutSeconds }: CallSetup) {
  const { params, example } = method;
  return { locale, params, example, others: server.hasOtherServers, timeoutSeconds };
}
