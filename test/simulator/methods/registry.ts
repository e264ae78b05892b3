import { JsonText } from "../json";
import { methodNotFound } from "../rpcError";
import { adminMethods } from "./admin";
import { commonMethods } from "./common";
import { type Handler, type Handlers, type MethodContext } from "./handler";
import { publicMethods } from "./public";
import { recordMethods } from "./records";
import { rpcMethods } from "./rpcMethods";
import { statusMethods } from "./status";
import { type World } from "../world";

const handlers: Handlers = {
  ...rpcMethods,
  ...commonMethods,
  ...statusMethods,
  ...recordMethods,
  ...publicMethods,
  ...adminMethods,
};

/** Only what the server lists; a listed method that nobody wrote succeeds without a result. */
export function handlerOf(method: string, { profile, knobs }: World): Handler {
  if (knobs.pluginMethods.includes(method)) return echo;
  if (!Object.hasOwn(profile.methods, method)) throw methodNotFound(method);
  return handlers[method] ?? (() => undefined);

  function echo({ params }: MethodContext): JsonText {
    return new JsonText([JSON.stringify({ method, params })]);
  }
}
