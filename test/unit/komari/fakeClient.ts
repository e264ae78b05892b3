import { type ConnectionState } from "../../../src/rpc/client";
import { type RpcError } from "../../../src/rpc/errors";
import { type SessionClient } from "../../../src/komari/sessionClient";
import { Emitter } from "../../../src/util/emitter";
import { type Answers, fakeCaller } from "./fakeCaller";

/** A client without a network: `turn` is what the connection does, `did` what was asked of it. */
export function fakeClient(responses: Answers) {
  const changes = new Emitter<ConnectionState>();
  const reopened = new Emitter<void>();
  const did: string[] = [];
  const dropped: RpcError[] = [];
  const { caller, calls } = fakeCaller(responses);
  let state: ConnectionState = { kind: "idle" };
  const turn = (next: ConnectionState): void => {
    state = next;
    changes.fire(next);
  };
  const client: SessionClient = {
    get state() {
      return state;
    },
    onDidChangeState: changes.event,
    onDidReopen: reopened.event,
    call: (method, params, options) => caller.call(method, params, options),
    batch: (batch, options) => caller.batch(batch, options),
    connect: () => {
      did.push("connect");
      turn({ kind: "connecting", attempt: 1 });
    },
    reconnect: () => {
      did.push("reconnect");
      turn({ kind: "connecting", attempt: 1 });
    },
    wake: () => did.push("wake"),
    setWatched: () => undefined,
    compareWays: () => Promise.resolve("alive"),
    disconnect: () => {
      did.push("disconnect");
      turn({ kind: "idle" });
    },
    drop: (error) => {
      dropped.push(error);
      turn({ kind: "waiting", error, retryAt: 1 });
    },
    dispose: () => did.push("dispose"),
  };
  const reopen = (): void => reopened.fire();
  return { client, turn, reopen, did, dropped, calls };
}
