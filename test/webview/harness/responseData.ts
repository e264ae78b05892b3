import {
  type CallResponse,
  type CallOutcome,
  type CallResult,
} from "../../../src/shared/call/callApi";

const sentAt = Date.UTC(2026, 10, 22, 18, 30, 5);

export function responseOf(outcome: CallOutcome, change: Partial<CallResponse> = {}): CallResponse {
  return { id: 1, sentAt, tookMs: 123, transport: "http", outcome, ...change };
}

export function resultOf(json: string | undefined, change: Partial<CallResult> = {}): CallResult {
  return {
    kind: "ok",
    bytes: json?.length ?? 20_000_000,
    json,
    secrets: 0,
    revealed: false,
    omitted: false,
    chartable: false,
    ...change,
  };
}

export const hostile = {
  markup: "<img src=x onerror=\"document.title='taken over'\">",
  ansi: "\u001b[31mred\u001b[0m",
  bidi: "safe \u202egnp.exe",
} as const;

/** A map of nodes, as common:getNodes returns it. */
export function nodesJson(): string {
  const regions = ["🇯🇵", "🇺🇸", "🇩🇪", "🇨🇳"];
  const names = ["tokyo-01", "北京 · 轻量应用服务器", "web-02", hostile.markup, "db-10", "db-9"];
  const nodes = names.map((name, at) => [
    `005e92e8-e68d-4f47-83fe-feaf9db02a${at + 10}`,
    {
      uuid: `005e92e8-e68d-4f47-83fe-feaf9db02a${at + 10}`,
      name,
      cpu_name: "Intel(R) Xeon(R) Platinum 8370C CPU @ 2.80GHz",
      cpu_cores: 2 ** at,
      region: regions[at % 4],
      mem_total: 2 ** (30 + at),
      disk_total: 107_374_182_400,
      price: at === 2 ? -1 : 9.99 * at,
      auto_renewal: at % 2 === 0,
      expired_at: at === 3 ? null : `202${at}-11-24T12:18:39Z`,
      tags: "a;b<red>",
      ...(at === 4 ? { limits: { cpu: [80, 90], note: hostile.bidi } } : {}),
      traffic_limit: 0,
    },
  ]);
  const big = JSON.stringify(Object.fromEntries(nodes));
  return big.replace('"traffic_limit":0', '"traffic_limit":9223372036854774784');
}

/** Load records of some nodes, as common:getRecords returns it. */
export function recordsJson(rows: number, nodes = 2): string {
  const records = Object.fromEntries(
    Array.from({ length: nodes }, (_, node) => {
      const client = `7c1f0d7e-52dd-4c30-9a1b-0d8e9bca000${node}`;
      return [client, Array.from({ length: rows }, (__, at) => recordOf(client, at))];
    }),
  );
  return JSON.stringify({
    count: rows * nodes,
    records,
    from: "2026-11-22T17:30:00Z",
    to: "2026-11-22T18:30:00Z",
  });
}

function recordOf(client: string, at: number) {
  return {
    client,
    time: new Date(sentAt - at * 60_000).toISOString(),
    cpu: (at * 37) % 101,
    gpu: 0,
    ram: 1_234_567_890 + at,
    ram_total: 8_589_934_592,
    swap: 0,
    load: 1.25,
    temp: 0,
    disk: 45_097_156_608,
    net_in: 938_213,
    net_out: 459_239,
    net_total_up: 106_202_671_294,
    net_total_down: 3_351_534_235_599,
    process: 120,
    connections: 55,
    connections_udp: 3,
  };
}
