import { maskedText } from "../../../src/shared/call/checkField";
import { holdsMask } from "../../../src/shared/call/mask";
import { paramsOf, positionalProblem } from "../../../src/shared/call/paramsOf";
import { specsOf } from "../../../src/shared/call/readParams";
import { type Format } from "../../../src/shared/format";
import { type Badge } from "../state/badges";
import { type CallModel } from "../state/callModel";
import { readTimeout } from "../state/callState";
import { progressText } from "../state/callTexts";
import { type Flights } from "../state/flights";
import { isMasked, problemsOf } from "../state/problems";
import { shownRequest } from "../state/shownRequest";
import { type Frame } from "./frame";
import { timeoutText } from "./sendBar";

/** All that the page shows, but for the answer. */
export interface CallScene {
  readonly model: Pick<CallModel, "setup" | "state" | "strict" | "obstacle" | "said">;
  readonly format: Format;
  readonly flights: Flights;
  /** What the newest answer was. */
  readonly news: Badge | undefined;
}

export function renderFrame(frame: Frame, scene: CallScene): void {
  const { setup, state, strict, said } = scene.model;
  const { draft, view, open, replaced } = state;
  const { method } = setup;
  const read = paramsOf(method.params, draft);
  frame.header.update(setup, open.includes("about"));
  frame.offers.update({ replaced: replaced !== undefined, lostJson: draft.lost !== undefined });
  frame.parameters.update({
    draft,
    view,
    problems: problemsOf(method.params, draft, strict, said),
    jsonProblem: "json" in read ? maskIn(read.json, scene.model) : undefined,
    jsonIsBroken: "problem" in read,
    notPositional: positionalProblem(method.params),
  });
  frame.preview.update(shownRequest(method, draft), open.includes("request"));
  renderBar(frame, scene);
}

/** A mask that no field has, and none can complain of. */
function maskIn(
  json: string | undefined,
  { setup, state }: CallScene["model"],
): string | undefined {
  if (json === undefined || !holdsMask(json)) return undefined;
  const isInField = specsOf(setup.method.params).some((spec) => isMasked(spec, state.draft));
  return isInField ? undefined : maskedText();
}

/** While a call is on its way nothing else changes. */
export function renderBar(frame: Frame, scene: CallScene): void {
  const { model, flights, news, format } = scene;
  const { setup, state, obstacle } = model;
  const { timeout } = state;
  const timeoutIsWrong = readTimeout(timeout, setup.timeoutSeconds) === undefined;
  frame.sendBar.update({
    isWaiting: flights.length > 0,
    progress: progressText(flights, performance.now(), format),
    news,
    problem: obstacle?.text ?? (timeoutIsWrong ? timeoutText() : ""),
    anyway: obstacle?.canBeSent === true,
    timeout,
    timeoutIsWrong,
  });
}
