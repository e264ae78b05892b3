import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { niceFleet } from "../../simulator/fleet/niceFleet";
import { pingStats } from "../../simulator/fleet/pingStats";
import { pingValue } from "../../simulator/fleet/pingTasks";
import { sampleOf } from "../../simulator/fleet/sample";
import { SimFleet } from "../../simulator/fleet/simFleet";
import { type SimNode, day, hour, minute, second } from "../../simulator/fleet/simNode";

const born = Date.UTC(2026, 10, 22, 12);
const nodes = niceFleet.keys.length;
const fleet = new SimFleet({ seed: 7, cast: niceFleet, nodes, born, reportMs: 3 * second });
const isOnline = (node: SimNode) => fleet.online(node, born, 35 * second);

function namesOf(test: (node: SimNode) => boolean): string[] {
  return fleet.inOrder.filter(test).map(({ facts }) => facts.name);
}

/** Every few minutes of a day. */
function dayOf<T>(figure: (time: number) => T): T[] {
  return Array.from({ length: 288 }, (_unused, index) => figure(born - day + index * 5 * minute));
}

describe("niceFleet", () => {
  it("is of a size that one person looks after, in groups, regions and currencies", () => {
    ok(nodes >= 40 && nodes <= 60, `${nodes} nodes`);
    const different = (value: (node: SimNode) => string) => new Set(fleet.inOrder.map(value)).size;
    strictEqual(
      different(({ facts }) => facts.name),
      nodes,
    );
    ok(different(({ facts }) => facts.group) >= 6);
    ok(different(({ facts }) => facts.region) >= 10);
    ok(different(({ facts }) => facts.currency) >= 5);
    ok(fleet.inOrder.some(({ facts }) => /\p{Script=Han}/u.test(facts.name)));
  });

  it("has no text that is markup, a command, a control character or too long for a row", () => {
    const texts = fleet.inOrder.flatMap(({ facts: { tags, ...facts } }) => [
      ...Object.values(facts).filter((value) => typeof value === "string"),
      // Tags name their colors in angle brackets.
      ...tags.split(";").map((tag) => tag.replace(/<\w+>$/, "")),
    ]);
    const tasks = niceFleet.pingTasks.map(({ name }) => name);
    for (const text of [...texts, ...tasks]) {
      ok(!/[<>&*`$[\]\\\p{Cc}\p{Cf}]/u.test(text.replace(/^[A-Z]*\$$/, "")), text);
      ok(text.length <= 60 && text === text.trim(), text);
    }
  });

  it("has two nodes offline, for minutes and for days, and one that never reported", () => {
    deepStrictEqual(
      namesOf((node) => !isOnline(node)),
      ["web-04", "edge-cpt-01", "pi-garage"],
    );
    const silentFor = (name: string) => {
      const last = fleet.lastReport(fleet.member(name), born);
      return last === undefined ? undefined : born - last;
    };
    ok((silentFor("web-04") ?? 0) > 5 * day);
    ok((silentFor("pi-garage") ?? day) < 10 * minute);
    strictEqual(silentFor("edge-cpt-01"), undefined);
  });

  it("has one node each in trouble with memory, disk and traffic, the whole day", () => {
    const trouble = (share: (node: SimNode, time: number) => number) =>
      namesOf((node) => dayOf((time) => share(node, time)).every((value) => value > 0.9));
    deepStrictEqual(
      trouble((node, time) => sampleOf(node, time).ram / node.facts.mem_total),
      ["db-primary"],
    );
    deepStrictEqual(
      trouble((node, time) => sampleOf(node, time).disk / node.facts.disk_total),
      ["web-02"],
    );
    const used = (node: SimNode) => {
      const { totalUp, totalDown } = sampleOf(node, born);
      return (totalUp + totalDown) / Number(node.facts.traffic_limit);
    };
    deepStrictEqual(
      namesOf((node) => node.facts.traffic_limit !== 0 && used(node) > 0.9),
      ["edge-lax-01"],
    );
  });

  it("loses pings on one node only, and has two that expire within a week", () => {
    const lossOf = (node: SimNode) =>
      niceFleet.pingTasks
        .filter((task) => task.runsOn(node))
        .map((task) => pingStats(dayOf((time) => pingValue(node, task, time))).loss);
    deepStrictEqual(
      namesOf((node) => lossOf(node).some((loss) => loss > 5)),
      ["edge-sin-01"],
    );
    deepStrictEqual(
      namesOf(({ facts }) => (facts.expired_at ?? Infinity) < born + 7 * day),
      ["edge-fra-01", "香港 CN2 中转"],
    );
  });

  it("has processors that are never worn out, busy by day and quieter by night", () => {
    for (const node of fleet.inOrder) {
      const cpu = dayOf((time) => sampleOf(node, time).cpu);
      ok(Math.max(...cpu) < 90, node.facts.name);
    }
    const mean = (from: number) => {
      const node = fleet.member("api-01");
      const values = Array.from({ length: 60 }, (_unused, index) => from + index * minute);
      return values.reduce((sum, time) => sum + sampleOf(node, time).cpu, 0) / values.length;
    };
    const midnight = Math.floor(born / day) * day;
    ok(mean(midnight + 4 * hour) > mean(midnight + 16 * hour) + 5);
  });

  it("has pings that grow with the distance", () => {
    const pingOf = (name: string, id: number) => {
      const node = fleet.member(name);
      const task = niceFleet.pingTasks.find((each) => each.id === id);
      return task === undefined ? 0 : (task.base?.(node) ?? 0);
    };
    const toFrankfurt = ["web-03", "edge-lhr-01", "web-01", "edge-syd-01"];
    const pings = toFrankfurt.map((name) => pingOf(name, 5));
    deepStrictEqual(
      pings,
      pings.toSorted((a, b) => a - b),
    );
    ok((pings[0] ?? 99) < 10 && (pings.at(-1) ?? 0) > 200);
  });

  it("can be had in any size, with other names", () => {
    const large = new SimFleet({ seed: 7, cast: niceFleet, nodes: 500, born, reportMs: second });
    strictEqual(new Set(large.inOrder.map(({ facts }) => facts.name)).size, 500);
    strictEqual(new Set(large.inOrder.map(({ uuid }) => uuid)).size, 500);
  });
});
