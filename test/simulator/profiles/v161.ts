import list from "../../fixtures/described/methods-1.6.1.json";
import { admin16Methods } from "../methods/newer/admin16";
import { fileMethods } from "../methods/newer/files";
import { methodList } from "../methods/newer/methodList";
import { type Profile } from "./profile";
import { v143 } from "./v143";

/** The newest upstream server, of October 2026, as described: see test/fixtures/described. */
export const v161: Profile = {
  ...v143,
  version: "1.6.1",
  methods: methodList(list),
  handlers: { ...fileMethods, ...admin16Methods },
  auth: { ...v143.auth, sensitive: ["admin:exec", "admin:getAgentStartupConfig"] },
  status: { ...v143.status, gpus: true },
  publicInfo: { cors_origin_check_enabled: true },
};
