import assert from "node:assert/strict";
import { type Credential } from "../../../src/komari/credential";
import { type Problem } from "../../../src/komari/problem";
import { Session, type SessionState } from "../../../src/komari/session";
import { type Endpoint } from "../../../src/rpc/endpoint";
import { RpcLocalError, RpcRemoteError } from "../../../src/rpc/errors";
import { FakeClock } from "../../builders/fakeClock";
import { type Answers, answersOfAdmin } from "./fakeCaller";
import { fakeClient } from "./fakeClient";

export const apiKey: Credential = { kind: "apiKey", apiKey: "key-of-twelve" };
export const denied = new RpcRemoteError(-32041, "Permission denied", undefined);
export const open = { kind: "open", transport: "webSocket" } as const;
export const unauthorized = new RpcLocalError("unauthorized", "HTTP 401");

export function setUp(
  options: { responses?: Answers; credential?: Credential; found?: Problem } = {},
) {
  const { responses = answersOfAdmin(), credential = apiKey, found } = options;
  const fake = fakeClient(responses);
  const endpoints: Endpoint[] = [];
  const clock = new FakeClock();
  const session = new Session({
    baseUrl: "https://komari.example",
    tls: {},
    credential,
    maxResponseBytes: 1000,
    clock,
    createClient: (endpoint) => {
      endpoints.push(endpoint);
      return fake.client;
    },
    diagnose: (_endpoint, _credential, error) =>
      Promise.resolve(found ?? { code: "notRpcEndpoint", detail: String(error) }),
  });
  const states: SessionState[] = [];
  session.onDidChangeState((state) => states.push(state));
  return { ...fake, clock, session, states, responses, headers: () => endpoints[0]?.headers() };
}

type SetUp = ReturnType<typeof setUp>;

/** Lets everything that waits for nothing but promises happen. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

export async function ready(setup: SetUp) {
  setup.session.start();
  setup.turn(open);
  await settle();
  return readyState(setup);
}

export function readyState({ session: { state } }: SetUp) {
  assert(state.kind === "ready", state.kind);
  return state;
}

export function failure({ session: { state } }: SetUp) {
  assert(state.kind === "failed", state.kind);
  return state;
}
