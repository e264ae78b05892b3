import assert from "node:assert/strict";
import { validateHeaderValue } from "node:http";
import { settingIds } from "../../../src/manifest/contributions";
import { isPastCall } from "../../../src/features/requests/store/pastCall";
import { pastRow, savedRow } from "../../../src/features/requests/view/requestRow";
import { pastTooltip, savedTooltip } from "../../../src/features/requests/view/requestTooltip";
import { parseCallMethodArgs } from "../../../src/features/methods/commands/callMethodArgs";
import { parseAddress } from "../../../src/komari/address";
import { credentialHeaders, parseApiKey, parseSessionCookie } from "../../../src/komari/credential";
import * as config from "../../../src/settings/config";
import { readSavedRequests } from "../../../src/settings/readSavedRequests";
import { ServerEntries, ServersNotAListError } from "../../../src/settings/serverEntries";
import { readChartThresholds, readThresholds } from "../../../src/settings/thresholds";
import { createFormat } from "../../../src/shared/format";
import { isRecord, parseJson } from "../../../src/util/json";
import { type Sequence } from "../../simulator/random";
import { anyText, anyValue, choose, grown, mutated, mutatedText } from "../rubbish";
import { target } from "../target";

const server = {
  name: "Home",
  url: "https://komari.example.com",
  caFile: "/ca.pem",
  acceptAnyCertificate: false,
  readOnly: true,
};
const request = { name: "Nodes", method: "common:getNodes", server: "Home", params: { uuid: "a" } };
const good: Readonly<Record<string, unknown>> = {
  [settingIds.servers]: [server, { url: "http://127.0.0.1:25774" }],
  [settingIds.thresholds]: { cpu: 90, memory: 90, disk: null, load: 2 },
  [settingIds.chartsThresholds]: { cpu: [50, 90], ping: 100 },
  [settingIds.nodesDescription]: "CPU {cpu}",
  [settingIds.pollingVisibleInterval]: 2,
};

/** A settings.json as written by hand. */
function anySettings(random: Sequence): Readonly<Record<string, unknown>> {
  const changed = Object.values(settingIds).flatMap((id) => {
    if (random.chance(0.4)) return [];
    const value = good[id];
    return [[id, value === undefined ? anyValue(random) : grown(random, [value])] as const];
  });
  return Object.fromEntries(changed);
}

function assertWithin(
  value: number,
  limits: { readonly minimum: number; readonly maximum: number },
) {
  assert.ok(value >= limits.minimum && value <= limits.maximum, `${value}`);
}

const settings = target("settings", anySettings, (values) => {
  const source: config.Settings = { get: (section) => values[section] };
  const limits = config.numberLimits;
  const intervals = config.readPollIntervals(source);
  assertWithin(intervals.visible / 1000, limits[settingIds.pollingVisibleInterval]);
  assertWithin(intervals.background / 1000, limits[settingIds.pollingBackgroundInterval]);
  assertWithin(intervals.nodes / 1000, limits[settingIds.pollingNodesInterval]);
  assertWithin((config.readPauseAfter(source) ?? 0) / 60_000, limits[settingIds.pollingPauseAfter]);
  assertWithin(config.readMaxResponseBytes(source) / 2 ** 20, limits[settingIds.maxResponseSize]);
  assertWithin(config.readCallTimeout(source) / 1000, limits[settingIds.callTimeout]);
  config.readNodesDescription(source);
  config.hasServerEntries(source);
  for (const limit of Object.values(readThresholds(source))) assert.ok(limit > 0);
  for (const numbers of Object.values(readChartThresholds(source).lines)) {
    assert.ok(numbers.every(Number.isFinite));
  }
  const { servers } = config.readServers(source);
  const list = values[settingIds.servers];
  const entries = Array.isArray(list) ? list.filter(isRecord) : [];
  assert.equal(new Set(servers.map(({ baseUrl }) => baseUrl)).size, servers.length);
  for (const each of servers) {
    const entry = entries.find(({ url }) => url === each.url);
    assert.equal(each.acceptAnyCertificate, entry?.acceptAnyCertificate === true);
    const isOpen = entry?.readOnly === undefined || entry.readOnly === null;
    assert.equal(each.readOnly, !isOpen && entry.readOnly !== false);
    const parsed = parseAddress(each.baseUrl);
    assert.ok(parsed.ok && parsed.baseUrl === each.baseUrl);
  }
});

