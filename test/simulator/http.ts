import { type IncomingMessage } from "node:http";
import { callerOf, refusalOf } from "./auth";
import { faultReply } from "./faults";
import { originForbidden } from "./origin";
import { type Reply, empty, jsonReply, restError } from "./reply";
import { answerRest } from "./rest";
import { answerPost } from "./rpc";
import { Panic } from "./rpcError";
import { type SimRequest, readBody } from "./simRequest";
import { type World } from "./world";

export const rpcPath = "/api/rpc2";

const guideNames = {
  installing: "install mode",
  migrating: "database migration mode",
  recovering: "database recovery mode",
} as const;

/** Answers a request that is no upgrade to a socket (any more). */
export async function answerRequest(
  request: SimRequest,
  message: IncomingMessage,
  world: World,
): Promise<Reply> {
  const closed = closedDoor(request, world);
  if (closed !== undefined) return closed;
  if (request.path === "/ping")
    return { status: 200, type: "text/plain; charset=utf-8", body: "pong" };
  if (tooLarge(request, world)) {
    await readBody(message);
    return empty(413);
  }
  if (request.path === rpcPath) return answerRpc(request, message, world);
  if (request.path === `${rpcPath}/`) return empty(307, { Location: rpcPath });
  const body = request.verb === "POST" ? await readBody(message) : "";
  return answerRest(request, body, world) ?? unknownPath(request, world);
}

/** Whatever stands before all paths: faults, the guides of a new server, foreign origins. */
export function closedDoor(request: SimRequest, world: World): Reply | undefined {
  const { guide } = world.knobs;
  const isApi = request.path.startsWith("/api/");
  const fault = isApi ? faultReply(world.knobs) : undefined;
  if (fault !== undefined) return fault;
  if (guide !== "none") {
    if (isApi) return restError(404, `Not found in ${guideNames[guide]}`);
    return {
      status: 307,
      type: "text/html; charset=utf-8",
      headers: { Location: "/install" },
      body: '<a href="/install">Temporary Redirect</a>.\n\n',
    };
  }
  return originForbidden(request, world) ? empty(403) : undefined;
}

/** As the length of the body says, which is not read then. */
function tooLarge({ path, headers }: SimRequest, { knobs }: World): boolean {
  return path.startsWith("/api/") && Number(headers["content-length"] ?? 0) > knobs.bodyMax;
}

async function answerRpc(
  request: SimRequest,
  message: IncomingMessage,
  world: World,
): Promise<Reply> {
  const { http } = world.profile;
  if (request.verb === "GET") {
    const refusal = refusalOf(request, world);
    if (refusal !== undefined) return restError(401, refusal);
    return jsonReply(http.getWithoutUpgrade.status, http.getWithoutUpgrade.body);
  }
  if (request.verb !== "POST") {
    return http.unknownPost === "notFound" ? unknownPath(request, world) : empty(405);
  }
  const looksLikeUpgrade = /\bupgrade\b/i.test(request.headers.connection ?? "");
  const body = await readBody(message);
  const refusal = refusalOf(request, world);
  if (refusal !== undefined) return restError(401, refusal);
  if (world.knobs.noPost || (looksLikeUpgrade && http.upgradeHeaderBreaksPost)) {
    return jsonReply(400, { error: "Failed to upgrade to WebSocket", status: "error" });
  }
  try {
    return await answerPost(body, { world, request, caller: callerOf(request, world) });
  } catch (error) {
    if (error instanceof Panic) return empty(500);
    throw error;
  }
}

/** The page of the dashboard, or what Go says where nothing is. */
export function unknownPath({ verb }: SimRequest, { profile, knobs }: World): Reply {
  if (verb !== "GET" && profile.http.unknownPost === "notFound") {
    return { status: 404, type: "text/plain", body: "404 page not found" };
  }
  return { status: 200, type: profile.http.pageType, body: profile.http.page(knobs.sitename) };
}
