import { type CallAction, type CallSetup } from "../../../src/shared/call/callApi";
import { element, reconcileChildren } from "../../lib/dom";
import { type Disclosure, readTimeout } from "../state/callState";
import { createHeader } from "./header";
import { createRestoreNotices, type RestoreEvents } from "./restoreNotices";
import { createParameters, type ParametersEvents } from "./parameters";
import { createRequestPreview } from "./requestPreview";
import { createSendBar, type SendBarEvents, timeoutText } from "./sendBar";
import { alwaysAsks } from "../../../src/shared/call/methodSpec";
import { maskedText } from "../../../src/shared/call/checkField";
import { holdsMask } from "../../../src/shared/call/mask";
import { paramsOf, positionalProblem } from "../../../src/shared/call/paramsOf";
import { specsOf } from "../../../src/shared/call/readParams";
import { type Format } from "../../../src/shared/format";
import { type Badge, progressText } from "../state/callTexts";
import { type CallModel } from "../state/callModel";
import { type PendingCall } from "../state/pageCalls";
import { isMasked, problemsOf, shownRequest } from "../state/validateRequest";

export interface FrameEvents extends ParametersEvents, SendBarEvents, RestoreEvents {
  readonly onOpen: (which: Disclosure, isOpen: boolean) => void;
  readonly onAct: (action: CallAction) => void;
  readonly onCopy: (text: string) => void;
}

/** Everything on the page except the response. Rebuilt when `needsNewFrame` is true. */
export type Frame = ReturnType<typeof createFrame>;

export function createFrame(setup: CallSetup, events: FrameEvents) {
  const { server, timeoutSeconds } = setup;
  const restoreNotices = createRestoreNotices(events);
  const parameters = createParameters(setup, events);
  const sendBar = createSendBar(timeoutSeconds, server.hasOtherServers, parameters.style, events);
  const header = createHeader({
    onToggleAbout: (isOpen) => events.onOpen("about", isOpen),
    onAct: events.onAct,
    actions: sendBar.controls,
    below: [sendBar.problem, restoreNotices.element],
  });
  const preview = createRequestPreview((isOpen) => events.onOpen("request", isOpen), events.onCopy);
  const foot = element("div", { class: "form-foot" }, preview.element, parameters.examples);
  return { header, restoreNotices, parameters, foot, preview, sendBar };
}

/** The elements that remain when a frame is replaced. */
export interface PageParts {
  readonly panel: HTMLElement;
  readonly main: HTMLElement;
  /** Left of the response, or above it. */
  readonly form: HTMLElement;
}

/** Puts a frame on the page, replacing the previous one. */
export function placeFrame({ panel, main, form }: PageParts, frame: Frame): void {
  const { header, parameters, foot } = frame;
  reconcileChildren(form, [parameters.element, foot]);
  reconcileChildren(panel, [header.element, main]);
}

/** Whether the fields, the language or the send options differ. */
export function needsNewFrame(a: CallSetup, b: CallSetup): boolean {
  return JSON.stringify(builtFrom(a)) !== JSON.stringify(builtFrom(b));
}

function builtFrom({ locale, method, server, timeoutSeconds, lastParams }: CallSetup) {
  const { params, example } = method;
  const others = server.hasOtherServers;
  return { locale, params, example, others, timeoutSeconds, lastParams };
}

/** State of everything on the page except the response. */
export interface CallScene {
  readonly model: Pick<
    CallModel,
    "setup" | "state" | "strict" | "issue" | "failure" | "serverError"
  >;
  readonly format: Format;
  readonly pendingCalls: readonly PendingCall[];
  /** Summary of the newest response. */
  readonly result: Badge | undefined;
}

export function renderFrame(frame: Frame, scene: CallScene): void {
  const { setup, state, strict, serverError } = scene.model;
  const { draft, view, folded, open, replaced } = state;
  const { method } = setup;
  const read = paramsOf(method.params, draft);
  frame.header.update(setup, open.includes("about"));
  frame.restoreNotices.update({
    replaced: replaced !== undefined,
    lostJson: draft.lost !== undefined,
  });
  frame.parameters.update({
    draft,
    view,
    folded,
    problems: problemsOf(method.params, draft, strict, serverError),
    jsonProblem: "json" in read ? maskIn(read.json, scene.model) : undefined,
    jsonIsBroken: "problem" in read,
    notPositional: positionalProblem(method.params),
  });
  frame.preview.update(shownRequest(method, draft), open.includes("request"));
  renderBar(frame, scene);
}

/** The problem of a secret mask in the JSON that no field can report. */
function maskIn(
  json: string | undefined,
  { setup, state }: CallScene["model"],
): string | undefined {
  if (json === undefined || !holdsMask(json)) return undefined;
  const isInField = specsOf(setup.method.params).some((spec) => isMasked(spec, state.draft));
  return isInField ? undefined : maskedText();
}

/** The only part that changes while a call is pending. */
export function renderBar(frame: Frame, scene: CallScene): void {
  const { model, pendingCalls, result, format } = scene;
  const { setup, state, issue, failure } = model;
  const { timeout } = state;
  const timeoutIsWrong = readTimeout(timeout, setup.timeoutSeconds) === undefined;
  frame.sendBar.update({
    isPending: pendingCalls.length > 0,
    progress: progressText(pendingCalls, performance.now(), format),
    result,
    problem: issue?.text ?? failure ?? (timeoutIsWrong ? timeoutText() : ""),
    asks: alwaysAsks(setup.method),
    canSendAnyway: issue?.canBeSent === true,
    timeout,
    timeoutIsWrong,
  });
}
