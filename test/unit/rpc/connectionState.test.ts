import assert from "node:assert/strict";
import {
  type ConnectionState,
  isSameState,
  toConnectionState,
} from "../../../src/rpc/connectionState";
import { RpcLocalError } from "../../../src/rpc/errors";
import { type Phase } from "../../../src/rpc/phase";

const error = new RpcLocalError("timeout", "");
const phases: readonly Phase[] = [
  { kind: "idle" },
  { kind: "dialling", attempt: 2, since: 0 },
  { kind: "probing", since: 0, attempt: 2, error },
  { kind: "open", attempt: 1, since: 5 },
  { kind: "reopening", attempt: 1 },
  { kind: "openHttp", attempt: 1, since: 5, dialling: false },
  { kind: "openHttp", attempt: 1, since: 5, dialling: true },
  { kind: "waiting", attempt: 1, error, retryAt: 9, preferHttp: false },
  { kind: "stopped", error },
];
const states: readonly ConnectionState[] = [
  { kind: "idle" },
  { kind: "connecting", attempt: 2 },
  { kind: "connecting", attempt: 2 },
  { kind: "open", transport: "webSocket" },
  { kind: "open", transport: "webSocket" },
  { kind: "open", transport: "http" },
  { kind: "open", transport: "http" },
  { kind: "waiting", error, retryAt: 9 },
  { kind: "stopped", error },
];

describe("toConnectionState", () => {
  it("reports each phase", () => assert.deepEqual(phases.map(toConnectionState), states));
});

describe("isSameState", () => {
  it("is so for equal states only", () => {
    const names = states.map((state) => JSON.stringify(state));
    for (const [a, first] of states.entries()) {
      for (const [b, second] of states.entries()) {
        assert.equal(isSameState(first, second), names[a] === names[b], `${names[a]} ${names[b]}`);
      }
    }
  });

  it("sees another error of the same kind", () => {
    const other = new RpcLocalError("timeout", "");
    assert.ok(!isSameState({ kind: "stopped", error }, { kind: "stopped", error: other }));
  });
});
