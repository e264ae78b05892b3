import { type Caller } from "../auth";
import { writeTime } from "../goTime";
import { type Json } from "../json";
import { type World } from "../world";
import { type SimNode, yearOne } from "./simNode";

/** Members of a node that are left out when empty. */
const optional = ["ipv4", "ipv6", "remark", "public_remark", "version"] as const;

/** What only administrators see. */
const secret = ["remark", "version"] as const;

export type WireClient = Record<string, Json | undefined>;

export function wireClient(node: SimNode, world: World, role: Caller["role"]): WireClient {
  const { facts } = node;
  const { profile, knobs } = world;
  const client: WireClient = {
    uuid: node.uuid,
    token: role === "admin" ? node.token : undefined,
    ...facts,
    expired_at: expiry(facts.expired_at, world),
    created_at: writeTime(facts.created_at, profile.time),
    updated_at: writeTime(facts.updated_at, profile.time),
  };
  if (!profile.status.physicalCores) client.cpu_physical_cores = undefined;
  if (role !== "admin") {
    for (const key of secret) client[key] = undefined;
    const shown = profile.auth.maskedIps && knobs.sendIpToGuest;
    client.ipv4 = shown ? facts.ipv4.replace(/\..*/, ".*.*.*") : "";
    client.ipv6 = shown ? facts.ipv6.replace(/:.*/, ":*:*:*:*:*:*:*") : "";
  }
  for (const key of optional) if (client[key] === "") client[key] = undefined;
  return client;
}

/** 1.0.7 in China knows year 1 with the local mean time of Shanghai. */
function expiry(at: number | null, { profile }: World): string | null {
  if (at === null) return null;
  const { zoneMinutes } = profile.time;
  if (at === yearOne)
    return zoneMinutes === 480 ? "0001-01-01T00:00:00+08:05" : "0001-01-01T00:00:00Z";
  return writeTime(Math.floor(at / 1000) * 1000, profile.time);
}

export function visibleTo(role: Caller["role"], { facts }: SimNode): boolean {
  return role === "admin" || !facts.hidden;
}
