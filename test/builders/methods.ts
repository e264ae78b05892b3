import { MethodsState, defaultMethodChoices } from "../../src/features/methods/view/methodsState";
import { MethodStore } from "../../src/features/methods/store/methodStore";
import { type MethodsServer } from "../../src/features/methods/store/serverMethods";
import { type Stored } from "../../src/features/tree/viewState";
import { type MethodHelp } from "../../src/komari/model/methodHelp";
import { namespaceOf, roleOf } from "../../src/komari/methods/risk";
import { type SessionState } from "../../src/komari/session";
import { type MethodSpec, type ParamSpec } from "../../src/shared/call/methodSpec";
import { Emitter } from "../../src/util/emitter";
import { silentLogger } from "../../src/util/logger";
import { buildIdentity } from "./identity";
import { memoryFiles } from "./memoryFiles";
import { readyState } from "./serverView";

/** A method that only reads and takes nothing; namespace and role go by its name. */
export function buildMethodSpec(name: string, overrides: Partial<MethodSpec> = {}): MethodSpec {
  return {
    name,
    namespace: namespaceOf(name),
    role: roleOf(name),
    risk: "read",
    params: { kind: "named", params: [], ordered: true },
    secondFactor: false,
    undocumented: false,
    ...overrides,
  };
}

export function buildParamSpec(name: string, overrides: Partial<ParamSpec> = {}): ParamSpec {
  return { name, type: { kind: "text" }, typeText: "string", required: false, ...overrides };
}

export function buildHelp(name: string, overrides: Partial<MethodHelp> = {}): MethodHelp {
  return {
    name,
    summary: undefined,
    description: undefined,
    params: [],
    returns: undefined,
    ...overrides,
  };
}

/** A value that is kept in memory. */
export function storedValue<T>(value: T): Stored<T> & { value: T } {
  return {
    value,
    get() {
      return this.value;
    },
    set(next) {
      this.value = next;
      return Promise.resolve();
    },
  };
}

export function createMethodsState() {
  const stored = {
    choices: storedValue(defaultMethodChoices),
    recent: storedValue<readonly string[]>([]),
    favorites: storedValue<readonly string[]>([]),
  };
  return { stored, state: new MethodsState(stored.choices, stored.favorites, stored.recent) };
}

export const methodsHome = "https://status.example.com";

/** A ready server of version 1.4.3 that lists these methods, to administrators. */
export function readyWith(names: readonly string[], version = "1.4.3"): SessionState {
  const identity = buildIdentity({
    version: { version, hash: "abc" },
    methods: new Set(names.filter((name) => !name.startsWith("rpc."))),
  });
  return readyState({ identity });
}

/**
 * A store over one server. `told` is what that responses, `asked` what it was asked for; `become`
 * changes its session, and `answer` replaces the way it answers.
 */
export function createMethodStore(reported: {
  names: readonly string[];
  help: Readonly<Record<string, Partial<MethodHelp>>>;
}) {
  const memory = memoryFiles();
  const requested: string[] = [];
  const changed = new Emitter<{
    readonly server: { readonly id: string };
    readonly change: { readonly kind: "session" };
  }>();
  const session: { state: SessionState } & Omit<MethodsServer["session"], "state"> = {
    state: readyWith(reported.names),
    credential: { kind: "guest" },
    api: {
      methods: async (internal) => {
        requested.push("methods");
        await answering.methods();
        return new Set(
          reported.names.filter((name) => internal === true || !name.startsWith("rpc.")),
        );
      },
      helpOf: async (names) => {
        requested.push(`help of ${names.length}`);
        await answering.help();
        return new Map(
          names.flatMap((name) => {
            const help = reported.help[name];
            return help === undefined ? [] : [[name, buildHelp(name, help)]];
          }),
        );
      },
    },
  };
  const answering = {
    methods: (): Promise<void> => Promise.resolve(),
    help: (): Promise<void> => Promise.resolve(),
  };
  const fleet = {
    get: (id: string) => (id === methodsHome ? { name: "Home", session } : undefined),
    onDidChange: changed.event,
  };
  const become = (state: SessionState) => {
    session.state = state;
    changed.fire({ server: { id: methodsHome }, change: { kind: "session" } });
  };
  /** As another window would see it, with the same files. */
  const open = (isStored = () => true) =>
    new MethodStore({ fleet, files: memory.files, isStored, logger: silentLogger });
  return { open, store: open(), memory, requested, answering, become, reported };
}
