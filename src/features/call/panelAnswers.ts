import { type CallAnswer, type CallResult } from "../../shared/callApi";
import { type Answer } from "./answer";
import { type SentCall } from "./sentCall";
import { type CallTarget } from "./callTarget";

/** An answer that can be looked at: of a panel, or out of the history. */
export interface ShownAnswer {
  readonly target: CallTarget;
  readonly serverName: string;
  readonly sentAt: number;
  /** JSON as it is shown: with its secrets only after they were revealed. */
  readonly json: () => Promise<string>;
}

/** What a page is told, and what of it can be looked at further; nothing of an error. */
export interface KeptAnswer {
  readonly told: CallAnswer;
  readonly shown: ShownAnswer | undefined;
}

/** The answer that a panel shows, the one before it, and whether secrets are seen. */
export class PanelAnswers {
  #last: KeptAnswer | undefined;
  #previous: ShownAnswer | undefined;
  /** Of the last: what it was before its secrets were masked. */
  #answer: Answer | undefined;
  #revealed = false;

  get last(): KeptAnswer | undefined {
    return this.#last;
  }

  get previous(): ShownAnswer | undefined {
    return this.#previous;
  }

  /** Out of the history, unless there is one already. */
  begin(kept: KeptAnswer | undefined): void {
    this.#last ??= kept;
  }

  /** What the page is told. An answer that a later call has overtaken is not kept. */
  async take(id: number, call: SentCall): Promise<CallAnswer> {
    const { sentAt, tookMs, transport, outcome } = call;
    const answer = outcome.kind === "ok" ? outcome.answer : undefined;
    const shown = outcome.kind === "ok" ? await outcome.answer.shown(false) : outcome;
    const told = { id, sentAt, tookMs, transport, outcome: shown };
    if ((this.#last?.told.id ?? 0) > id) return told;
    this.#previous = this.#last?.shown ?? this.#previous;
    this.#answer = answer;
    this.#revealed = false;
    this.#last = { told, shown: answer && this.#shownAnswer(call, answer) };
    return told;
  }

  /** Undefined: there is nothing (any more) that could be revealed. */
  async reveal(revealed: boolean): Promise<CallResult | undefined> {
    const answer = this.#answer;
    const result = await answer?.shown(revealed);
    if (answer !== this.#answer || result === undefined) return undefined;
    this.#revealed = revealed;
    return result;
  }

  /** A page that begins anew shows them masked. */
  hide(): void {
    this.#revealed = false;
  }

  #shownAnswer({ target, serverName, sentAt }: SentCall, answer: Answer): ShownAnswer {
    const json = () => answer.text(this.#revealed && this.#answer === answer);
    return { target, serverName, sentAt, json };
  }
}
