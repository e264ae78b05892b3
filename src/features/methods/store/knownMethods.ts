import { decodeMethodHelp } from "../../../komari/decode/help";
import { type MethodHelp } from "../../../komari/model/methodHelp";
import { type ServerVersion } from "../../../komari/model/model";
import { productOf } from "../../../komari/product";
import { isRecord, parseJson } from "../../../util/json";

/** The methods that a server has listed, with their help. */
export interface KnownMethods {
  /** The version of that server. */
  readonly version: ServerVersion;
  /** Full names, internal ones too, in the server's order. */
  readonly names: readonly string[];
  /** By full name; methods without metadata are missing. */
  readonly help: ReadonlyMap<string, MethodHelp>;
}

const format = 1;

/** For a file. */
export function serializeKnownMethods({ version, names, help }: KnownMethods): string {
  const methods = names.map((name) => ({ name, help: help.get(name) }));
  return JSON.stringify({ format, ...version, methods });
}

/** Undefined for anything but a text in the current format: it may be broken, or written by another program. */
export function parseKnownMethods(text: string): KnownMethods | undefined {
  const file = parseJson(text);
  if (!isRecord(file) || file.format !== format || typeof file.version !== "string") {
    return undefined;
  }
  if (!Array.isArray(file.methods)) return undefined;
  const methods = file.methods.flatMap(readMethod);
  return {
    version: {
      version: file.version,
      hash: typeof file.hash === "string" ? file.hash : undefined,
    },
    names: methods.map(({ name }) => name),
    help: new Map(methods.flatMap(({ name, help }) => (help === undefined ? [] : [[name, help]]))),
  };
}

/** Whether both are the same build of the same product: forks reuse the version numbers of Komari. */
export function isSameBuild(
  a: Pick<KnownMethods, "version" | "names">,
  b: Pick<KnownMethods, "version" | "names">,
): boolean {
  const isSameVersion =
    a.version.version === b.version.version && a.version.hash === b.version.hash;
  return isSameVersion && productOf(new Set(a.names)) === productOf(new Set(b.names));
}

interface CachedMethod {
  readonly name: string;
  readonly help: MethodHelp | undefined;
}

function readMethod(entry: unknown): CachedMethod[] {
  if (!isRecord(entry) || typeof entry.name !== "string") return [];
  const { name, help } = entry;
  return [{ name, help: isRecord(help) ? decodeMethodHelp(help, name) : undefined }];
}
