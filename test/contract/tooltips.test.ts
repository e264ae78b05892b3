import assert from "node:assert/strict";
import { bytes, duration, load, percent } from "./plainFormat";
import { recordedVersions } from "./recordedAnswers";
import { openRecorded, type RecordedFleet, type WireNode } from "./recordedRows";

const cast = [
  ...["web-1", "web-2", "db", "shanghai", "beijing", "hongkong", "long", "emoji", "html"],
  ...["markdown", "dup-1", "dup-2", "hidden", "no-swap", "gpu", "leaves", "flaps"],
];

/** "45% · 1 GiB of 2 GiB" as the server's own numbers have it. */
function fillOf(used: unknown, total: unknown): string {
  const share = percent((Number(used) / Number(total)) * 100);
  return `${share} · ${bytes(Number(used))} of ${bytes(Number(total))}`;
}

/** What the lines with numbers have to say, worked out from the server's own words. */
function numbersOf({ node, status }: WireNode): Readonly<Record<string, string>> {
  assert(status);
  const of = (field: string) => Number(status[field]);
  const udp = of("connections_udp");
  return {
    CPU: `${percent(of("cpu"))} · ${Number(node.cpu_cores)} cores`,
    Load: [of("load"), of("load5"), of("load15")].map(load).join(" / "),
    Memory: fillOf(status.ram, node.mem_total),
    Swap: Number(node.swap_total) === 0 ? "none" : fillOf(status.swap, node.swap_total),
    Disk: fillOf(status.disk, node.disk_total),
    Network: `↓ ${bytes(of("net_in"))}/s · ↑ ${bytes(of("net_out"))}/s`,
    Traffic: `↓ ${bytes(of("net_total_down"))} · ↑ ${bytes(of("net_total_up"))}`,
    Connections: `TCP ${of("connections") - udp} · UDP ${udp}`,
    Processes: `${of("process")}`,
    ...(status.uptime === undefined ? {} : { Uptime: duration(of("uptime")) }),
  };
}

/** Without the drawn bar before the percents. */
function withoutBar(value: string | undefined): string | undefined {
  return value?.replace(/^`[█░]+` /, "");
}

