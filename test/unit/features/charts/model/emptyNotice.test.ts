import assert from "node:assert/strict";
import { emptyNotice } from "../../../../../src/features/charts/model/notices";
import { type Span } from "../../../../../src/shared/chartApi";
import { type Presence } from "../../../../../src/shared/nodes/presence";
import { buildNode } from "../../../../builders/node";
import { type ChartServer } from "../../../../../src/features/charts/model/chartSource";

const hour = 3_600_000;
const now = Date.UTC(2026, 10, 22, 12);

interface Facts {
  readonly span?: Span;
  readonly presence?: Presence;
  readonly recordEnabled?: boolean;
  readonly createdAt?: number;
  readonly keptHours?: number;
  readonly uuid?: string | undefined;
}

function notice(facts: Facts): string {
  const { span = { kind: "last", hours: 4 }, presence = "online", uuid = "a" } = facts;
  const { recordEnabled = true, createdAt, keptHours = 48 } = facts;
  const publicInfo = { recordEnabled, recordPreserveHours: keptHours };
  const server = {
    name: "Home",
    nodes: new Map([["a", buildNode({ uuid: "a", name: "web-01", createdAt })]]),
    presence: () => presence,
    serverTime: () => now,
    session: { state: { kind: "ready", identity: { publicInfo } } },
  };
  const duration = (seconds: number) => `${seconds / 3600} h`;
  const query = { id: 1, span };
  return emptyNotice(query, server as unknown as ChartServer, { duration }, uuid).text;
}

describe("why there are no data", () => {
  const old = { kind: "between", from: now - 90 * hour, to: now - 80 * hour } as const;
  for (const { name, facts, text } of [
    {
      name: "never reported",
      facts: { presence: "neverReported" },
      text: "web-01 has never reported.",
    },
    {
      name: "never reported, live",
      facts: { presence: "neverReported", span: { kind: "live" } },
      text: "web-01 has never reported.",
    },
    {
      name: "offline, live",
      facts: { presence: "offline", span: { kind: "live" } },
      text: "web-01 is offline.",
    },
    {
      name: "no report yet, live",
      facts: { span: { kind: "live" } },
      text: "No reports in the last few minutes.",
    },
    {
      name: "nothing is recorded",
      facts: { recordEnabled: false },
      text: "Home does not record history.",
    },
    {
      name: "not kept for so long",
      facts: { span: old },
      text: "Home keeps records for 48 h. This time range is older.",
    },
    {
      name: "older than the node",
      facts: { span: old, createdAt: now - 70 * hour },
      text: "web-01 was added after this time range.",
    },
    {
      name: "unknown",
      facts: { presence: "offline" },
      text: "Nothing was recorded in this time range. Home keeps records for 48 h.",
    },
  ] satisfies readonly { name: string; facts: Facts; text: string }[]) {
    it(name, () => assert.equal(notice(facts), text));
  }
});
