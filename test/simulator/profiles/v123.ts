import { type Profile } from "./profile";
import { v107 } from "./v107";
import { v143 } from "./v143";

/** The last of the old servers: the methods and errors of 1.0.7 behind the newer doors. */
export const v123: Profile = {
  version: "1.2.3",
  knobs: v107.knobs,
  time: { zoneMinutes: 0, nanoseconds: false },
  methods: v107.methods,
  handlers: {},
  errors: v107.errors,
  auth: {
    ...v107.auth,
    keyMinLength: 9,
    agentPassesPrivate: true,
    agentTokenParams: ["Authorization"],
    unknownSessionMessage: v143.auth.unknownSessionMessage,
    maskedIps: true,
  },
  http: v143.http,
  socket: v107.socket,
  status: {
    ...v107.status,
    graceMs: 35_000,
    uptimeAndPing: true,
    physicalCores: true,
  },
  publicInfo: { cors_origin_check_enabled: true },
  history: {
    ...v107.history,
    traffic: true,
    pingTasks: "always",
    pingQuantiles: true,
    negativeMaxCrashes: true,
  },
};
