import { type SignInMethod } from "./signInChoices";

/** What all steps of one flow show around their own question. */
export interface StepFrame {
  readonly title: () => string;
  /** The position of a step among those that are certain to follow; undefined: no count is shown. */
  readonly position: (step: StepName) => readonly [step: number, total: number] | undefined;
}

type StepName = "url" | "method" | "apiKey" | "username" | "password" | "cookie" | "name";

const stepsOfMethod: Record<SignInMethod, readonly StepName[]> = {
  guest: [],
  apiKey: ["apiKey"],
  password: ["username", "password"],
  cookie: ["cookie"],
};

/** The steps of a sign-in, by the way chosen so far. */
export function signInOrder(method: SignInMethod | undefined): readonly StepName[] {
  return ["method", ...stepsOfMethod[method ?? "apiKey"]];
}

export function positionIn(
  order: readonly StepName[],
  step: StepName,
): readonly [step: number, total: number] | undefined {
  const index = order.indexOf(step);
  return index === -1 ? undefined : [index + 1, order.length];
}
