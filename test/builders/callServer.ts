import { type CalledServer } from "../../src/features/call/callSender";
import { type Credential } from "../../src/komari/credential";
import { type RawResponse } from "../../src/komari/rawCalls";
import { type SessionState } from "../../src/komari/session";
import { type Affected } from "../../src/shared/call/methodSpec";
import { buildIdentity } from "./identity";

export interface ReceivedCall {
  readonly method: string;
  readonly params: string | undefined;
  readonly readOnly: boolean;
}

/** A server whose answers a test gives: JSON of a result, or an error. */
export function buildCalledServer(options: {
  readonly id?: string;
  readonly name?: string;
  /** Its nodes, by UUID. */
  readonly nodes?: CalledServer["nodes"];
  readonly credential?: Credential;
  /** Those that it lists. */
  readonly methods?: readonly string[];
  readonly response: (call: ReceivedCall, signal: AbortSignal | undefined) => Promise<string>;
}) {
  const { id = "https://a.example", name = "Alpha", nodes = new Map(), response } = options;
  const received: ReceivedCall[] = [];
  const listed = options.methods && { methods: new Set(options.methods) };
  const state: SessionState = {
    kind: "ready",
    identity: buildIdentity(listed),
    transport: "http",
    warning: undefined,
  };
  const call = async (
    method: string,
    params: string | undefined,
    { signal, readOnly }: { readonly signal?: AbortSignal | undefined; readonly readOnly: boolean },
  ): Promise<RawResponse> => {
    const got = { method, params, readOnly };
    received.push(got);
    const result = Buffer.from(await response(got, signal));
    return { result, transport: "http", tookMs: 12 };
  };
  const credential = options.credential ?? { kind: "guest" };
  const reread: (readonly Affected[])[] = [];
  const server: CalledServer = {
    id,
    name,
    nodes,
    status: () => undefined,
    session: { calls: { call }, state, credential },
    reread: (affected) => void reread.push(affected),
  };
  return { server, received, reread };
}