for (const version of recordedVersions) {
  describe(`tooltips of a real ${version}`, () => {
    let recorded: RecordedFleet;

    before(async () => {
      recorded = await openRecorded(version);
    });

    const row = (name: string, line: string) => recorded.tooltip(name).rows.get(line);

    for (const name of cast) {
      it(`tell the numbers of ${name}`, () => {
        const { rows } = recorded.tooltip(name);
        for (const [line, value] of Object.entries(numbersOf(recorded.wireOf(name)))) {
          assert.equal(withoutBar(rows.get(line)), value, line);
        }
      });

      it(`tell the machine and the words of ${name}`, () => {
        const { rows } = recorded.tooltip(name);
        const { node } = recorded.wireOf(name);
        const text = (field: string) => {
          const value = node[field];
          return typeof value === "string" ? value.replace(/\n/g, " ") : "";
        };
        assert.equal(rows.get("System"), `${text("os")} · ${text("kernel_version")}`);
        assert.equal(rows.get("Machine"), `${text("arch")} · ${text("virtualization")}`);
        assert.equal(rows.get("Agent"), text("version"));
        assert.equal(rows.get("Remark"), `sim:${name}`);
        assert.equal(rows.get("Public remark") ?? "", text("public_remark"));
        assert.equal(rows.get("Group") ?? "", text("group").trim());
        assert.equal(rows.get("IPv4") ?? "", text("ipv4"));
        assert.equal(rows.get("IPv6") ?? "", text("ipv6"));
      });
    }

    it("tell prices and cycles", () => {
      assert.equal(row("web-1", "Price"), "$9.99 a month");
      assert.equal(row("shanghai", "Price"), "¥99 a year");
      assert.equal(row("hongkong", "Price"), "free");
      assert.equal(row("html", "Price"), "<$>1");
      assert.equal(row("long", "Price"), undefined);
    });

    it("tell when contracts end", () => {
      assert.match(row("web-1", "Expiry") ?? "", /^🟢 Jun \d+, 2027 · in (199|200|201) d · renews/);
      assert.match(row("web-2", "Expiry") ?? "", /^🟠 expires soon · Dec \d, 2026 · in 1[123] d$/);
      assert.match(
        row("db", "Expiry") ?? "",
        /^🔴 expires very soon · Nov 2[456], 2026 · in [234] d$/,
      );
      assert.match(
        row("shanghai", "Expiry") ?? "",
        /^🔴 expired · Nov 1[123], 2026 · (9|10|11) d ago$/,
      );
      assert.equal(row("beijing", "Expiry"), "long term");
      assert.equal(row("gpu", "Expiry"), undefined, "year 1 is no date");
    });

    it("tell quotas by their type", () => {
      const quota = (name: string) => {
        const { node, status } = recorded.wireOf(name);
        const up = Number(status?.net_total_up);
        const down = Number(status?.net_total_down);
        const used = { sum: up + down, max: Math.max(up, down), min: Math.min(up, down), up, down };
        return bytes(used[node.traffic_limit_type as keyof typeof used]);
      };
      for (const name of ["web-1", "web-2", "shanghai", "beijing", "hongkong", "gpu"]) {
        assert.ok(row(name, "Quota")?.includes(` ${quota(name)} of `), name);
      }
      assert.match(row("gpu", "Quota") ?? "", / of 1 EiB /);
      assert.equal(row("long", "Quota"), undefined);
    });

    it("tell tags without their colours", () => {
      assert.equal(row("shanghai", "Tags"), "a · b · 中文");
      assert.equal(row("emoji", "Tags"), "🔥 · 🇯🇵");
      assert.equal(row("beijing", "Tags"), "轻量<蓝> · 月付");
      assert.equal(row("long", "Tags"), undefined);
    });

    it("tell pings where the server does", () => {
      const known = version !== "1.0.7";
      assert.equal(row("hongkong", "Ping Cloudflare"), known ? "no answer · loss 100%" : undefined);
      assert.equal(recorded.tooltip("web-1").rows.has("Ping 上海电信 TCP"), known);
      assert.equal(recorded.tooltip("web-2").rows.has("Ping 上海电信 TCP"), false);
    });

    it("make up no value that the server has not", () => {
      for (const name of [...cast, "bare"]) {
        assert.equal(row(name, "GPU"), undefined);
        assert.equal(row(name, "Temperature"), undefined);
      }
      assert.equal(row("gpu", "GPU model"), "NVIDIA GeForce RTX 4090");
      assert.equal(row("web-1", "GPU model"), undefined);
      for (const line of ["Memory", "Swap", "Disk"]) assert.equal(row("bare", line), undefined);
      assert.deepEqual([...recorded.tooltip("never").rows.keys()], ["Group", "Remark"]);
    });

    it("tell the last report by the server's clock", () => {
      const { status } = recorded.wireOf("leaves");
      const minutes = Math.floor((recorded.newest - Date.parse(String(status?.time))) / 60_000);
      const { title } = recorded.tooltip("leaves");
      assert.equal(title, `🇿🇦 **goes-offline** · offline · last report ${minutes} min ago`);
      assert.match(recorded.tooltip("web-1").title, /online · last report [0-3] s ago$/);
    });

    it("tell an administrator which nodes are hidden", () => {
      assert.equal(row("hidden", "Hidden"), "only administrators see this node");
      assert.equal(row("web-1", "Hidden"), undefined);
    });

    it("show hostile names as they are written", () => {
      const name = (who: string) => recorded.tooltip(who).title.split("**").slice(1, -1).join("**");
      assert.equal(name("html"), "<img src=x onerror=alert(1)>");
      assert.equal(name("markdown"), "[x](command:workbench.action.quit) **b**");
    });
  });
}
