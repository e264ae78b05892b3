import { type Credential } from "../../../../src/komari/credential";
import { type Identity } from "../../../../src/komari/identify";
import { type Problem, type ProblemCode } from "../../../../src/komari/problem";
import { type PublicInfo } from "../../../../src/komari/model/model";
import { type ServerConfig, type ServersSetting } from "../../../../src/settings/config";
import { type Action } from "../../../../src/platform/notifications";
import { CredentialStore } from "../../../../src/platform/credentialStore";
import { type RecordsByUrl, SignInRecords } from "../../../../src/platform/signInRecords";
import { ServerEntries } from "../../../../src/settings/serverEntries";
import {
  type Inspection,
  type LoginOutcome,
  type ServerProbe,
} from "../../../../src/features/servers/serverProbe";
import { buildIdentity, buildPublicInfo } from "../../../builders/identity";
import { FakeClock } from "../../../builders/fakeClock";
import { type Clock } from "../../../../src/util/clock";
import { Emitter } from "../../../../src/util/emitter";
import { type Logger, silentLogger } from "../../../../src/util/logger";

export function identity(
  publicInfo: Partial<PublicInfo> = {},
  version = "1.4.3",
  methods: readonly string[] = ["common:getNodes", "common:getNodesLatestStatus"],
): Identity {
  return buildIdentity({
    methods: new Set(methods),
    version: { version, hash: "abc1234" },
    publicInfo: buildPublicInfo({ siteName: "Komari Monitor", ...publicInfo }),
  });
}

export function config(name: string, baseUrl: string): ServerConfig {
  return { name, baseUrl, url: baseUrl, acceptAnyCertificate: false, readOnly: false };
}

/** An error as Node's network raises it. */
export function nodeError(code: string): Error {
  return Object.assign(new Error(`something about ${code}`), { code });
}

export function problem(code: ProblemCode, networkCode?: string): Problem {
  return {
    code,
    detail: "detail",
    ...(networkCode !== undefined && { cause: nodeError(networkCode) }),
  };
}

interface Visit {
  readonly what: "inspect" | "login" | "logout";
  readonly baseUrl: string;
  readonly credential?: Credential | undefined;
  readonly signal?: AbortSignal;
}

/** A server's door; what it says is set by the test. */
export class FakeProbe implements ServerProbe {
  readonly visits: Visit[] = [];
  inspectAs: (
    credential: Credential,
    baseUrl: string,
    tls: object,
  ) => Inspection | Promise<Inspection> = () => ({ ok: true, identity: identity() });
  loginAs: (code: string | undefined, password: string) => LoginOutcome = () => ({
    ok: true,
    token: "token-of-login",
  });

  readonly inspect: ServerProbe["inspect"] = async ({ baseUrl, tls }, credential, signal) => {
    this.visits.push({ what: "inspect", baseUrl, credential, signal });
    return this.inspectAs(credential, baseUrl, tls);
  };

  readonly login: ServerProbe["login"] = async ({ baseUrl }, { code, password }, signal) => {
    this.visits.push({ what: "login", baseUrl, signal });
    return Promise.resolve(this.loginAs(code, password));
  };

  readonly logout: ServerProbe["logout"] = async ({ baseUrl }, token) => {
    this.visits.push({ what: "logout", baseUrl, credential: { kind: "session", token } });
    return Promise.resolve(undefined);
  };

  of(what: Visit["what"]): readonly Visit[] {
    return this.visits.filter((visit) => visit.what === what);
  }
}

/** Messages shown, and what clicks on their buttons do. */
export class FakeNotifications {
  readonly shown: { readonly message: string; readonly actions: readonly Action[] }[] = [];
  confirmed = true;

  readonly info = (message: string, ...actions: readonly Action[]): void => {
    this.shown.push({ message, actions });
  };
  readonly warn = this.info;
  readonly error = this.info;
  readonly confirm = (question: string): Promise<boolean> => {
    this.info(question);
    return Promise.resolve(this.confirmed);
  };

  async click(title: string): Promise<void> {
    const action = this.shown.at(-1)?.actions.find((candidate) => candidate.title === title);
    if (action === undefined) throw new Error(`no button ${title}`);
    await action.run();
  }
}

type Mood = "well" | "fails" | "hangs";

/** A keychain in memory, which may fail or hang. */
export function memorySecrets() {
  const values = new Map<string, string>();
  const changed = new Emitter<{ key: string }>();
  const mood: Record<"get" | "store" | "delete", Mood> = {
    get: "well",
    store: "well",
    delete: "well",
  };
  let hanging: (() => void)[] = [];
  const act = async <T>(how: Mood, work: () => T): Promise<T> => {
    if (how === "fails") throw new Error("the keychain is locked");
    if (how === "hangs") await new Promise<void>((resolve) => hanging.push(resolve));
    return work();
  };
  return {
    values,
    mood,
    /** Lets what hangs go on. */
    release: () => {
      for (const goOn of hanging) goOn();
      hanging = [];
    },
    onDidChange: changed.event,
    get: (key: string) => act(mood.get, () => values.get(key)),
    store: (key: string, value: string) =>
      act(mood.store, () => {
        values.set(key, value);
        changed.fire({ key });
      }),
    delete: (key: string) =>
      act(mood.delete, () => {
        if (values.delete(key)) changed.fire({ key });
      }),
  };
}

export type MemorySecrets = ReturnType<typeof memorySecrets>;

/** A store over it; `records` is what the computer remembers of sign-ins. */
export function credentialStore(
  secrets: MemorySecrets,
  clock: Clock = new FakeClock(),
  logger: Logger = silentLogger,
  initial: RecordsByUrl = {},
) {
  let records = initial;
  const memory = {
    get: () => records,
    set: (value: RecordsByUrl) => {
      records = value;
      return Promise.resolve();
    },
  };
  return new CredentialStore(secrets, new SignInRecords(memory, logger), clock, logger);
}

export function memorySetting(initial?: unknown) {
  const setting = {
    value: initial,
    failNext: false,
    read: () => setting.value,
    write: (value: unknown) => {
      if (setting.failNext) {
        setting.failNext = false;
        return Promise.reject(new Error("the file is read-only"));
      }
      setting.value = value;
      return Promise.resolve();
    },
  };
  return setting;
}

/** All that the commands of this feature use, over fakes. */
export function commandWorld(servers: readonly ServerConfig[] = []) {
  const [secrets, clock] = [memorySecrets(), new FakeClock()];
  const entries = servers.map(({ name, url }) => ({ name, url }));
  const setting = memorySetting(entries);
  const value: ServersSetting = { servers, problems: [] };
  const executed: (readonly unknown[])[] = [];
  return {
    secrets,
    clock,
    setting,
    executed,
    probe: new FakeProbe(),
    notifications: new FakeNotifications(),
    logger: silentLogger,
    servers: { value },
    entries: new ServerEntries(setting),
    credentials: credentialStore(secrets, clock),
    caFiles: {
      choose: (): Promise<string | undefined> => Promise.resolve("/ca.pem"),
      read: () => Promise.resolve({ ok: true, pem: "PEM" } as const),
    },
    execute: (...args: readonly unknown[]) => executed.push(args),
    focusNodes: () => executed.push(["focusNodes"]),
    openExternal: (url: string) => executed.push(["openExternal", url]),
    fleet: { get: () => undefined },
  };
}
