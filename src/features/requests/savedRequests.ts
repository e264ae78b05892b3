import { readSavedRequests, type SavedRequest } from "../../platform/savedRequest";
import { type UserSetting } from "../../platform/serverEntries";
import { Setting, type SettingsSource } from "../../platform/setting";
import { isSameJson } from "../../shared/call/jsonText";
import { type Disposable } from "../../util/disposable";
import { isRecord, parseJson } from "../../util/json";

export const scopes = ["user", "workspace"] as const;
/** Which settings a request stands in. */
export type Scope = (typeof scopes)[number];

export interface PlacedRequest extends SavedRequest {
  readonly scope: Scope;
}

export interface SavedRequestsOptions {
  /** `komari.requests` of that scope; undefined: it cannot be written, nor is it read. */
  readonly settingOf: (scope: Scope) => UserSetting | undefined;
  /** Tells when settings have changed. */
  readonly source: SettingsSource;
  /** Puts a mask in place of secrets in raw JSON. */
  readonly mask: (method: string, params: string) => string | Promise<string>;
}

/** `komari.requests` holds something that is not a list: writing would lose it. */
export class RequestsNotAListError extends Error {
  override readonly name = "RequestsNotAListError";
  constructor() {
    super("komari.requests is not a list");
  }
}

/** The saved requests of both scopes. Writes `komari.requests`, and leaves alone what it does not understand. */
export class SavedRequests implements Disposable {
  readonly #all: Setting<readonly PlacedRequest[]>;
  readonly onDidChange: Setting<readonly PlacedRequest[]>["onDidChange"];

  constructor(private readonly options: SavedRequestsOptions) {
    this.#all = new Setting<readonly PlacedRequest[]>(options.source, () =>
      scopes.flatMap((scope) => this.#in(scope)),
    );
    this.onDidChange = this.#all.onDidChange;
  }

  get all(): readonly PlacedRequest[] {
    return this.#all.value;
  }

  /** Where a request can be saved. */
  get scopes(): readonly Scope[] {
    return scopes.filter((scope) => this.options.settingOf(scope) !== undefined);
  }

  get(scope: Scope, name: string): PlacedRequest | undefined {
    return this.all.find((request) => request.scope === scope && request.name === name);
  }

  namesIn(scope: Scope): readonly string[] {
    return this.all.filter((request) => request.scope === scope).map(({ name }) => name);
  }

  /** Secrets in its parameters are masked first. */
  async add(request: SavedRequest, scope: Scope): Promise<void> {
    const { name, method, server, params } = request;
    const entry = {
      ...{ name, method, ...(server !== undefined && { server }) },
      ...(params !== undefined && { params: toSetting(await this.options.mask(method, params)) }),
    };
    await this.#change(scope, (list) => [...list, entry]);
  }

  rename({ scope, name }: Pick<PlacedRequest, "scope" | "name">, newName: string): Promise<void> {
    return this.#change(scope, (list) => {
      const index = list.findIndex((entry) => nameOf(entry) === name);
      const entry = list[index];
      return isRecord(entry) ? list.with(index, { ...entry, name: newName }) : list;
    });
  }

  /** With all of the same name in that scope: a second one must not come to light. */
  async delete(requests: readonly Pick<PlacedRequest, "scope" | "name">[]): Promise<void> {
    for (const scope of scopes) {
      const names = requests.filter((each) => each.scope === scope).map(({ name }) => name);
      const stays = (entry: unknown) => !names.includes(nameOf(entry) ?? "");
      if (names.length > 0) await this.#change(scope, (list) => list.filter(stays));
    }
  }

  dispose(): void {
    this.#all.dispose();
  }

  #in(scope: Scope): readonly PlacedRequest[] {
    const requests = readSavedRequests(this.options.settingOf(scope)?.read());
    return requests.map((request) => ({ ...request, scope }));
  }

  async #change(
    scope: Scope,
    change: (list: readonly unknown[]) => readonly unknown[],
  ): Promise<void> {
    const setting = this.options.settingOf(scope);
    if (setting === undefined) return;
    const value = setting.read() ?? [];
    if (!Array.isArray(value)) throw new RequestsNotAListError();
    await setting.write(change(value.map((entry: unknown) => entry)));
  }
}

function nameOf(entry: unknown): string | undefined {
  return isRecord(entry) && typeof entry.name === "string" ? entry.name.trim() : undefined;
}

/** The value, so that people can read and change it; as JSON in a string where it would not be the same. */
function toSetting(params: string): unknown {
  const value = parseJson(params);
  if (typeof value !== "object" || value === null) return params;
  return isSameJson(JSON.stringify(value), params) ? value : params;
}
