import { maskedText } from "../../../src/shared/call/checkField";
import { holdsMask } from "../../../src/shared/call/mask";
import { paramsOf, positionalProblem } from "../../../src/shared/call/paramsOf";
import { specsOf } from "../../../src/shared/call/readParams";
import { type Format } from "../../../src/shared/format";
import { type Badge } from "../state/badges";
import { type CallModel } from "../state/callModel";
import { readTimeout } from "../state/callState";
import { progressText } from "../state/callTexts";
import { type PendingCall } from "../state/pageCalls";
import { isMasked, problemsOf } from "../state/problems";
import { shownRequest } from "../state/shownRequest";
import { type Frame } from "./frame";
import { timeoutText } from "./sendBar";

/** State of everything on the page except the answer. */
export interface CallScene {
  readonly model: Pick<
    CallModel,
    "setup" | "state" | "strict" | "issue" | "failure" | "serverError"
  >;
  readonly format: Format;
  readonly pendingCalls: readonly PendingCall[];
  /** Summary of the newest answer. */
  readonly result: Badge | undefined;
}

export function renderFrame(frame: Frame, scene: CallScene): void {
  const { setup, state, strict, serverError } = scene.model;
  const { draft, view, open, replaced } = state;
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
    canSendAnyway: issue?.canBeSent === true,
    timeout,
    timeoutIsWrong,
  });
}
