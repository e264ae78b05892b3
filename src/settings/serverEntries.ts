import { parseAddress } from "../komari/address";
import { isRecord } from "../util/json";
import { ListChanges } from "./listChanges";
import { type UserSetting } from "./userSetting";

/** An entry of `komari.servers` as we write it. */
export interface ServerEntry {
  readonly name: string;
  readonly url: string;
  readonly caFile: string | undefined;
  readonly acceptAnyCertificate: boolean;
  readonly readOnly?: boolean;
  /** There is a sign-in, here or wherever these settings are copied from. */
  readonly signIn?: boolean;
}

/** `komari.servers` holds something that is not a list: writing would lose it. */
export class ServersNotAListError extends Error {
  override readonly name = "ServersNotAListError";
  constructor() {
    super("komari.servers is not a list");
  }
}

/** Writes `komari.servers` and leaves alone whatever it does not understand there. */
export class ServerEntries {
  readonly #changes = new ListChanges(() => new ServersNotAListError());

  constructor(private readonly setting: UserSetting) {}

  add(entry: ServerEntry): Promise<void> {
    return this.#changes.make(this.setting, (list) => [...list, toJson({}, entry)]);
  }

  /** Changes the entry in place; adds it again when it has been removed meanwhile. */
  change(baseUrl: string, changes: Partial<ServerEntry>): Promise<void> {
    return this.#changes.make(this.setting, (list) => {
      const index = list.findIndex((item) => baseUrlOf(item) === baseUrl);
      const entry = toJson(index === -1 ? { url: baseUrl } : list[index], changes);
      return index === -1 ? [...list, entry] : list.with(index, entry);
    });
  }

  /** Removes every entry of that server: a duplicate must not come back to life. */
  remove(baseUrl: string): Promise<void> {
    return this.#changes.make(this.setting, (list) =>
      list.filter((item) => baseUrlOf(item) !== baseUrl),
    );
  }
}

function baseUrlOf(item: unknown): string | undefined {
  if (!isRecord(item) || typeof item.url !== "string") return undefined;
  const address = parseAddress(item.url);
  return address.ok ? address.baseUrl : undefined;
}

/** Fields that are unknown to us stay; what equals the default is left out. */
function toJson(old: unknown, changes: Partial<ServerEntry>): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...(isRecord(old) ? old : {}), ...changes };
  const isDefault = (value: unknown) => value === undefined || value === false;
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => !isDefault(value)));
}
