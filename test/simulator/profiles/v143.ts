import methods from "../data/methods-1.4.3.json";
import { day, hour, minute, second } from "../fleet/simNode";
import { type Profile } from "./profile";

/** The newest server of the recordings, of August 2026. */
export const v143: Profile = {
  version: "1.4.3",
  knobs: {},
  time: { zoneMinutes: 0, nanoseconds: true },
  methods,
  handlers: {},
  errors: {
    forbidden: { code: -32041, message: "Permission denied" },
    unknownNamespaceForbidden: false,
    strictRecords: true,
  },
  auth: {
    keyMinLength: 12,
    keyCrashesGetMe: false,
    clientMethodsForAdmin: false,
    agentPassesPrivate: true,
    agentTokenParams: ["Authorization", "token"],
    sessionsExpire: true,
    unknownSessionMessage: "Private site is enabled, please login first.",
    privateCheckedPerCall: true,
    sensitive: ["admin:exec"],
    maskedIps: true,
  },
  http: {
    origin: "filtered",
    upgradeRefusal:
      "Failed to upgrade to WebSocket.websocket: request origin not allowed by Upgrader.CheckOrigin",
    unknownPost: "notFound",
    pageType: "text/html; charset=utf-8",
    page: (sitename) =>
      `<html lang="en"><head><title>${sitename}</title></head><body></body></html>\n`,
    getWithoutUpgrade: {
      status: 400,
      body: {
        error: "Failed to upgrade to WebSocket.require websocket upgrade",
        status: "error",
      },
    },
    upgradeHeaderBreaksPost: false,
  },
  socket: { repliesInOrder: true, decodesStreams: false, checksCaller: false },
  status: {
    reportMs: 3 * second,
    graceMs: 35 * second,
    uptimeAndPing: true,
    gpus: false,
    includePing: false,
    // With one task: 8.6 s for 269 nodes, 25 s for 498, 41 s for 1,018; 25 to 80 ms when at hand.
    pingCost: { taskMs: 27, taskMsPerNode: 0.02, callMs: 20, nodeMs: 0.05 },
    recentMs: minute,
    recentSorted: true,
    physicalCores: true,
  },
  publicInfo: { cors_origin_check_enabled: true, visitor_audit_enabled: false },
  history: {
    tiers: [
      { maxAgeMs: 10 * hour, stepMs: minute },
      { maxAgeMs: 50 * hour, stepMs: 5 * minute },
      { maxAgeMs: 25 * day, stepMs: hour },
      { maxAgeMs: Infinity, stepMs: day },
    ],
    buckets: true,
    pingRaw: false,
    totals: false,
    traffic: true,
    gpu: true,
    backups: false,
    pingTasks: "always",
    pingQuantiles: true,
    negativeMaxCrashes: true,
    backwardsFails: true,
    comparesTexts: false,
  },
};
