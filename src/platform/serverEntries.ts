import { parseAddress } from "../komari/address";
import { isRecord } from "../util/json";

/** An entry of `komari.servers` as we write it. */
export interface ServerEntry {
  readonly name: string;
  readonly url: string;
  readonly caFile: string | undefined;
  readonly acceptAnyCertificate: boolean;
  readonly readOnly?: boolean;
}

/** The user's own value of a setting, free of defaults: what may be written back. */
export interface UserSetting {
  read(): unknown;
  write(value: unknown): Promise<void>;
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
  constructor(private readonly setting: UserSetting) {}

  async add(entry: ServerEntry): Promise<void> {
    await this.setting.write([...this.#list(), toJson({}, entry)]);
  }

  /** Changes the entry in place; makes it anew when somebody has removed it meanwhile. */
  async change(baseUrl: string, changes: Partial<ServerEntry>): Promise<void> {
    const list = this.#list();
    const index = list.findIndex((item) => baseUrlOf(item) === baseUrl);
    const entry = toJson(index === -1 ? { url: baseUrl } : list[index], changes);
    await this.setting.write(index === -1 ? [...list, entry] : list.with(index, entry));
  }

  /** Removes every entry of that server: a duplicate must not come back to life. */
  async remove(baseUrl: string): Promise<void> {
    await this.setting.write(this.#list().filter((item) => baseUrlOf(item) !== baseUrl));
  }

  #list(): readonly unknown[] {
    const value = this.setting.read() ?? [];
    if (!Array.isArray(value)) throw new ServersNotAListError();
    return value.map((item: unknown) => item);
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
