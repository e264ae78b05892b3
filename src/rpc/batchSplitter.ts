import { type BatchOutcome } from "./batch";
import { type RpcError, RpcLocalError } from "./errors";
import { toRpcError } from "./failure";
import { type Call } from "./message";

/** The limit of the strictest servers. */
const maxBatchSize = 32;

/** Sends calls in batches that the server accepts: smaller ones once it has refused one as a whole. */
export class BatchSplitter {
  #size = maxBatchSize;

  /**
   * The outcomes in the order of `calls`. Rejects as `send` does, except for the size: then no call was run, so
   * the same calls are sent again, half as many at a time.
   * @param send rejects with RpcRemoteError where the batch was refused as a whole, see `batchRefusal`.
   */
  async send(
    calls: readonly Call[],
    send: (part: readonly Call[]) => Promise<readonly BatchOutcome[]>,
  ): Promise<readonly BatchOutcome[]> {
    const outcomes: BatchOutcome[] = [];
    while (outcomes.length < calls.length) {
      const part = calls.slice(outcomes.length, outcomes.length + this.#size);
      try {
        outcomes.push(...(await send(part)));
      } catch (error) {
        const refusal = toRpcError(error);
        if (!isRefusedWhole(refusal)) throw error;
        // A single call that is too large says nothing about the others.
        if (part.length === 1) outcomes.push({ ok: false, error: refusal });
        else this.#size = Math.floor(part.length / 2);
      }
    }
    return outcomes;
  }
}

function isRefusedWhole(error: RpcError): boolean {
  return !(error instanceof RpcLocalError) || error.code === "requestTooLarge";
}
