import assert from "node:assert/strict";
import { bytes, duration, load, percent } from "./plainFormat";
import { recordedVersions } from "./recordedResponses";
import { openRecorded, type RecordedFleet, type WireNode } from "./recordedRows";

const cast = [
  ...["web-1", "web-2", "db", "shanghai", "beijing", "hongkong", "long", "emoji", "html"],
  ...["markdown", "dup-1", "dup-2", "hidden", "no-swap", "gpu", "leaves", "flaps"],
];

/** "45% 1 of 2 GiB" by the numbers of the server. */
function shareOf(used: unknown, total: unknown): string {
  const [amount = "", unit] = bytes(Number(used)).split(" ");
  const all = bytes(Number(total));
  const share = percent((Number(used) / Number(total)) * 100);
  return `${share} ${all.endsWith(` ${unit}`) ? amount : `${amount} ${unit}`} of ${all}`;
}

function usedOf({ node, status }: WireNode): number {
  const up = Number(status?.net_total_up);
  const down = Number(status?.net_total_down);
  const used = { sum: up + down, max: Math.max(up, down), min: Math.min(up, down), up, down };
  return used[node.traffic_limit_type as keyof typeof used];
}

/** The lines with numbers, computed from the raw response; for an offline node only those that still hold. */
function numbersOf(wire: WireNode): Readonly<Record<string, string>> {
  const { node, status } = wire;
  assert(status);
  const of = (field: string) => Number(status[field]);
  const swap =
    Number(node.swap_total) === 0
      ? ""
      : `, swap ${percent((of("swap") / Number(node.swap_total)) * 100)}`;
  const loads = [of("load"), of("load5"), of("load15")].map(load).join(" ");
  const totals = `↓ ${bytes(of("net_total_down"))} ↑ ${bytes(of("net_total_up"))}`;
  const limit = Number(node.traffic_limit);
  const [share = "", ...amounts] = limit > 0 ? shareOf(usedOf(wire), limit).split(" ") : [];
  const lasting = {
    Disk: shareOf(status.disk, node.disk_total),
    Traffic: limit > 0 ? `${amounts.join(" ")} (${share}), ${totals}` : totals,
  };
  if (status.online !== true) return lasting;
  return {
    ...lasting,
    CPU: `${percent(of("cpu"))} ${Number(node.cpu_cores)} core${node.cpu_cores === 1 ? "" : "s"}`,
    Memory: shareOf(status.ram, node.mem_total) + swap,
    Network: `↓ ${bytes(of("net_in"))}/s ↑ ${bytes(of("net_out"))}/s`,
    ...(status.uptime === undefined
      ? { Load: loads }
      : { Uptime: `${duration(of("uptime"))}, load ${loads}` }),
  };
}

for (const version of recordedVersions) {
  describe(`nodeTooltip with recorded ${version}`, () => {
    let recorded: RecordedFleet;

    before(async () => {
      recorded = await openRecorded(version);
    });

    const row = (name: string, label: string) => recorded.tooltip(name).value(label);

    for (const name of cast) {
      it(`have the numbers of ${name}`, () => {
        const { value } = recorded.tooltip(name);
        for (const [label, text] of Object.entries(numbersOf(recorded.wireOf(name)))) {
          assert.equal(value(label), text, label);
        }
      });

      it(`have at most twelve lines for ${name}, system and remark among them`, () => {
        const { value, rows } = recorded.tooltip(name);
        const { node } = recorded.wireOf(name);
        const text = (field: string) => {
          const found = node[field];
          return typeof found === "string" ? found.replace(/\s+/g, " ").trim() : "";
        };
        assert.ok(rows.length < 12, String(rows.length));
        const system = `${text("os")}, kernel ${text("kernel_version")}, agent ${text("version")}`;
        assert.equal(value("System"), system);
        const remark = value("Tags")?.split(". Remark: ")[1] ?? value("Remark");
        const written = [text("remark"), text("public_remark")].filter((part) => part !== "");
        assert.equal(remark, written.join(", "));
      });
    }

    it("have prices and cycles", () => {
      assert.match(
        row("web-1", "Price") ?? "",
        /^\$9\.99 a month, renews Jun \d+, 2027 \(in \d+ d\), added Nov 22, 2026$/,
      );
      assert.match(row("shanghai", "Price") ?? "", /^¥99 a year, expired Nov 1[123], 2026 /);
      assert.equal(row("hongkong", "Price"), "free, added Nov 22, 2026");
      assert.equal(row("html", "Price"), "<$>1, added Nov 22, 2026");
      assert.equal(row("long", "Price"), undefined);
    });

    it("have the end of contracts", () => {
      assert.match(row("web-2", "Price") ?? "", /expires Dec \d, 2026 \(in 1[123] d\), /);
      assert.match(row("db", "Expiry") ?? "", /expires Nov 2[456], 2026 \(in [234] d\), /);
      assert.match(row("beijing", "Price") ?? "", /, long term, /);
      assert.doesNotMatch(row("gpu", "Price") ?? "", /expire/, "year 1 is no date");
    });

    it("have tags without their colors", () => {
      const tags = (name: string) => row(name, "Tags")?.split(". Remark: ")[0];
      assert.equal(tags("shanghai"), "a, b, 中文");
      assert.equal(tags("emoji"), "🔥, 🇯🇵");
      assert.equal(tags("beijing"), "轻量<蓝>, 月付");
      assert.equal(tags("long"), undefined);
    });

    it("have pings where the server has them", () => {
      const known = version !== "1.0.7";
      assert.equal(row("hongkong", "Ping")?.includes("no response, 100% lost"), known || undefined);
      assert.equal(row("web-1", "Ping")?.includes("上海电信 TCP"), known || undefined);
      assert.equal(row("web-2", "Ping")?.includes("上海电信 TCP"), known ? false : undefined);
    });

    it("make up no value that the server does not have", () => {
      for (const name of [...cast, "bare"]) {
        assert.equal(row(name, "GPU"), name === "gpu" ? "NVIDIA GeForce RTX 4090" : undefined);
      }
      for (const label of ["Memory", "Disk"]) assert.equal(row("bare", label), undefined);
      assert.deepEqual(
        recorded.tooltip("never").rows.map(([label]) => label),
        ["Added", "Remark"],
      );
    });

    it("show the age of the last report by the server's clock", () => {
      const { status } = recorded.wireOf("leaves");
      const minutes = Math.floor((recorded.newest - Date.parse(String(status?.time))) / 60_000);
      const { title } = recorded.tooltip("leaves");
      assert.equal(title, `**goes-offline** offline, last report ${minutes} min ago`);
      assert.match(recorded.tooltip("web-1").title, /online, [0-3] s ago$/);
    });

    it("shows an administrator which nodes are hidden", () => {
      assert.match(recorded.tooltip("hidden").title, /, hidden from guests$/);
      assert.doesNotMatch(recorded.tooltip("web-1").title, /hidden/);
    });

    it("show hostile names as they are written", () => {
      const name = (who: string) => recorded.tooltip(who).title.split("**").slice(1, -1).join("**");
      assert.equal(name("html"), "<img src=x onerror=alert(1)>");
      assert.equal(name("markdown"), "[x](command:workbench.action.quit) **b**");
    });
  });
}
