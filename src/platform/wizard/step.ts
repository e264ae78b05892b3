/** What an answered step leads to. */
export type Outcome =
  | { readonly kind: "next"; readonly step: Step }
  /** To the step before, or to an earlier one. */
  | { readonly kind: "back"; readonly to?: Step }
  | { readonly kind: "done" }
  /** Shown at the input, whose value stays. */
  | { readonly kind: "invalid"; readonly message: string };

/** Describes what to show now. Called each time the step is shown, so that it sees the latest state. */
export type Step = () => StepView;
export type Navigation = Exclude<Outcome, { kind: "invalid" }>;
export type StepView = InputView | PickView | DialogView;

interface StepHeader {
  readonly title: string;
  /** "x of y". */
  readonly position?: readonly [step: number, total: number] | undefined;
}

export interface InputView extends StepHeader {
  readonly kind: "input";
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly password?: boolean;
  /** The message while the value is being checked. */
  readonly checking?: (value: string) => string;
  /** Next to the title; the step stays. */
  readonly button?: {
    /** A codicon. */
    readonly icon: string;
    readonly tooltip: string;
    readonly press: () => unknown;
  };
  /** Shown until there is an error. */
  readonly warning?: string | undefined;
  /** Accepts `value` as soon as it is shown: the problem with it was fixed in another step. */
  readonly acceptImmediately?: boolean;
  /** Receives the typed value, so that it survives going back. */
  readonly remember: (value: string) => void;
  /** `signal` aborts when the user types on, goes back or cancels. */
  readonly accept: (value: string, signal: AbortSignal) => Outcome | Promise<Outcome>;
}

export interface PickView extends StepHeader {
  readonly kind: "pick";
  readonly placeholder: string;
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string | undefined;
  /** The one the cursor starts on. */
  readonly active?: boolean;
  readonly choose: (signal: AbortSignal) => Outcome | Promise<Outcome>;
}

/** Something outside the quick input, such as a file dialog. Going back later passes it by. */
export interface DialogView {
  readonly kind: "dialog";
  readonly run: () => Promise<Navigation>;
}

export const done: Navigation = { kind: "done" };
export const next = (step: Step): Navigation => ({ kind: "next", step });
export const back = (to?: Step): Navigation => ({ kind: "back", ...(to && { to }) });
export const invalid = (message: string): Outcome => ({ kind: "invalid", message });
