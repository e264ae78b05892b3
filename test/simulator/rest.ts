import { callerOf } from "./auth";
import { isRecord, parseJson } from "./json";
import { getMe, publicInfo, versionInfo } from "./methods/common";
import { Panic } from "./rpcError";
import { type Reply, empty, jsonReply, restError } from "./reply";
import { type SimRequest } from "./simRequest";
import { type World } from "./world";

const thirtyDays = 2_592_000;

/** The REST calls that a client of RPC2 still needs; undefined for any other path. */
export function answerRest(request: SimRequest, body: string, world: World): Reply | undefined {
  switch (`${request.verb} ${request.path}`) {
    case "POST /api/login":
      return login(request, body, world);
    case "GET /api/logout":
      return logout(request, world);
    case "GET /api/version":
      return success(versionInfo(world));
    case "GET /api/public":
      return success(publicInfo(world));
    case "GET /api/me":
      return me(request, world);
    default:
      return undefined;
  }
}

function success(data: Parameters<typeof jsonReply>[1]): Reply {
  return jsonReply(200, { status: "success", message: "", data });
}

function login(request: SimRequest, body: string, world: World): Reply {
  const { knobs, sessions, logins, clock, journal } = world;
  const seconds = logins.refuse(knobs.loginMax, clock.now());
  if (seconds !== undefined) {
    const headers = { "Retry-After": String(seconds) };
    return { ...restError(429, "Too many login attempts"), headers };
  }
  const parsed = parseJson(body);
  const fields = parsed.ok && isRecord(parsed.value) ? parsed.value : {};
  const { username, password, "2fa_code": code } = fields;
  if (
    typeof username !== "string" ||
    typeof password !== "string" ||
    username === "" ||
    password === ""
  ) {
    return restError(400, "Invalid request body: Username and password are required");
  }
  if (!knobs.passwordLogin) return restError(403, "Password login is disabled");
  if (username !== knobs.username || password !== knobs.password) {
    return restError(401, "Invalid credentials");
  }
  if (knobs.twoFactor && (code === undefined || code === ""))
    return restError(401, "2FA code is required");
  if (knobs.twoFactor && code !== knobs.twoFactorCode) return restError(401, "Invalid 2FA code");
  const { token } = sessions.open(clock.now(), request.headers["user-agent"] ?? "");
  journal.logins++;
  return {
    ...success({ "set-cookie": { session_token: token } }),
    headers: { "Set-Cookie": cookie(token, thirtyDays, world) },
  };
}

function logout({ cookies }: SimRequest, world: World): Reply {
  world.sessions.close(cookies.get("session_token") ?? "");
  return empty(302, { Location: "/", "Set-Cookie": cookie("", -1, world) });
}

function cookie(token: string, maxAge: number, { profile }: World): string {
  const sameSite = profile.http.origin === "filtered" ? "; SameSite=Lax" : "";
  return `session_token=${token}; Path=/; Max-Age=${maxAge}; HttpOnly${sameSite}`;
}

function me(request: SimRequest, world: World): Reply {
  const caller = callerOf(request, world);
  try {
    return jsonReply(200, getMe({ world, caller, request, params: undefined, transport: "post" }));
  } catch (error) {
    if (error instanceof Panic) return empty(500);
    throw error;
  }
}