const entries = target(
  "entries of servers that are written back",
  (random) => ({
    value: random.chance(0.9) ? mutated(random, [server, server], [server]) : anyValue(random),
    what: random.int(0, 2),
  }),
  async ({ value, what }) => {
    let written: unknown;
    const setting = {
      read: () => value,
      write: (next: unknown) => Promise.resolve(void (written = next)),
    };
    const all = new ServerEntries(setting);
    try {
      if (what === 0) await all.add({ ...server, url: "https://new.example" });
      else if (what === 1) await all.change(server.url, { name: "New" });
      else await all.remove(server.url);
    } catch (error) {
      assert.ok(error instanceof ServersNotAListError && !Array.isArray(value), String(error));
      return;
    }
    assert.ok(Array.isArray(written));
    const list: readonly unknown[] = Array.isArray(value) ? value : [];
    // What is no server stays as it is.
    for (const item of list) {
      if (!isRecord(item) || typeof item.url !== "string") assert.ok(written.includes(item));
    }
  },
);

const addresses = [
  "https://komari.example.com:8443/path/",
  "127.0.0.1:25774",
  "[::1]:80",
  "wss://a/b",
];

const typedAddresses = target(
  "addresses",
  (random) => mutatedText(random, choose(random, addresses)),
  (text) => {
    const parsed = parseAddress(text);
    if (!parsed.ok) return;
    const url = new URL(parsed.baseUrl);
    assert.deepEqual([url.username, url.password, url.search, url.hash], ["", "", "", ""]);
    const again = parseAddress(parsed.baseUrl);
    assert.ok(again.ok && again.baseUrl === parsed.baseUrl, parsed.baseUrl);
  },
);

const secrets = target(
  "keys and cookies as they are pasted",
  (random) => {
    const pasted = [
      "Authorization: Bearer abcdef",
      "session_token=abc; theme=dark",
      "abcdefabcdef",
    ];
    return random.chance(0.7) ? mutatedText(random, choose(random, pasted)) : anyText(random);
  },
  (text) => {
    for (const parsed of [parseApiKey(text), parseSessionCookie(text)]) {
      if (!parsed.ok) continue;
      const headers = Object.entries(credentialHeaders(parsed.credential));
      for (const [name, value] of headers) validateHeaderValue(name, value);
    }
  },
);

const format = createFormat("en");
const context = { format, now: Date.UTC(2026, 10, 22), serverName: () => undefined };

const requests = target(
  "saved requests",
  (random) => grown(random, [[request, { ...request, params: '{"uuid":1e400}' }]]),
  (value) => {
    for (const each of readSavedRequests(value)) {
      assert.ok(each.name !== "" && each.method !== "");
      assert.notEqual(each.params === undefined ? null : parseJson(each.params), undefined);
      const placed = { ...each, scope: "user" as const };
      assert.ok(savedRow(placed, context).label.length <= 121);
      assert.ok(savedTooltip(placed, () => undefined).length < 10_000);
    }
  },
);

const callMethodArgs = target(
  "arguments of komari.callMethod",
  (random) => {
    const argument = { ...request, send: true };
    return { argument: grown(random, [argument]), all: grown(random, [[argument]]) };
  },
  ({ argument, all }) => {
    const args = parseCallMethodArgs(argument, all);
    if (args.kind === "args" && args.params !== undefined) {
      assert.notEqual(parseJson(args.params), undefined);
    }
  },
);

const past = {
  id: "a-1",
  serverId: "https://a",
  serverName: "A",
  method: "rpc.ping",
  params: "{}",
  sentAt: 1,
  tookMs: 1,
  transport: "http",
  outcome: "error",
  bytes: 1,
  secrets: 1,
  code: -32603,
  text: "failed",
  kept: true,
};

const history = target(
  "the call history",
  (random) => grown(random, [past]),
  (value) => {
    if (!isPastCall(value)) return;
    const row = pastRow(value, context);
    assert.ok(row.label.length <= 121 && row.description.length < 1000);
    assert.equal(/<|\]\(/.exec(pastTooltip(value, format)), null);
  },
);

export const settingTargets = [
  ...[settings, entries, typedAddresses, secrets],
  ...[requests, callMethodArgs, history],
];
