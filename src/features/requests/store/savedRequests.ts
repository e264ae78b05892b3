import { ListChanges } from "../../../settings/listChanges";
import { readSavedRequests, type SavedRequest } from "../../../settings/readSavedRequests";
import { Setting, type SettingsSource } from "../../../settings/setting";
import { type UserSetting } from "../../../settings/userSetting";
import { isSameJson } from "../../../json/text";
import { type Disposable } from "../../../util/disposable";
import { isRecord, parseJson } from "../../../util/json";

const scopes = ["user", "workspace"] as const;
/** Which settings a request stands in. */
export type Scope = (typeof scopes)[number];

export interface PlacedRequest extends SavedRequest {
  readonly scope: Scope;
}

export interface SavedRequestsOptions {
  /** `komari.requests` of that scope; undefined: it cannot be written, nor is it read. */
  readonly settingOf: (scope: Scope) => UserSetting | undefined;
  /** Fires when settings have changed. */
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
  readonly #changes = new ListChanges(() => new RequestsNotAListError());
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

  /**
   * Secrets in its parameters are masked first.
   * @returns its name: another one where a request has got that meanwhile, in another window
   */
  async add(request: SavedRequest, scope: Scope): Promise<string> {
    const { method, server, params } = request;
    const entry = {
      method,
      ...(server !== undefined && { server }),
      ...(params !== undefined && { params: toSetting(await this.options.mask(method, params)) }),
    };
    let name = request.name;
    await this.#change(scope, (list) => {
      name = freeName(list, request.name);
      return [...list, { name, ...entry }];
    });
    return name;
  }

  rename({ scope, name }: Pick<PlacedRequest, "scope" | "name">, newName: string): Promise<void> {
    return this.#change(scope, (list) => {
      const index = list.findIndex((entry) => nameOf(entry) === name);
      const entry = list[index];
      if (!isRecord(entry)) return list;
      const others = list.filter((each) => each !== entry);
      return list.with(index, { ...entry, name: freeName(others, newName) });
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
    if (setting !== undefined) await this.#changes.make(setting, change);
  }
}

/** Of two requests with one name only the first could be used. */
function freeName(list: readonly unknown[], name: string): string {
  const taken = new Set(list.map(nameOf));
  for (let number = 2; ; number++) {
    if (!taken.has(name)) return name;
    if (!taken.has(`${name} (${number})`)) return `${name} (${number})`;
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
