import assert from "node:assert/strict";
import { statusBarText } from "../../../../src/features/statusBar/statusBarText";
import { buildServerView, failedState, readyState } from "../../../builders/serverView";

const home = buildServerView({ name: "Home", presences: ["online", "online", "offline"] });
const lab = buildServerView({ name: "Lab", presences: ["online", "neverReported", "online"] });
const down = buildServerView({
  name: "Down",
  presences: ["stale"],
  state: failedState("unreachable"),
});
const fresh = buildServerView({
  name: "New",
  described: false,
  state: { kind: "connecting" },
});

function of(servers: Parameters<typeof statusBarText>[0], warn = false) {
  const text = statusBarText(servers, warn);
  assert.ok(text);
  return text;
}

describe("statusBarText", () => {
  it("is absent when nothing is configured", () => {
    assert.equal(statusBarText([], true), undefined);
  });

  it("sums online of all over the servers", () => {
    assert.equal(of([home]).text, "$(server) 2/3");
    assert.equal(of([home, lab]).text, "$(server) 4/5");
  });

  it("counts nothing that is not known yet", () => {
    assert.equal(of([fresh]).text, "$(server) –");
    assert.equal(of([home, fresh]).text, "$(server) 2/3");
  });

  it("does not count a server whose nodes are stale", () => {
    assert.equal(of([down]).text, "$(server) – $(warning)");
  });

  it("marks that a server has a problem", () => {
    assert.equal(of([home, down]).text, "$(server) 2/3 $(warning)");
  });

  it("says it all to screen readers", () => {
    assert.equal(of([home]).accessibleLabel, "Komari: 2 of 3 nodes online");
    assert.equal(of([fresh]).accessibleLabel, "Komari: not known how many nodes are online");
    assert.match(of([home, down]).accessibleLabel, /2 of 3 nodes online, a server has a problem$/);
  });

  it("never holds an icon that moves", () => {
    for (const servers of [[home], [fresh], [down], [home, lab, down, fresh]]) {
      assert.doesNotMatch(of(servers).text, /~spin|loading|sync/);
    }
  });
});

describe("statusBarText: the tooltip", () => {
  it("has a line per server with its counts, leaving out what is not", () => {
    assert.equal(
      of([home, lab]).tooltip,
      "**Home** · 2 of 3 online, 1 offline\n\n**Lab** · 2 of 2 online, 1 never reported",
    );
  });

  it("says what is wrong with a server", () => {
    assert.match(of([down]).tooltip, /^\*\*Down\*\* · The server cannot be reached/);
  });

  it("says why the nodes of a server that answers cannot be read", () => {
    const broken = buildServerView({ problem: { code: "timeout", detail: "" } });
    assert.match(of([broken]).tooltip, /did not answer in time/);
    assert.match(of([broken]).text, /\$\(warning\)$/);
  });

  it("says that a server is being connected", () => {
    assert.equal(of([fresh]).tooltip, "**New** · connecting…");
  });

  it("says that a key is not accepted though the nodes are seen", () => {
    const state = readyState({ warning: "keyRejected" });
    const { tooltip } = of([buildServerView({ presences: ["online"], state })]);
    assert.match(tooltip, /1 of 1 online, The server does not accept the API key/);
  });

  it("takes a name for text, not for Markdown", () => {
    const { tooltip } = of([buildServerView({ name: "[x](command:quit)<b>$(bug)" })]);
    assert.doesNotMatch(tooltip, /[[\]()<>$]/);
  });
});

describe("statusBarText: the warning background", () => {
  it("is shown only when the setting wants it", () => {
    assert.equal(of([home], false).warning, false);
    assert.equal(of([home], true).warning, true);
  });

  it("is for offline nodes and servers with a problem, not for the rest", () => {
    assert.equal(of([down], true).warning, true);
    assert.equal(of([lab, fresh], true).warning, false);
  });
});
