import { hasKey } from "./auth";
import { type SimRequest } from "./simRequest";
import { type World } from "./world";

/** The filter in front of everything since 1.2.1: a foreign Origin is turned away, key holders pass. */
export function originForbidden(request: SimRequest, world: World): boolean {
  const { profile } = world;
  if (profile.http.origin !== "filtered" || request.origin === undefined) return false;
  return !sameHost(request, true) && !hasKey(request, world, profile.auth.keyMinLength);
}

/** How the upgrade to a socket checks the Origin. */
export function upgradeForbidden(request: SimRequest, world: World): boolean {
  const { profile } = world;
  if (profile.http.origin === "strict") return !sameHost(request, false);
  return !sameHost(request, true) && !hasKey(request, world, profile.auth.keyMinLength);
}

/** The scheme does not matter; old versions mind the case. */
function sameHost({ origin, host }: SimRequest, ignoreCase: boolean): boolean {
  const named = origin?.replace(/^[a-z][a-z0-9+.-]*:\/\//i, "");
  if (named === undefined) return false;
  return ignoreCase ? named.toLowerCase() === host.toLowerCase() : named === host;
}
