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

/** Only what the server lists; a listed method without a handler succeeds without a result. */
export function handlerOf(method: string, { profile, knobs }: World): Handler {
  if (knobs.pluginMethods.includes(method)) return plugin;
  if (!Object.hasOwn(profile.methods, method)) throw methodNotFound(method);
  return profile.handlers[method] ?? handlers[method] ?? (() => undefined);

  function plugin({ params }: MethodContext): JsonText {
    const megabytes = knobs.largeAnswers[method];
    const echo = [JSON.stringify({ method, params })];
    return new JsonText(megabytes === undefined ? echo : rows(megabytes * 1_000_000));
  }
}

const pieceBytes = 65_536;

/** A list of at least so many bytes, made while it is sent. */
function* rows(bytes: number): Iterable<string> {
  let piece = "[";
  for (let id = 0, written = 0; written < bytes; id += 1) {
    const row = JSON.stringify({ id, name: `row ${id}`, load: id % 100, online: id % 7 > 0 });
    written += row.length + 1;
    piece += id === 0 ? row : `,${row}`;
    if (piece.length < pieceBytes) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}]`;
}
