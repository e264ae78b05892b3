import { type Identity } from "../../src/komari/identify";
import { type PublicInfo } from "../../src/komari/model/model";

export function buildPublicInfo(overrides: Partial<PublicInfo> = {}): PublicInfo {
  return {
    siteName: "Komari",
    passwordLoginDisabled: false,
    recordEnabled: true,
    recordPreserveHours: 720,
    pingRecordPreserveHours: 24,
    offlinePosition: "last",
    ...overrides,
  };
}

export function buildIdentity(overrides: Partial<Identity> = {}): Identity {
  return {
    role: "admin",
    version: { version: "1.4.3", hash: undefined },
    publicInfo: buildPublicInfo(),
    methods: new Set(["common:getNodes", "common:getNodesLatestStatus"]),
    ...overrides,
  };
}
