import { type Redacted } from "../../komari/redact/redactJson";
import { type CallResult, type CallCanceled, type CallError } from "../../shared/call/callApi";
import { Lazy } from "../../util/lazy";
import { approvalNotice } from "./approval";
import { isChartable } from "./chartTarget";
import { type RawResponse } from "../../komari/rawCalls";
import { type CallTarget } from "../common/callTarget";

/** Larger results are not sent to the page: they can be opened in an editor or saved. */
const maxShownBytes = 16 * 1024 * 1024;

/** The result of a call, raw and with its secrets masked. */
export class ReceivedResult {
  /** Computed on first use. */
  readonly #masked = new Lazy(() => this.mask(this.method, this.raw));

  constructor(
    readonly method: string,
    /** Raw JSON: may hold secrets. */
    readonly raw: Buffer,
    private readonly mask: (method: string, raw: Buffer) => Promise<Redacted>,
  ) {}

  /** Why the call had no effect although it did not fail; undefined: it had. */
  get notice(): string | undefined {
    return approvalNotice(this.method, this.raw);
  }

  get isShown(): boolean {
    return this.raw.length <= maxShownBytes;
  }

  masked(): Promise<Redacted> {
    return this.#masked.get();
  }

  async text(revealed: boolean): Promise<string> {
    const { json } = revealed ? { json: this.raw } : await this.masked();
    return json.toString("utf8");
  }

  /** As a page shows it. */
  async forPage(revealed: boolean): Promise<CallResult> {
    const json = this.isShown ? await this.text(revealed) : undefined;
    const { notice } = this;
    const secrets = this.isShown ? (await this.masked()).secrets : 0;
    return {
      kind: "ok",
      bytes: this.raw.length,
      json,
      secrets,
      revealed,
      omitted: false,
      chartable: this.isShown && isChartable(this.method),
      ...(notice !== undefined && { notice }),
    };
  }
}

/** A call and its outcome. */
export interface SentCall {
  readonly target: CallTarget;
  readonly serverName: string;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
  readonly tookMs: number;
  readonly transport: RawResponse["transport"] | undefined;
  readonly outcome: SentOutcome;
}

export type SentOutcome =
  | { readonly kind: "ok"; readonly result: ReceivedResult }
  | CallError
  | CallCanceled
  | { readonly kind: "refused" };
