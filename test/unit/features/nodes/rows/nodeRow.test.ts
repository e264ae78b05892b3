import assert from "node:assert/strict";
import { type NodeFacts } from "../../../../../src/fleet/nodes/nodeFacts";
import { nodeRow, type RowContext } from "../../../../../src/features/nodes/rows/nodeRow";
import { parseTemplate } from "../../../../../src/features/nodes/rows/nodeRowTemplate";
import { type Presence } from "../../../../../src/shared/nodes/presence";
import { type Trouble } from "../../../../../src/shared/nodes/trouble";
import { createFormat } from "../../../../../src/shared/format";
import { buildFacts } from "../../../../builders/facts";
import { buildSilentNode } from "../../../../builders/node";
import { buildTrouble } from "../../../../builders/nodeState";

const minute = 60_000;

function row(facts: NodeFacts, overrides: Partial<RowContext> = {}) {
  return nodeRow(facts, {
    format: createFormat("en"),
    template: parseTemplate("CPU {cpu}  RAM {memory}  ↓{down} ↑{up}"),
    isFavorite: false,
    age: 3_000,
    serverTime: Date.UTC(2026, 0, 1),
    ...overrides,
  });
}

const offline = buildFacts({ name: "web" }, { online: false });
const stale: NodeFacts = { ...buildFacts({ name: "web" }), presence: "stale" };
const waiting: NodeFacts = { ...buildFacts({ name: "web" }, null), presence: "waiting" };
const silent = buildFacts(buildSilentNode({ name: "web" }), null);

describe("nodeRow: texts", () => {
  it("shows the values of an online node by the template of the setting", () => {
    const { label, description } = row(buildFacts({ name: "web-01" }));
    assert.equal(label, "web-01");
    assert.equal(description, "CPU 12%\u2002RAM 25%\u2002↓1.5M ↑512K");
  });

  it("shows that a node is offline and since when, not its last values", () => {
    assert.equal(row(offline, { age: 5 * minute }).description, "offline 5 min");
    assert.equal(row(offline, { age: undefined }).description, "offline");
  });

  it("shows the last known values of a node dimmed while its server is disconnected", () => {
    const { description, dimmed } = row(stale, { age: 90 * minute });
    assert.equal(description, "CPU 12%\u2002RAM 25%\u2002↓1.5M ↑512K");
    assert.equal(dimmed, true);
    assert.equal(row(offline).dimmed, false);
  });

  it("shows a node without a first status as waiting, without figures", () => {
    const { description, dimmed, accessibleLabel } = row(waiting, { age: undefined });
    assert.equal(description, "waiting for status");
    assert.equal(dimmed, false);
    assert.equal(accessibleLabel, "web, waiting for status");
  });

  it("shows that a node never reported", () => {
    assert.equal(row(silent, { age: undefined }).description, "never reported");
  });

  it("counts ages by the minute, so that rows change seldom", () => {
    const at = (age: number) => row(offline, { age }).description;
    assert.deepEqual([1_000, 59_999].map(at), ["offline", "offline"]);
    assert.deepEqual([60_000, 119_999].map(at), ["offline 1 min", "offline 1 min"]);
    assert.equal(at(2 * minute), "offline 2 min");
  });

  it("names a node without a name by its uuid", () => {
    const { label } = row(buildFacts({ name: "", uuid: "0123456789abcdef" }));
    assert.equal(label, "Unnamed node 01234567");
    const blank = row(buildFacts({ name: "\n", uuid: "0123456789abcdef" }));
    assert.equal(blank.label, "Unnamed node 01234567");
  });

  it("keeps a name with line breaks and control characters on one line", () => {
    const { label } = row(buildFacts({ name: " a\r\nb\u0000c\u001b[31m\u2028d\t" }));
    assert.equal(label, "a b[U+0000]c[U+001B][31m d");
  });

  it("keeps a server's text in the description on one line", () => {
    const facts = buildFacts({ os: "Line\nbreak" });
    assert.equal(row(facts, { template: parseTemplate("{os}") }).description, "Line break");
  });

  it("leaves a hostile name as it is, for VS Code escapes it, and clips a long one", () => {
    const name = `<img src=x> **bold**`;
    assert.equal(row(buildFacts({ name })).label, name);
    const long = row(buildFacts({ name: "long".repeat(50_000) }));
    assert.ok(long.label.length < 130 && long.accessibleLabel.length < 200);
  });
});

