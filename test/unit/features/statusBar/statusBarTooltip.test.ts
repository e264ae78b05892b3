import assert from "node:assert/strict";
import { statusBarTooltip } from "../../../../src/features/statusBar/statusBarTooltip";
import { createFormat } from "../../../../src/shared/format";
import { buildServerView, failedState, readyState } from "../../../builders/serverView";

const home = buildServerView({ name: "Home", presences: ["online", "offline", "neverReported"] });
const gone = buildServerView({
  name: "Client A",
  presences: ["stale"],
  state: failedState("unreachable"),
  lastKnownAge: 185_000,
});

function of(servers: Parameters<typeof statusBarTooltip>[0], paused = false) {
  const { markdown, commands } = statusBarTooltip(servers, { paused, format: createFormat("en") });
  const rows = markdown.split("\n").filter((line) => line.startsWith("|"));
  return { rows: rows.slice(2), markdown, commands };
}

describe("statusBarTooltip", () => {
  it("has a row for each server: its icon, name, counts, and what is not well", () => {
    assert.deepEqual(of([home, gone]).rows, [
      "| $(server) | Home | 1/2 | &ensp;1 offline, 1 never reported |",
      "| $(debug-disconnect) | Client A | – | &ensp;not connected, 3 min |",
    ]);
  });

  it("says what a server is waiting for", () => {
    const fresh = buildServerView({ nodesLoaded: false, state: { kind: "connecting" } });
    const signedOut = buildServerView({ state: failedState("keyRejected") });
    const refused = buildServerView({ state: readyState({ warning: "keyRejected" }) });
    assert.deepEqual(
      of([fresh, signedOut, refused]).rows.map((row) => row.split(" | ").at(-1)),
      ["&ensp;connecting… |", "&ensp;signed out |", "&ensp;signed out |"],
    );
  });

  it("says how many nodes wait for their status, and that a server is slow", () => {
    const some = buildServerView({ presences: ["online", "waiting"], slow: true });
    assert.deepEqual(of([some]).rows, [
      "| $(server) | Home | 1/1 | &ensp;1 waiting for status, slow to respond |",
    ]);
    const none = { ...buildServerView({ presences: ["waiting"], isFresh: false }) };
    assert.match(
      of([{ ...none, lastKnownAge: undefined }]).rows[0] ?? "",
      /loading.*&ensp;1 waiting for status \|/,
    );
  });

  it("says that polling is paused", () => {
    assert.match(
      of([{ ...home, isFresh: false }], true).rows[0] ?? "",
      /1\/2 \| &ensp;paused, 1 offline/,
    );
  });

  it("links to what helps, and allows these commands alone", () => {
    assert.deepEqual(of([home]).commands, ["komari.goToNode", "komari.openCharts"]);
    const { markdown, commands } = of([home, gone]);
    assert.deepEqual(commands, ["komari.goToNode", "komari.openCharts", "komari.reconnectServer"]);
    const [, argument = ""] = /reconnectServer\?([^)]*)\)/.exec(markdown) ?? [];
    assert.deepEqual(JSON.parse(decodeURIComponent(argument)), [{ serverId: gone.id }]);
  });

  it("takes a name for text, not for Markdown", () => {
    const [row = ""] = of([{ ...home, name: "[x](command:quit)|<b>$(bug)" }]).rows;
    assert.doesNotMatch(row.replace("$(server)", ""), /[[\]()<>$]/);
  });
});
