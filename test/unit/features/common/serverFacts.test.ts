import assert from "node:assert/strict";
import { readServerFacts, type ServerFacts } from "../../../../src/features/common/serverFacts";
import { FakeClock } from "../../../builders/fakeClock";
import { buildIdentity } from "../../../builders/identity";
import { failedState, readyState } from "../../../builders/serverView";

const nothing: ServerFacts = { username: undefined, roundTripMs: undefined, rpcVersion: undefined };

describe("readServerFacts", () => {
  const api = {
    me: () => Promise.resolve({ username: "ana" }),
    ping: () => Promise.resolve("pong"),
    rpcVersion: () => Promise.resolve("2.0"),
  };

  it("sends requests to a connected server, and measures the round trip", async () => {
    const clock = new FakeClock();
    const ping = () => {
      clock.advance(12);
      return Promise.resolve("pong");
    };
    const facts = await readServerFacts({ state: readyState(), api: { ...api, ping } }, clock);
    assert.deepEqual(facts, { username: "ana", roundTripMs: 12, rpcVersion: "2.0" });
  });

  it("leaves out what cannot be had", async () => {
    const refused = () => Promise.reject(new Error("refused"));
    const facts = await readServerFacts(
      {
        state: readyState(),
        api: { me: () => Promise.resolve(undefined), ping: refused, rpcVersion: refused },
      },
      new FakeClock(),
    );
    assert.deepEqual(facts, nothing);
  });

  it("names nobody for an API key, which belongs to no account", async () => {
    const me = () => Promise.resolve({ username: "api_key" });
    const session = { state: readyState(), api: { ...api, me } };
    assert.equal((await readServerFacts(session, new FakeClock())).username, undefined);
  });

  it("does not ask who a guest is", async () => {
    const state = readyState({ identity: buildIdentity({ role: "guest" }) });
    const me = () => assert.fail("asked");
    const facts = await readServerFacts({ state, api: { ...api, me } }, new FakeClock());
    assert.deepEqual([facts.username, facts.rpcVersion], [undefined, "2.0"]);
  });

  it("sends no request to a server that is not connected", async () => {
    const requested = () => assert.fail("asked");
    const session = {
      state: failedState("unreachable"),
      api: { me: requested, ping: requested, rpcVersion: requested },
    };
    assert.deepEqual(await readServerFacts(session, new FakeClock()), nothing);
  });
});
