import files from "../../../fixtures/described/files.json";
import { asJson, describedResults } from "../../described";
import { goKind } from "../../envelope";
import { wait } from "../../faults";
import { second } from "../../fleet/simNode";
import { type Json, isRecord } from "../../json";
import { RpcError, invalidParams } from "../../rpcError";
import { type Handlers, type MethodContext } from "../handler";
import { asText } from "../params";
import { agentOf } from "./agents";

type Type = "string" | "int" | "bool";

interface FileMethod {
  /** In the order in which a list fills them. */
  readonly byPlace: Readonly<Record<string, Type>>;
  /** Those of the embedded struct, which a list does not reach. */
  readonly byName?: Readonly<Record<string, Type>>;
  /** One parameter of each group is required; with the error message if none is there. */
  readonly required: readonly (readonly [names: readonly string[], message: string])[];
}

const place = { uuid: "string", path: "string" } as const;
const needsPath = [["path"], "path is required"] as const;
const needsBoth = [
  [["source"], "source and destination are required"],
  [["destination"], "source and destination are required"],
] as const;
const needsOwner = [
  ["uid", "gid", "owner", "group"],
  "uid, gid, owner or group is required",
] as const;
const twoPaths = { uuid: "string", source: "string", destination: "string" } as const;

const methods: Readonly<Record<string, FileMethod>> = {
  "admin:fileListRoots": { byPlace: { uuid: "string" }, required: [] },
  "admin:fileList": { byPlace: place, required: [needsPath] },
  "admin:fileStat": { byPlace: place, required: [needsPath] },
  "admin:fileDelete": { byPlace: place, required: [needsPath] },
  "admin:fileSearch": {
    byPlace: { query: "string", content: "bool" },
    byName: place,
    required: [needsPath, [["query"], "query is required"]],
  },
  "admin:fileMkdir": { byPlace: { mode: "string" }, byName: place, required: [needsPath] },
  "admin:fileChmod": {
    byPlace: { mode: "string" },
    byName: place,
    required: [needsPath, [["mode"], "mode is required"]],
  },
  "admin:fileChown": {
    byPlace: { uid: "int", gid: "int", owner: "string", group: "string" },
    byName: place,
    required: [needsPath, needsOwner],
  },
  "admin:fileCopy": { byPlace: twoPaths, required: needsBoth },
  "admin:fileMove": { byPlace: twoPaths, required: needsBoth },
};

const results = describedResults(files);

interface Entry {
  readonly path: string;
  readonly isFolder: boolean;
  readonly info: Json;
}

/** Every entry that the described responses name. */
const entries = entriesIn(files.cases.flatMap(({ response }) => [response.result].flat()));

function entriesIn(results: readonly { path?: unknown; is_dir?: boolean }[]): readonly Entry[] {
  const found = new Map<string, Entry>();
  for (const result of results) {
    const { path, is_dir: isFolder } = result;
    if (typeof path !== "string" || isFolder === undefined) continue;
    found.set(path, { path, isFolder, info: asJson(result) });
  }
  return [...found.values()];
}

/** The ten methods for the files of an agent. All agents have the same few files, and none is changed. */
export const fileMethods: Handlers = Object.fromEntries(
  Object.entries(methods).map(([name, method]) => [
    name,
    (context: MethodContext) => answer(name, method, context),
  ]),
);

const words = { offline: "agent is not connected", unsupported: "unsupported file operation" };

async function answer(name: string, method: FileMethod, { params, world }: MethodContext) {
  const bound = bindStrictly(params, method);
  for (const [names, message] of method.required) {
    if (names.every((each) => isEmpty(bound[each]))) throw invalidParams(message);
  }
  await agentOf(asText(bound.uuid) ?? "", words, world);
  const path = asText(bound.path) ?? asText(bound.source) ?? "/";
  if (path === "/root" || path.startsWith("/root/")) {
    throw new RpcError(-32041, `open ${path}: permission denied`);
  }
  if (name === "admin:fileSearch" && path === "/" && bound.content === true) {
    // All files of a machine are more than can be read in the time that an agent has.
    await wait(90 * second, world.clock);
    throw new RpcError(-32011, "file operation timed out");
  }
  return resultOf(name, path, bound);
}

function resultOf(name: string, path: string, bound: Readonly<Record<string, unknown>>): Json {
  const result = results[name] ?? null;
  if (name === "admin:fileList") {
    const inside = entries.filter((each) => each.path !== "/" && parentOf(each.path) === path);
    if (inside.length === 0 && !isFolder(path)) throw missing("open", path);
    return inside.map(({ info }) => info);
  }
  if (name === "admin:fileStat") {
    const found = entries.find((each) => each.path === path);
    if (found === undefined) throw missing("stat", path);
    return found.info;
  }
  return name === "admin:fileChmod" ? { mode: asText(bound.mode) } : result;
}

function isFolder(path: string): boolean {
  return path === "/" || entries.some((each) => each.path === path && each.isFolder);
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/")) || "/";
}

function missing(operation: string, path: string): RpcError {
  return new RpcError(-32044, `${operation} ${path}: no such file or directory`);
}

/** Unlike elsewhere a value of the wrong type is refused, and a list does not reach embedded members. */
function bindStrictly(
  params: unknown,
  { byPlace, byName }: FileMethod,
): Readonly<Record<string, unknown>> {
  const types = { ...byName, ...byPlace };
  const bound: Record<string, unknown> = {};
  for (const [name, type] of Object.entries(types)) {
    const value = valueOf(params, name, Object.keys(byPlace).indexOf(name));
    if (value === undefined || value === null) continue;
    if (!fits(value, type)) {
      const reason = `json: cannot unmarshal ${goKind(value)} into Go struct field .${name} of type ${type}`;
      throw invalidParams(`invalid request: ${reason}`);
    }
    bound[name] = value;
  }
  return bound;
}

function valueOf(params: unknown, name: string, index: number): unknown {
  if (Array.isArray(params)) return index < 0 ? undefined : (params[index] as unknown);
  return isRecord(params) ? params[name] : undefined;
}

function fits(value: unknown, type: Type): boolean {
  if (type === "int") return Number.isInteger(value);
  return type === "bool" ? typeof value === "boolean" : typeof value === "string";
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === "";
}
