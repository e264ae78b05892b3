import methods from "../data/methods-1.0.7.json";
import { day, hour, minute, second } from "../fleet/simNode";
import { type Profile } from "./profile";

/** The first server with RPC2, of September 2025, in the time zone of its recording. */
export const v107: Profile = {
  version: "1.0.7",
  knobs: { pingPreserveHours: 24 },
  time: { zoneMinutes: 480, nanoseconds: false },
  methods,
  handlers: {},
  errors: {
    forbidden: { code: 401, message: "Unauthorized" },
    unknownNamespaceForbidden: true,
    strictRecords: false,
  },
  auth: {
    keyMinLength: 1,
    keyCrashesGetMe: true,
    clientMethodsForAdmin: true,
    agentPassesPrivate: false,
    agentTokenParams: ["Authorization"],
    sessionsExpire: false,
    unknownSessionMessage: "Unauthorized.",
    privateCheckedPerCall: false,
    sensitive: [],
    maskedIps: false,
  },
  http: {
    origin: "strict",
    upgradeRefusal: "Failed to upgrade to WebSocket",
    unknownPost: "page",
    pageType: "text/html",
    page: (sitename) =>
      `<html><head><title>${sitename} - Komari Monitor</title></head><body></body></html>\n`,
    getWithoutUpgrade: { status: 405, body: { error: "method not allowed" } },
    upgradeHeaderBreaksPost: true,
  },
  socket: { repliesInOrder: false, decodesStreams: true, checksCaller: false },
  status: {
    reportMs: second,
    graceMs: 11 * second,
    uptimeAndPing: false,
    gpus: false,
    includePing: false,
    pingCost: undefined,
    recentMs: minute,
    recentSorted: false,
    physicalCores: false,
  },
  publicInfo: {
    description: "Komari Monitor, a simple server monitoring tool.",
    allow_cors: false,
  },
  history: {
    tiers: [
      { maxAgeMs: 4 * hour, stepMs: minute },
      { maxAgeMs: 30 * day, stepMs: 15 * minute },
    ],
    buckets: false,
    pingRaw: true,
    totals: true,
    traffic: false,
    gpu: false,
    backups: false,
    pingTasks: "whenAsked",
    pingQuantiles: false,
    negativeMaxCrashes: false,
    backwardsFails: false,
    comparesTexts: true,
  },
};
