import { type Endpoint } from "../rpc/endpoint";
import { type RpcError } from "../rpc/errors";
import { type Credential } from "./credential";
import { type diagnose } from "./diagnose";
import { type Problem, problemOf } from "./problem";

/** What failures of a server come from. The same failure is not looked into again at each retry. */
export class Diagnosis {
  #last: { readonly detail: string; readonly found: Problem } | undefined;

  constructor(private readonly inspect: typeof diagnose) {}

  /** What is known to be behind `problem`; undefined: that is to be found out. */
  known(problem: Problem): Problem | undefined {
    if (problem.code !== "notRpcEndpoint") return problem;
    if (this.#last?.detail !== problem.detail) return undefined;
    const { found } = this.#last;
    return found.code === problem.code ? problem : found;
  }

  async find(
    endpoint: Endpoint,
    credential: Credential,
    error: RpcError,
    signal: AbortSignal,
  ): Promise<Problem> {
    const found = await this.inspect(endpoint, credential, error, signal);
    if (!signal.aborted) this.#last = { detail: problemOf(error, credential).detail, found };
    return found;
  }

  /** The server may be another now. */
  forget(): void {
    this.#last = undefined;
  }
}
