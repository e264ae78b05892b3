import * as l10n from "@vscode/l10n";
import { type Problem, problemOf } from "../../komari/problem";
import { type RawResponse, type RawCalls } from "../../komari/rawCalls";
import { type Redacted } from "../../komari/redact/redactJson";
import { type Session } from "../../komari/session";
import { RpcRemoteError } from "../../rpc/errors";
import { checkJson } from "../../shared/call/checkJson";
import { holdsMask } from "../../shared/call/mask";
import { type Affected } from "../../shared/call/methodSpec";
import { listProblem } from "../../shared/call/paramsOf";
import { type CallError } from "../../shared/call/callApi";
import { type Clock } from "../../util/clock";
import { type Logger } from "../../util/logger";
import { ReceivedResult, type SentCall, type SentOutcome } from "./sentCall";
import { approvalQuestion, withApproval } from "./approval";
import { callError, notSent, canceled, mayChange } from "./callError";
import { type CallTarget } from "../common/callTarget";
import { callHazard, clearanceOf } from "./clearance";
import { type Question } from "./callQuestion";
import { type NamedServer } from "./serverNames";
import { rememberCall, type RememberParts } from "./rememberCall";
import { compactJson } from "../../json/text";

/** The parts of a server that the sender uses. */
export interface CalledServer extends NamedServer {
  readonly id: string;
  readonly name: string;
  readonly reread: (affected: readonly Affected[]) => void;
  readonly session: Pick<Session, "state" | "credential"> & {
    readonly calls: Pick<RawCalls, "call">;
  };
}

export interface SenderParts extends RememberParts {
  readonly serverOf: (id: string) => CalledServer | undefined;
  readonly isReadOnly: (serverId: string) => boolean;
  /** A modal question. */
  readonly confirm: (question: Question) => Promise<boolean>;
  /** Undefined if cancelled. `wrong`: the server rejected the last code. */
  readonly askCode: (method: string, server: string, wrong: boolean) => Promise<string | undefined>;
  readonly mask: (method: string, raw: Buffer) => Promise<Redacted>;
  readonly clock: Pick<Clock, "now" | "wallTime">;
  readonly logger: Logger;
}

export interface SendOptions {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** See `ClearanceContext`; undefined: already confirmed. */
  readonly attended: boolean | undefined;
  /** The request is sent now; all confirmations were given. */
  readonly onSent?: () => void;
  /** Bytes received so far. */
  readonly onBytes?: (bytes: number) => void;
}

/** The outcome of a call. */
type Complete = (outcome: SentOutcome, response?: RawResponse) => SentCall;

/** Whether a call may be sent; `question`: only if the user confirms. */
type Check =
  | {
      readonly kind: "send";
      readonly server: CalledServer;
      readonly question: Question | undefined;
    }
  | CallError;

/** Sends calls of any method, once each, and records their outcomes in the history. */
export class CallSender {
  constructor(private readonly parts: SenderParts) {}

  /** What a call is known to do to a server like this one, a sentence each. */
  hazardsOf(serverId: string, method: string): readonly string[] {
    const server = this.parts.serverOf(serverId);
    const hazard = server && callHazard(method, server.session);
    return hazard === undefined ? [] : [hazard];
  }

  /** Never rejects. */
  async send(target: CallTarget, options: SendOptions): Promise<SentCall> {
    const first = this.#check(target, options.attended);
    const question = first.kind === "send" ? first.question : undefined;
    const isDeclined = question !== undefined && !(await this.parts.confirm(question));
    const { clock } = this.parts;
    const [sentAt, start] = [clock.wallTime(), clock.now()];
    const serverName = this.parts.serverOf(target.serverId)?.name ?? target.serverId;
    const done: Complete = (outcome, response) => {
      const tookMs = response?.tookMs ?? clock.now() - start;
      return { target, serverName, sentAt, tookMs, transport: response?.transport, outcome };
    };
    if (isDeclined) return done({ kind: "refused" });
    if (options.signal.aborted) {
      return done(canceled("notSent", this.parts.specOf(target.serverId, target.method)));
    }
    // Settings may have changed while the question was open.
    const checked = question === undefined ? first : this.#check(target, undefined);
    if (checked.kind !== "send") return done(checked);
    options.onSent?.();
    const sent = await this.#exchange(target, checked.server, options, done);
    const call = await this.#approve(sent, checked.server, options, done);
    this.#reread(call);
    await rememberCall(call, this.parts);
    return call;
  }

