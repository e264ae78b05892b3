import { isRecord, parseJson } from "./json";
import { type Knobs } from "./knobs";
import { type Reply, jsonReply } from "./reply";
import { setKnobs } from "./setKnobs";

/** What the control endpoint can do besides turning knobs. */
export interface ControlActions {
  restart(): void;
  dropSockets(): void;
  expireSessions(): void;
  refuseFor(ms: number): void;
}

/** A response, and what to do when it is sent: some actions end the connection it goes over. */
export interface ControlAnswer {
  readonly reply: Reply;
  readonly act: () => void;
}

export type Control = (body: string, knobs: Knobs, actions: ControlActions) => ControlAnswer;

/**
 * `POST /__simulator/faults` with `{ "slow": 500, "privateSite": true, "restart": true,
 * "refuseMs": 5000 }`: knobs by name, and the actions. Answers the knobs as they are then.
 */
export const answerControl: Control = (body, knobs, actions) => {
  const parsed = parseJson(body.trim() === "" ? "{}" : body);
  if (!parsed.ok || !isRecord(parsed.value)) {
    const reply = jsonReply(400, { error: "A JSON object with knobs is wanted." });
    return { reply, act: () => undefined };
  }
  const { restart, dropSockets, expireSessions, refuseMs, ...knobValues } = parsed.value;
  const refused = setKnobs(knobs, knobValues);
  const act = () => {
    if (dropSockets === true) actions.dropSockets();
    if (expireSessions === true) actions.expireSessions();
    if (restart === true) actions.restart();
    if (typeof refuseMs === "number") actions.refuseFor(refuseMs);
  };
  const reply = jsonReply(refused.length === 0 ? 200 : 400, { refused, knobs: { ...knobs } });
  return { reply, act };
};
