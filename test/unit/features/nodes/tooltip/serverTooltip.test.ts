import assert from "node:assert/strict";
import { type ServerFacts } from "../../../../../src/features/common/serverFacts";
import { serverTooltip } from "../../../../../src/features/nodes/tooltip/serverTooltip";
import { createFormat } from "../../../../../src/shared/format";
import { buildIdentity, buildPublicInfo } from "../../../../builders/identity";
import { buildServerView, failedState, readyState } from "../../../../builders/serverView";
import { readTooltip } from "../../../../builders/tooltipRows";

const nothing: ServerFacts = { username: undefined, roundTripMs: undefined, rpcVersion: undefined };
const key = { kind: "apiKey", apiKey: "0123456789abcdef" } as const;

function read(knobs: Parameters<typeof buildServerView>[0] = {}, facts: Partial<ServerFacts> = {}) {
  const server = buildServerView(knobs);
  return readTooltip(serverTooltip(server, { ...nothing, ...facts }, createFormat("en")));
}

describe("serverTooltip", () => {
  it("shows site, sign-in, connection, protocol, nodes and history", () => {
    const publicInfo = buildPublicInfo({ siteName: "Home lab" });
    const { title, rows, links } = read(
      {
        state: readyState({ identity: buildIdentity({ publicInfo }) }),
        credential: key,
        presences: ["online", "offline", "neverReported"],
      },
      { username: "ana", roundTripMs: 12, rpcVersion: "2.0" },
    );
    assert.equal(title, "**Home**");
    assert.deepEqual(rows, [
      ["Site", "Home lab, Komari 1.4.3"],
      ["URL", "https://status.example.com"],
      ["Signed in", "ana, with an API key"],
      ["Connection", "WebSocket, round trip 12 ms"],
      ["Protocol", "JSON-RPC 2.0, 2 methods"],
      ["Nodes", "1 of 2 online, 1 offline, 1 never reported"],
      ["History", "load 30 d, pings 24 h"],
    ]);
    assert.deepEqual(links, ["Dashboard", "Copy"]);
  });

  it("offers a guest to sign in", () => {
    const identity = buildIdentity({ role: "guest" });
    const { value, links } = read({ state: readyState({ identity }) });
    assert.equal(value("Signed in"), "no, browsing as a guest");
    assert.deepEqual(links, ["Sign In", "Dashboard", "Copy"]);
  });

  it("says why the sign-in is not used", () => {
    const identity = buildIdentity({ role: "guest" });
    const { value, links } = read({
      state: readyState({ identity, warning: "signInMissing" }),
      credential: { kind: "guest", lost: "missing" },
    });
    assert.match(value("Signed in") ?? "", /your sign-in is not on this computer/);
    assert.deepEqual(links, ["Sign In", "Dashboard", "Copy"]);
  });

  it("offers to sign in where the server no longer accepts the key or the session", () => {
    const identity = buildIdentity({ role: "guest" });
    const expired = read({ state: readyState({ identity }), credential: key });
    assert.deepEqual(expired.links, ["Sign In", "Dashboard", "Copy"]);
    const locked = read({ state: failedState("privateSite"), credential: key });
    assert.deepEqual(locked.links, ["Sign In", "Reconnect", "Dashboard", "Copy"]);
  });

  it("shows what is known of an unreachable server, and offers to reconnect", () => {
    const { rows, links } = read({
      state: failedState("unreachable"),
      credential: key,
      nodesLoaded: false,
    });
    assert.deepEqual(rows, [
      ["URL", "https://status.example.com"],
      ["Connection", "The server cannot be reached. Check its URL and your network."],
    ]);
    assert.deepEqual(links, ["Reconnect", "Dashboard", "Copy"]);
  });

  it("shows the whole of a long problem", () => {
    const message = "x".repeat(150);
    const data = { remote: { code: 1, message } };
    const { value } = read({ state: failedState("serverError", { data }) });
    assert.equal(value("Connection"), `The server reported an internal error: ${message}`);
  });

  it("shows that nothing is recorded", () => {
    const publicInfo = buildPublicInfo({ recordEnabled: false });
    const { value } = read({ state: readyState({ identity: buildIdentity({ publicInfo }) }) });
    assert.equal(value("History"), "not recorded");
  });
});
