import { type PastCall } from "../../src/features/requests/store/pastCall";

/** A call that went well, a moment after the fake clock's beginning. */
export function buildPastCall(changes: Partial<PastCall> = {}): PastCall {
  return {
    id: "a",
    serverId: "https://home.example.com",
    serverName: "Home",
    method: "common:getNodes",
    sentAt: Date.UTC(2026, 0, 1),
    tookMs: 12,
    transport: "http",
    outcome: "ok",
    bytes: 1536,
    secrets: 0,
    kept: true,
    ...changes,
  };
}