  /** Refetches what the call may have changed, also if it is unknown whether it took effect. */
  #reread({ target: { serverId, method }, outcome }: SentCall): void {
    const isDone = outcome.kind === "ok" && outcome.result.notice === undefined;
    const mayBeDone = "fate" in outcome && outcome.fate === "unknown";
    const { affects } = this.parts.specOf(serverId, method);
    if (affects && (isDone || mayBeDone)) this.parts.serverOf(serverId)?.reread(affects);
  }

  /** Calls again with the requested permissions if only they were missing and the user grants them. */
  async #approve(
    call: SentCall,
    server: CalledServer,
    options: SendOptions,
    done: Complete,
  ): Promise<SentCall> {
    const { target, outcome } = call;
    const mayPrompt = options.attended !== undefined && outcome.kind === "ok";
    if (!mayPrompt || outcome.result.notice === undefined) return call;
    const plugins = await this.#plugins(server, options);
    const question = approvalQuestion(server.name, target.params, plugins);
    if (!(await this.parts.confirm(question)) || options.signal.aborted) return call;
    const checked = this.#check(target, undefined);
    if (checked.kind !== "send") return done(checked);
    const granted = { ...target, params: withApproval(target.params) };
    return this.#exchange(granted, checked.server, options, done);
  }

  /** Undefined: unknown, and the user is prompted nevertheless. */
  async #plugins(server: CalledServer, options: SendOptions): Promise<Buffer | undefined> {
    const { timeoutMs, signal } = options;
    try {
      const parts = { timeoutMs, signal, readOnly: true };
      return (await server.session.calls.call("admin:listPlugins", undefined, parts)).result;
    } catch (error) {
      this.parts.logger.warn(`${server.name}: the plugins cannot be listed`, error);
      return undefined;
    }
  }

  /** Whether it may be sent under the current settings. @param attended undefined: all confirmations were given. */
  #check({ serverId, method, params }: CallTarget, attended: boolean | undefined): Check {
    const server = this.parts.serverOf(serverId);
    if (server === undefined) return notSent(l10n.t("This server is no longer in the settings."));
    if (params !== undefined && checkJson(params) !== undefined) {
      return notSent(l10n.t("Not sent: the parameters are not valid JSON."));
    }
    if (params !== undefined && holdsMask(params)) {
      return notSent(l10n.t("Not sent: re-enter the masked secret in the parameters."));
    }
    const readOnly = this.parts.isReadOnly(serverId) ? [server.name] : [];
    const spec = this.parts.specOf(serverId, method);
    const list = listProblem(spec.params, params);
    if (list !== undefined) return notSent(l10n.t("Not sent: {0}", list));
    const hazards = this.hazardsOf(serverId, method);
    const context = {
      servers: [server.name],
      readOnly,
      attended: attended === true,
      hazards,
      params,
      target: server,
    };
    const clearance = clearanceOf(spec, context);
    if (clearance.kind === "refuse") return notSent(clearance.text, ["editServer"]);
    const mustAsk = clearance.kind === "ask" && attended !== undefined;
    return { kind: "send", server, question: mustAsk ? clearance.question : undefined };
  }

  async #exchange(
    target: CallTarget,
    server: CalledServer,
    options: SendOptions,
    done: Complete,
  ): Promise<SentCall> {
    const { method } = target;
    let params = target.params;
    for (let isRetry = false; ; isRetry = true) {
      try {
        const response = await this.#callOnce(
          { ...target, ...(params && { params }) },
          server,
          options,
        );
        return done(
          { kind: "ok", result: new ReceivedResult(method, response.result, this.parts.mask) },
          response,
        );
      } catch (error) {
        const problem = problemOf(error, server.session.credential);
        if (options.signal.aborted) {
          const spec = this.parts.specOf(target.serverId, method);
          return done(canceled(problem.fate ?? "unknown", spec));
        }
        if (problem.code !== "secondFactor") return done(this.#failed(problem, target, server));
        const code = takesCode(target.params)
          ? await this.parts.askCode(target.method, server.name, isRetry)
          : undefined;
        if (code === undefined) return done(this.#failed(problem, target, server));
        params = withCode(target.params, code);
      }
    }
  }

  #callOnce(target: CallTarget, server: CalledServer, options: SendOptions): Promise<RawResponse> {
    const { timeoutMs, signal, onBytes } = options;
    // A method whose risk is guessed is not sent a second time.
    const readOnly = !mayChange(this.parts.specOf(target.serverId, target.method));
    return server.session.calls.call(target.method, target.params, {
      timeoutMs,
      signal,
      readOnly,
      ...(onBytes && { onBytes }),
    });
  }

  #failed(problem: Problem, target: CallTarget, server: CalledServer): CallError {
    const { serverId, method, params } = target;
    const { state } = server.session;
    const role = state.kind === "ready" ? state.identity.role : undefined;
    const { code, cause } = problem;
    // A server's error message may repeat the secrets that it was sent.
    const detail = cause instanceof RpcRemoteError ? cause.code : cause;
    this.parts.logger.warn(`${server.name}: ${method} failed: ${code}`, detail);
    return callError(problem, {
      server: server.name,
      spec: this.parts.specOf(serverId, method),
      role,
      byPlace: !takesCode(params),
    });
  }
}

/** Servers take the code of the second factor by name: with parameters by place it cannot travel. */
export function takesCode(params: string | undefined): boolean {
  return params === undefined || params.trimStart().startsWith("{");
}

/** Raw params that take one, with the code at their end: of two members of a name the last one counts. */
export function withCode(params: string | undefined, code: string): string {
  const member = `"2fa_code":${JSON.stringify(code)}`;
  const written = params === undefined ? "{}" : compactJson(params);
  return written === "{}" ? `{${member}}` : `${written.slice(0, -1)},${member}}`;
}
