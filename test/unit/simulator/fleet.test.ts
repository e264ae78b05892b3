import { deepStrictEqual, notDeepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { sampleOf } from "../../simulator/fleet/sample";
import { oddFleet } from "../../simulator/fleet/oddFleet";
import { SimFleet } from "../../simulator/fleet/simFleet";
import { day, hour, minute, second } from "../../simulator/fleet/simNode";

const born = Date.UTC(2026, 10, 22, 12);

function fleetOf(seed: number, nodes = 60): SimFleet {
  return new SimFleet({ seed, cast: oddFleet, nodes, born, reportMs: 3 * second });
}

describe("SimFleet", () => {
  it("is the same for the same seed, and another for another", () => {
    deepStrictEqual(fleetOf(7).nodes, fleetOf(7).nodes);
    notDeepStrictEqual(fleetOf(7).nodes, fleetOf(8).nodes);
  });

  it("makes the same node whatever the size of the fleet", () => {
    deepStrictEqual(fleetOf(7, 30).inOrder, fleetOf(7, 1000).inOrder.slice(0, 30));
  });

  it("has names that are trouble, twice the same name and an untrimmed group", () => {
    const facts = fleetOf(7).inOrder.map((node) => node.facts);
    const names = facts.map(({ name }) => name);
    ok(names.includes("<img src=x onerror=alert(1)>"));
    ok(names.includes("上海-电信-01"));
    strictEqual(names.filter((name) => name === "edge").length, 2);
    ok(facts.some(({ group }) => group === "  Edge  "));
    strictEqual(new Set(fleetOf(7, 5000).nodes.map(({ uuid }) => uuid)).size, 5000);
  });

  it("knows who reported when", () => {
    const fleet = fleetOf(7);
    const lastAge = (key: string) => {
      const last = fleet.lastReport(fleet.member(key), born);
      return last === undefined ? undefined : born - last;
    };
    ok((lastAge("web-1") ?? Infinity) < 3 * second);
    ok((lastAge("leaves") ?? 0) >= 3 * hour);
    strictEqual(lastAge("never"), undefined);
    strictEqual(fleet.online(fleet.member("web-1"), born, 0), true);
    strictEqual(fleet.online(fleet.member("leaves"), born, 35 * second), false);
  });

  it("has a flapping node", () => {
    const fleet = fleetOf(7);
    const node = fleet.member("flaps");
    const online = Array.from({ length: 60 }, (_unused, index) =>
      fleet.online(node, born + index * second, 35 * second),
    );
    strictEqual(online.filter(Boolean).length, 40);
  });

  it("forgets all reports at a restart and has one of each node within seconds", () => {
    const fleet = fleetOf(7);
    const received = (now: number) =>
      fleet.nodes.filter((node) => fleet.lastReport(node, now) !== undefined).length;
    const before = received(born);
    fleet.restart(born);
    strictEqual(received(born), 0);
    const after = received(born + 7 * second);
    ok(after > 0.8 * before && after <= before);
  });
});

describe("sampleOf", () => {
  const fleet = fleetOf(7);
  const node = fleet.member("web-1");

  it("are functions of the moment", () => {
    deepStrictEqual(sampleOf(node, born - day), sampleOf(node, born - day));
    notDeepStrictEqual(sampleOf(node, born), sampleOf(node, born + 3 * second));
  });

  it("stay within bounds", () => {
    for (const each of fleet.nodes) {
      for (let time = born - 2 * day; time < born; time += 37 * minute) {
        const { cpu, ram, swap, disk } = sampleOf(each, time);
        ok(cpu >= 0 && cpu <= 100);
        ok(ram <= each.facts.mem_total && swap <= each.facts.swap_total);
        ok(disk <= each.facts.disk_total);
      }
    }
  });

  it("count traffic up, as fast as the rates say", () => {
    const start = sampleOf(node, born - hour);
    const end = sampleOf(node, born);
    let sum = 0;
    for (let time = born - hour; time < born; time += second) sum += sampleOf(node, time).netIn;
    const counted = end.totalDown - start.totalDown;
    ok(counted > 0.8 * sum && counted < 1.2 * sum, `${counted} is not about ${sum}`);
  });

  it("start again from zero when the node is started again", () => {
    const restarted = fleet.nodes.find(({ habits }) => habits.rebootEveryMs > 0);
    ok(restarted !== undefined);
    const boot = restarted.habits.bootedAt;
    ok(sampleOf(restarted, boot - minute).totalUp > sampleOf(restarted, boot + minute).totalUp);
    strictEqual(sampleOf(restarted, boot + minute).uptime, 60);
  });

  it("are all zero where an agent reports only zeros", () => {
    const { cpu, ram, swap, disk, load } = sampleOf(fleet.member("bare"), born);
    deepStrictEqual([cpu, ram, swap, disk, load], [0, 0, 0, 0, 0]);
  });
});
