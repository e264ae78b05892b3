import { type CallAnswer, type CallResult } from "../../shared/call/callApi";
import { type Answer } from "./answer";
import { type SentCall } from "./sentCall";
import { type CallTarget } from "../common/callTarget";

/** An answer that can be opened, saved, charted and compared: of a panel, or from the history. */
export interface AnswerSource {
  readonly target: CallTarget;
  readonly serverName: string;
  readonly sentAt: number;
  /** JSON as it is shown: with its secrets only after they were revealed. */
  readonly json: () => Promise<string>;
}

/** The message that a page is sent, and the answer that it is about; errors have no source. */
export interface AnswerRecord {
  readonly message: CallAnswer;
  readonly source: AnswerSource | undefined;
}

/** The answer that a panel shows, the one before it, and whether its secrets are revealed. */
export class PanelAnswers {
  #last: AnswerRecord | undefined;
  #previous: AnswerSource | undefined;
  /** Of the last call: the unmasked answer. */
  #answer: Answer | undefined;
  #revealed = false;

  get last(): AnswerRecord | undefined {
    return this.#last;
  }

  get previous(): AnswerSource | undefined {
    return this.#previous;
  }

  /** Sets the last answer from the history, unless there is one already. */
  seed(record: AnswerRecord | undefined): void {
    this.#last ??= record;
  }

  /** Returns the message for the page. An answer that arrives after that of a later call is not stored. */
  async add(id: number, call: SentCall): Promise<CallAnswer> {
    const { sentAt, tookMs, transport, outcome } = call;
    const answer = outcome.kind === "ok" ? outcome.answer : undefined;
    const result = outcome.kind === "ok" ? await outcome.answer.shown(false) : outcome;
    const message = { id, sentAt, tookMs, transport, outcome: result };
    if ((this.#last?.message.id ?? 0) > id) return message;
    this.#previous = this.#last?.source ?? this.#previous;
    this.#answer = answer;
    this.#revealed = false;
    this.#last = { message, source: answer && this.#createSource(call, answer) };
    return message;
  }

  /** Undefined: there is no result, or another answer has replaced it meanwhile. */
  async reveal(revealed: boolean): Promise<CallResult | undefined> {
    const answer = this.#answer;
    const result = await answer?.shown(revealed);
    if (answer !== this.#answer || result === undefined) return undefined;
    this.#revealed = revealed;
    return result;
  }

  /** A page that was reloaded shows secrets masked. */
  resetRevealed(): void {
    this.#revealed = false;
  }

  #createSource({ target, serverName, sentAt }: SentCall, answer: Answer): AnswerSource {
    const json = () => answer.text(this.#revealed && this.#answer === answer);
    return { target, serverName, sentAt, json };
  }
}
