import { type Session } from "./sessions";
import { type SimRequest } from "./simRequest";
import { type World } from "./world";

/** Who is asking. Fixed for a socket when it is opened. */
export type Caller =
  | { readonly role: "guest" }
  | { readonly role: "admin"; readonly session: Session | undefined }
  | { readonly role: "client"; readonly token: string };

export type Role = Caller["role"];

/** The minimum length of a key on a private site, whatever minimum RPC has. */
const gateKeyLength = 12;

export function callerOf(request: SimRequest, world: World): Caller {
  if (hasKey(request, world, world.profile.auth.keyMinLength)) {
    return { role: "admin", session: undefined };
  }
  const session = sessionOf(request, world);
  if (session !== undefined) return { role: "admin", session };
  const token = agentTokenOf(request, world);
  return token === undefined ? { role: "guest" } : { role: "client", token };
}

/** Why a private site turns the request away; undefined where it does not. */
export function refusalOf(request: SimRequest, world: World): string | undefined {
  const { knobs, profile } = world;
  const admitted =
    !knobs.privateSite ||
    hasKey(request, world, gateKeyLength) ||
    sessionOf(request, world) !== undefined ||
    (profile.auth.agentPassesPrivate && agentTokenOf(request, world) !== undefined);
  if (admitted) return undefined;
  return request.cookies.has("session_token")
    ? profile.auth.unknownSessionMessage
    : "Private site is enabled, please login first.";
}

export function hasKey({ headers }: SimRequest, { knobs }: World, minLength: number): boolean {
  const prefix = "Bearer ";
  const header = headers.authorization ?? "";
  const key = header.slice(prefix.length);
  return (
    header.startsWith(prefix) && key.length >= minLength && key === knobs.apiKey && !knobs.wrongKey
  );
}

function sessionOf(
  { cookies }: SimRequest,
  { sessions, profile, clock }: World,
): Session | undefined {
  const session = sessions.get(cookies.get("session_token") ?? "");
  if (session === undefined) return undefined;
  return profile.auth.sessionsExpire && session.expiresAt <= clock.now() ? undefined : session;
}

function agentTokenOf({ query }: SimRequest, { fleet, profile }: World): string | undefined {
  if (query.size === 0) return undefined;
  const tokens = profile.auth.agentTokenParams.map((name) => query.get(name));
  const token = tokens.find((candidate) => candidate !== null && candidate !== "");
  return fleet.inOrder.find((node) => node.token === token)?.token;
}