describe("nodeRow: trouble", () => {
  const hot = (...troubles: readonly Trouble[]) => buildFacts({ name: "web" }, {}, troubles);

  it("comes first and takes the place of its own figure", () => {
    assert.equal(
      row(hot(buildTrouble("memory", 94))).description,
      "memory 94%\u2002CPU 12%\u2002↓1.5M ↑512K",
    );
    assert.equal(
      row(hot(buildTrouble("disk", 97))).description,
      "disk 97%\u2002CPU 12%\u2002RAM 25%\u2002↓1.5M ↑512K",
    );
  });

  it("is the worst reason alone, others are seen by their figures", () => {
    const { description } = row(hot(buildTrouble("disk", 97), buildTrouble("memory", 94)));
    assert.equal(description, "disk 97%\u2002CPU 12%\u2002RAM 25%\u2002↓1.5M ↑512K");
  });

  it("leaves the rest of a part that shows more than its figure", () => {
    const { description } = row(hot(buildTrouble("networkIn", 12 * 1024 ** 2)));
    assert.equal(description, "download 12M\u2002CPU 12%\u2002RAM 25%\u2002↓1.5M ↑512K");
  });

  it("follows the state of a node that is not online", () => {
    const expiring = [buildTrouble("expiry", 3)];
    const day = 24 * 60 * minute;
    assert.equal(
      row({ ...offline, troubles: expiring }, { age: 5 * day }).description,
      "offline 5 d\u2002expires in 3 d",
    );
    assert.equal(
      row({ ...silent, troubles: expiring }, { age: undefined }).description,
      "never reported\u2002expires in 3 d",
    );
  });

  it("is spoken with all its reasons, and no figure twice", () => {
    const troubles = [
      buildTrouble("disk", 97),
      buildTrouble("memory", 94),
      buildTrouble("expiry", 3),
    ];
    assert.equal(
      row(hot(...troubles)).accessibleLabel,
      "web, online, disk 97%, memory 94%, expires in 3 d, CPU 12%, download 1.5M upload 512K",
    );
    const gone = { ...offline, troubles: [buildTrouble("expiry", -2)] };
    assert.equal(row(gone, { age: undefined }).accessibleLabel, "web, offline, expired 2 d");
  });
});

describe("nodeRow: icons", () => {
  const icon = (presence: Presence, ...troubles: readonly Trouble[]) =>
    row({ ...stale, presence, troubles }).icon;

  it("has another shape or color for each state, and color only for trouble", () => {
    assert.deepEqual(icon("online"), { id: "circle-small-filled", color: "descriptionForeground" });
    assert.deepEqual(icon("offline"), { id: "circle-slash", color: "list.errorForeground" });
    assert.deepEqual(icon("stale"), { id: "circle-small-filled", color: "disabledForeground" });
    assert.deepEqual(icon("neverReported"), { id: "circle-outline", color: "disabledForeground" });
  });

  it("warns of a node over a threshold, and of one that expires by another shape", () => {
    const expiry = buildTrouble("expiry", 3);
    const warning = "list.warningForeground";
    assert.deepEqual(icon("online", buildTrouble("disk")), { id: "warning", color: warning });
    assert.deepEqual(icon("online", buildTrouble("disk"), expiry)?.id, "warning");
    assert.deepEqual(icon("online", expiry), { id: "calendar", color: warning });
    assert.equal(icon("offline", expiry)?.id, "circle-slash");
    assert.equal(icon("stale", buildTrouble("disk"))?.id, "circle-small-filled");
  });
});

describe("nodeRow: context value for menus", () => {
  it("says whether it is a favorite", () => {
    assert.equal(row(offline).contextValue, "node plain");
    assert.equal(row(offline, { isFavorite: true }).contextValue, "node favorite");
  });

  it("says which addresses can be copied", () => {
    const of = (ipv4?: string, ipv6?: string) => row(buildFacts({ ipv4, ipv6 })).contextValue;
    assert.equal(of("203.0.113.1"), "node plain ipv4");
    assert.equal(of(undefined, "2001:db8::1"), "node plain ipv6");
    assert.equal(of("203.0.113.1", "2001:db8::1"), "node plain ipv4 ipv6");
  });
});

describe("nodeRow: accessible label", () => {
  it("is a full sentence for an online node", () => {
    assert.equal(
      row(buildFacts({ name: "web-01" })).accessibleLabel,
      "web-01, online, CPU 12%, RAM 25%, download 1.5M upload 512K",
    );
  });

  it("says unknown for what is not known", () => {
    const facts = buildFacts(
      { name: "web", memoryTotal: undefined },
      { cpu: undefined, memoryTotal: undefined, networkIn: undefined, networkOut: undefined },
    );
    assert.equal(
      row(facts).accessibleLabel,
      "web, online, CPU unknown, RAM unknown, download unknown upload unknown",
    );
  });

  it("has the state and the age of the last report for other nodes", () => {
    const age = 5 * minute;
    assert.equal(row(offline, { age }).accessibleLabel, "web, offline, last report 5 min ago");
    assert.match(row(stale, { age }).accessibleLabel, /^web, last known, CPU 12%, /);
    assert.equal(row(offline, { age: undefined }).accessibleLabel, "web, offline");
    assert.equal(row(silent, { age: undefined }).accessibleLabel, "web, never reported");
  });
});
