import assert from "node:assert/strict";
import { type NodeRowElement } from "../builders/serverRows";
import { percent, shortRate } from "./plainFormat";
import { recordedVersions } from "./recordedResponses";
import { nodeElements, openRecorded, type RecordedFleet, type WireNode } from "./recordedRows";

/** What the default row says of an online node, worked out from the server's own words. */
function descriptionOf({ node, status }: WireNode): string {
  assert(status);
  const total = Number(node.mem_total);
  const memory = total > 0 ? percent((Number(status.ram) / total) * 100) : "–";
  const down = shortRate(Number(status.net_in));
  const up = shortRate(Number(status.net_out));
  return [`CPU ${percent(Number(status.cpu))}`, `RAM ${memory}`, `↓${down} ↑${up}`].join("\u2002");
}

function groupOf({ node }: WireNode): string {
  return String(node.group).trim();
}

function isOnline({ status }: WireNode): boolean {
  return status?.online === true;
}

/** The order of the official page: online first, then weight, ties as the server sent them. */
function officialOrder(nodes: readonly WireNode[]): readonly WireNode[] {
  const rank = (entry: WireNode) => (isOnline(entry) ? 0 : 1);
  const weight = ({ node }: WireNode) => Number(node.weight);
  return nodes.toSorted((a, b) => rank(a) - rank(b) || weight(a) - weight(b));
}

function labelOf(rows: ReturnType<RecordedFleet["rows"]>, element: NodeRowElement): string {
  return rows.rowOf(element)?.label ?? "gone";
}

for (const version of recordedVersions) {
  describe(`ServerRows with recorded ${version}`, () => {
    let recorded: RecordedFleet;

    before(async () => {
      recorded = await openRecorded(version);
    });

    it("are all of its nodes, each once", () => {
      const uuids = nodeElements(recorded.rows()).map(({ uuid }) => uuid);
      assert.deepEqual([...uuids].sort(), recorded.wire.map(({ uuid }) => uuid).sort());
      assert.equal(uuids.length, 19);
    });

    it("shows the values of the response, node by node", () => {
      const rows = recorded.rows();
      const online = nodeElements(rows).filter((element) =>
        recorded.wire.some((entry) => entry.uuid === element.uuid && isOnline(entry)),
      );
      assert.ok(online.length >= 17);
      for (const element of online) {
        const entry = recorded.wire.find(({ uuid }) => uuid === element.uuid);
        assert(entry);
        const row = rows.rowOf(element);
        assert.equal(row?.label, String(entry.node.name));
        assert.equal(row.description, descriptionOf(entry), entry.cast);
      }
    });

    it("distinguishes offline from never reported", () => {
      const rows = recorded.rows();
      const said = (cast: string) => {
        const { uuid } = recorded.wireOf(cast);
        const element = nodeElements(rows).find((candidate) => candidate.uuid === uuid);
        return element && rows.rowOf(element)?.description;
      };
      assert.equal(said("leaves"), "offline 2 min");
      assert.equal(said("never"), "never reported");
      assert.match(said("bare") ?? "", /^CPU 0%\u2002RAM –\u2002/);
    });

    it("are grouped as on the official page, but for blanks around a group's name", () => {
      const rows = recorded.rows();
      const groups = rows.roots().map((root) => {
        assert(root.kind === "group");
        const value = root.key.kind === "value" ? root.key.value : "";
        return [value, rows.childrenOf(root).map((child) => "uuid" in child && child.uuid)];
      });
      const names = new Set(recorded.wire.map(groupOf));
      const expected = [...names]
        .sort()
        .sort((a, b) => Number(a === "") - Number(b === ""))
        .map((name) => {
          const members = recorded.wire.filter((member) => groupOf(member) === name);
          return [name, officialOrder(members).map(({ uuid }) => uuid)];
        });
      assert.deepEqual(groups, expected);
    });

    it("count the online nodes of every group against those that have ever reported", () => {
      const rows = recorded.rows();
      for (const root of rows.roots()) {
        assert(root.kind === "group");
        const name = root.key.kind === "value" ? root.key.value : "";
        const members = recorded.wire.filter((member) => groupOf(member) === name);
        const never = members.filter(({ node }) => node.uuid === recorded.wireOf("never").uuid);
        const counted = `${members.filter(isOnline).length}/${members.length - never.length}`;
        assert.equal(rows.rowOf(root)?.description.split(" · ")[0], counted, name);
      }
    });

    it("are in the official order without groups", () => {
      const rows = recorded.rows({ groupBy: "none" });
      const expected = officialOrder(recorded.wire).map(({ uuid }) => uuid);
      assert.deepEqual(
        nodeElements(rows).map(({ uuid }) => uuid),
        expected,
      );
    });

    it("are found by Chinese, emoji and addresses", () => {
      const found = (filter: string) => {
        const rows = recorded.rows({ filter, groupBy: "none" });
        return rows.roots().map((element) => labelOf(rows, element));
      };
      assert.deepEqual(found("腾讯云"), ["北京 · 腾讯云轻量应用服务器"]);
      assert.deepEqual(found("👩‍💻"), ["🚀 rocket 👩‍💻 naïve café"]);
      assert.deepEqual(found("2001:db8::12"), ["goes-offline"]);
    });

    it("counts nodes as the server does, whatever the local clock", () => {
      const counts = recorded.fleet.counts();
      const online = recorded.wire.filter(isOnline).length;
      const known = { online, offline: 18 - online, neverReported: 1, stale: 0, total: 19 };
      assert.deepEqual({ ...counts, ...known }, counts);
      assert.equal(recorded.fleet.serverTime(), recorded.newest);
    });
  });
}
