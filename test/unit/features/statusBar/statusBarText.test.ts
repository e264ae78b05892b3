import assert from "node:assert/strict";
import {
  type StatusBarContext,
  statusBarText,
} from "../../../../src/features/statusBar/statusBarText";
import { createFormat } from "../../../../src/shared/format";
import { countPresences } from "../../../../src/shared/nodes/presence";
import { buildTrouble } from "../../../builders/nodeState";
import { buildServerView, failedState, readyState } from "../../../builders/serverView";

const home = buildServerView({ name: "Home", presences: ["online", "online", "offline"] });
const lab = buildServerView({ name: "Lab", presences: ["online", "neverReported", "online"] });
const hot = {
  ...buildServerView(),
  counts: () =>
    countPresences([
      { presence: "online", troubles: [buildTrouble()] },
      { presence: "online", troubles: [] },
    ]),
};
const gone = buildServerView({
  presences: ["stale", "stale", "neverReported"],
  state: failedState("unreachable"),
  lastKnownAge: 200_000,
});
const fresh = buildServerView({ nodesLoaded: false, state: { kind: "connecting" } });
const signedOut = buildServerView({ name: "Home", state: failedState("signedOut"), isFresh: true });

function of(servers: Parameters<typeof statusBarText>[0], context: Partial<StatusBarContext> = {}) {
  const format = createFormat("en");
  const text = statusBarText(servers, {
    warnWhenOffline: false,
    paused: false,
    format,
    ...context,
  });
  assert.ok(text);
  return text;
}

describe("statusBarText", () => {
  it("is absent without a server", () => {
    const context = { warnWhenOffline: true, paused: false, format: createFormat("en") };
    assert.equal(statusBarText([], context), undefined);
  });

  it("turns until the first response of a window", () => {
    assert.equal(of([fresh]).text, "$(loading~spin) Komari");
    assert.equal(of([fresh, fresh]).text, "$(loading~spin) Komari");
    assert.equal(of([home, fresh]).text, "$(server) 2/3");
  });

  it("counts the nodes of a server that has returned no status yet as pending beside other servers", () => {
    const listed = {
      ...buildServerView({ presences: ["waiting", "waiting"], isFresh: false }),
      lastKnownAge: undefined,
    };
    const text = of([home, listed]);
    assert.equal(text.text, "$(server) 2/3 $(loading~spin) 2");
    assert.deepEqual([text.isFilling, of([home]).isFilling], [true, false]);
    assert.equal(text.accessibleLabel, "Komari: 2 of 3 nodes online, 2 waiting for status");
    assert.equal(of([listed]).accessibleLabel, "Komari: 2 waiting for status");
  });

  it("sums the online nodes of those that have ever reported", () => {
    assert.equal(of([home]).text, "$(server) 2/3");
    assert.equal(of([home, lab]).text, "$(server) 4/5");
  });

  it("counts nodes over a threshold", () => {
    assert.equal(of([hot]).text, "$(server) 2/2 $(warning) 1");
  });

  it("counts waiting nodes separately, and says so", () => {
    const some = buildServerView({ presences: ["online", "offline", "waiting", "waiting"] });
    const { text, accessibleLabel } = of([some, home]);
    assert.equal(text, "$(server) 3/5 $(loading~spin) 2");
    assert.equal(accessibleLabel, "Komari: 3 of 5 nodes online, 2 waiting for status");
  });

  it("counts nodes with an outdated status separately, too", () => {
    const { text, accessibleLabel } = of([buildServerView({ presences: ["online", "stale"] })]);
    assert.equal(text, "$(server) 1/1 $(loading~spin) 1");
    assert.equal(accessibleLabel, "Komari: 1 of 1 node online, 1 last known");
  });

  it("spins until the first status, and says what it is waiting for", () => {
    const view = buildServerView({ presences: ["waiting", "waiting"], isFresh: false });
    const { text, accessibleLabel } = of([{ ...view, lastKnownAge: undefined }]);
    assert.equal(text, "$(loading~spin) Komari");
    assert.equal(accessibleLabel, "Komari: 2 waiting for status");
  });

  it("has the last counts of a server that has gone, with their age in minutes", () => {
    assert.equal(of([gone]).text, "$(debug-disconnect) 2/2, 3 min ago");
    assert.equal(of([gone]).hasAge, true);
    assert.equal(of([{ ...gone, lastKnownAge: 59_000 }]).text, "$(debug-disconnect) 2/2");
  });

  it("is calm while a connection is lost for seconds only", () => {
    assert.equal(of([{ ...home, session: gone.session }]).text, "$(server) 2/3");
  });

  it("shows that a server never responded", () => {
    const never = buildServerView({ nodesLoaded: false, state: failedState("unreachable") });
    assert.equal(of([never]).text, "$(debug-disconnect) Komari");
    assert.equal(of([never]).hasAge, false);
  });

  it("counts servers that do not respond next to the sum of those that do", () => {
    assert.equal(of([home, gone, signedOut]).text, "$(server) 2/3 $(debug-disconnect) 1 $(key) 1");
  });

  it("counts a server that responds as to a guest although the user had signed in", () => {
    const state = readyState({ warning: "keyRejected" });
    assert.equal(
      of([buildServerView({ presences: ["online"], state })]).text,
      "$(server) 1/1 $(key) 1",
    );
  });

  it("offers to sign in, which a click does", () => {
    const { text, signInTo } = of([signedOut]);
    assert.equal(text, "$(key) Sign In to Home");
    assert.equal(signInTo, signedOut.id);
    assert.equal(of([home]).signInTo, undefined);
  });

  it("takes a name for text, not for an icon", () => {
    const { text } = of([{ ...signedOut, name: "$(bug)\n2" }]);
    assert.doesNotMatch(text, /\$\(bug\)|\n/);
  });

  it("is dimmed while polling is paused", () => {
    const paused = of([{ ...home, isFresh: false }], { paused: true });
    assert.equal(paused.text, "$(debug-pause) 2/3");
    assert.equal(paused.dimmed, true);
    assert.equal(of([home]).dimmed, false);
  });

  it("says it all to screen readers", () => {
    assert.equal(of([home]).accessibleLabel, "Komari: 2 of 3 nodes online");
    assert.equal(
      of([hot, gone]).accessibleLabel,
      "Komari: 2 of 2 nodes online, 1 over a threshold, servers not connected: 1",
    );
    assert.equal(of([gone]).accessibleLabel, "Komari: not connected, 2/2, 3 min ago");
    assert.equal(of([fresh]).accessibleLabel, "Komari: connecting…");
  });

  it("is of another state when something other than its numbers changes", () => {
    assert.equal(of([home]).state, of([lab]).state);
    assert.notEqual(of([home, fresh]).state, of([home, lab]).state);
    const states = [[home], [hot], [gone], [fresh], [signedOut], [home, gone]].map(
      (servers) => of(servers).state,
    );
    assert.equal(new Set(states).size, states.length);
  });
});

describe("statusBarText: the warning background", () => {
  const warn = { warnWhenOffline: true };

  it("is shown when an action is required", () => {
    assert.equal(of([gone]).warning, true);
    assert.equal(of([signedOut]).warning, true);
    assert.equal(of([hot]).warning, false);
    assert.equal(of([home, gone]).warning, false);
  });

  it("is for offline nodes and missing servers if the setting is on", () => {
    assert.equal(of([home]).warning, false);
    assert.equal(of([home], warn).warning, true);
    assert.equal(of([lab, gone], warn).warning, true);
    assert.equal(of([lab, fresh], warn).warning, false);
  });
});
