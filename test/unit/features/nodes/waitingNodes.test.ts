import assert from "node:assert/strict";
import { arrange } from "../../../../src/features/nodes/arrange/arrange";
import { groupRow } from "../../../../src/features/nodes/rows/groupRow";
import { onlineCount, onlineSentence } from "../../../../src/features/common/onlineCount";
import { Regions } from "../../../../src/features/nodes/arrange/regions";
import { nodesMessage } from "../../../../src/features/nodes/nodesMessage";
import { serverRow } from "../../../../src/features/nodes/serverRow";
import { nodeTooltip } from "../../../../src/features/nodes/tooltip/nodeTooltip";
import {
  defaultChoices,
  type ViewChoices,
} from "../../../../src/features/nodes/arrange/viewChoices";
import { type NodeFacts } from "../../../../src/fleet/nodes/nodeFacts";
import { countPresences, type Presence } from "../../../../src/shared/nodes/presence";
import { createFormat } from "../../../../src/shared/format";
import { buildFacts } from "../../../builders/facts";
import { buildNode } from "../../../builders/node";
import { calmNodes } from "../../../builders/nodeState";
import { buildServerView, readyState } from "../../../builders/serverView";

const format = createFormat("en");

function presences(counts: Partial<Record<Presence, number>>): readonly Presence[] {
  return (Object.keys(counts) as Presence[]).flatMap((presence) =>
    Array<Presence>(counts[presence] ?? 0).fill(presence),
  );
}

function countsOf(counts: Partial<Record<Presence, number>>) {
  return countPresences(calmNodes(...presences(counts)));
}

describe("onlineCount: nodes that wait for their status", () => {
  it("are not a fraction, and include the number of waiting nodes", () => {
    const counts = countsOf({ online: 12, waiting: 812 });
    assert.equal(onlineCount(counts), "12 online · 812 waiting for status");
    assert.equal(onlineSentence(counts), "12 online, 812 waiting for status");
  });

  it("include the other known states", () => {
    const counts = countsOf({ online: 12, offline: 3, neverReported: 1, stale: 5, waiting: 8 });
    const texts = ["12 online", "3 offline", "1 never reported", "5 last known"];
    assert.equal(onlineCount(counts), [...texts, "8 waiting for status"].join(" · "));
    assert.equal(onlineSentence(counts), [...texts, "8 waiting for status"].join(", "));
  });

  it("have only the number of waiting nodes before the first status", () => {
    const counts = countsOf({ waiting: 3 });
    assert.equal(onlineCount(counts), "3 waiting for status");
    assert.equal(onlineSentence(counts), "3 waiting for status");
  });

  it("include last known nodes if others are up to date", () => {
    const counts = countsOf({ online: 2, stale: 1 });
    assert.equal(onlineCount(counts), "2 online · 1 last known");
    assert.equal(onlineSentence(counts), "2 online, 1 last known");
  });

  it("are a fraction again once all are known", () => {
    assert.equal(onlineCount(countsOf({ online: 12, offline: 3 })), "12/15 · 3 offline");
  });

  it("appear in the rows of groups and servers", () => {
    const some = presences({ online: 1, waiting: 2 });
    const group = groupRow({ kind: "value", value: "Edge" }, "group", calmNodes(...some));
    assert.equal(group.description, "1 online · 2 waiting for status");
    assert.equal(group.accessibleLabel, "Edge, 1 online, 2 waiting for status");
    const server = serverRow(buildServerView({ presences: some }), format);
    assert.equal(server.description, "1 online · 2 waiting for status · administrator");
    assert.equal(server.accessibleLabel, "Home, 1 online, 2 waiting for status, administrator");
  });
});

describe("nodeTooltip: a node that waits for its status", () => {
  it("says so, without figures", () => {
    const facts: NodeFacts = { ...buildFacts({ name: "web" }, null), presence: "waiting" };
    const element = { serverId: "https://status.example.com", uuid: facts.node.uuid };
    const markdown = nodeTooltip(element, facts, { format, age: undefined, serverTime: 0 });
    const [title = "", table = ""] = markdown.split("\n\n");
    assert.match(title, /^\*\*web\*\* waiting for status/);
    assert.match(table, /Memory \| 8 GiB/, "what the node has is known");
    assert.doesNotMatch(table, /%|offline|never/);
  });
});

describe("arrange: the order of nodes that wait for their status", () => {
  const node = (uuid: string, weight: number, presence: Presence): NodeFacts => ({
    ...buildFacts({ uuid, weight }, presence === "waiting" ? null : {}),
    presence,
  });
  const arranged = (nodes: readonly NodeFacts[], choices: Partial<ViewChoices> = {}) =>
    arrange({
      nodes,
      choices: { ...defaultChoices, groupBy: "none", ...choices },
      favorites: new Set(),
      offlinePosition: "last",
      collator: new Intl.Collator("en"),
      regions: new Regions("en"),
    });

  it("is that of online nodes, so that rows stay in place as statuses come", () => {
    const waiting = [node("a", 1, "waiting"), node("b", 2, "waiting"), node("c", 3, "waiting")];
    const order = arranged(waiting).leaves;
    for (const uuid of order) {
      const some = waiting.map((each) =>
        each.node.uuid === uuid ? node(uuid, each.node.weight, "online") : each,
      );
      assert.deepEqual(arranged(some).leaves, order);
    }
  });

  it("has a group of its own by state and by trouble", () => {
    const nodes = [node("a", 1, "waiting"), node("b", 2, "online")];
    const labels = (groupBy: "status" | "trouble") =>
      arranged(nodes, { groupBy }).groups.map(
        ({ key, leaves }) => `${groupRow(key, groupBy, []).label}: ${leaves.join(" ")}`,
      );
    assert.deepEqual(labels("status"), ["Waiting for status: a", "Online: b"]);
    assert.deepEqual(labels("trouble"), ["Healthy: b", "Waiting for status: a"]);
  });
});

describe("serverRow and nodesMessage: a server that is slow to return statuses", () => {
  const slow = { slow: true, presences: presences({ online: 1, waiting: 2 }) };

  it("says so in its own row, with what is known", () => {
    const row = serverRow(buildServerView(slow), format);
    assert.equal(row.icon?.id, "loading~spin");
    assert.equal(row.description, "1 online · 2 waiting for status · slow to respond");
    assert.equal(row.accessibleLabel, "Home, 1 online, 2 waiting for status, slow to respond");
  });

  it("says so above its nodes, without a command", () => {
    const nodes = new Map([["a", buildNode({ uuid: "a" })]]);
    const message = nodesMessage(buildServerView({ ...slow, nodes }), format);
    assert.equal(message?.row.label, "Slow to respond");
    assert.equal(message.row.description, "waiting for node statuses");
    assert.equal(message.row.accessibleLabel, "Home is slow to return node statuses.");
    assert.equal(message.action, undefined);
  });

  it("shows a problem before its slowness", () => {
    const problem = { code: "serverError", detail: "" } as const;
    assert.notEqual(
      serverRow(buildServerView({ ...slow, problem }), format).icon?.id,
      "loading~spin",
    );
    const state = readyState({ warning: "keyRejected" });
    assert.equal(serverRow(buildServerView({ ...slow, state }), format).icon?.id, "key");
  });
});
