import { type SimNode } from "../fleet/simNode";
import { type TimeFormat } from "../goTime";
import { type Json } from "../json";
import { type Knobs } from "../knobs";
import { type Handlers } from "../methods/handler";
import { type World } from "../world";

export interface MethodMeta {
  /** Where it is not the full name. */
  readonly name?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly params?: readonly {
    readonly name: string;
    readonly type: string;
    readonly description?: string;
    readonly required?: boolean;
  }[];
  readonly returns?: string;
  /** All of the help, in place of the members above. */
  readonly whole?: Readonly<Record<string, Json | undefined>>;
}

/** A step of history: up to which age it serves, and how far apart its rows are. */
export interface Tier {
  readonly maxAgeMs: number;
  readonly stepMs: number;
}

/** What working out the pings of the latest status takes, in milliseconds. */
export interface PingCost {
  /** Each task of a node whose pings are not at hand … */
  readonly taskMs: number;
  /** … and what each node of the fleet adds to that: the more pings are stored, the longer it takes. */
  readonly taskMsPerNode: number;
  /** A call whose pings are all at hand … */
  readonly callMs: number;
  /** … and each node of its response. */
  readonly nodeMs: number;
}

/** What one version of the server does differently from the others. */
export interface Profile {
  readonly version: string;
  /** Settings that a fresh server of this version has different. */
  readonly knobs: Partial<Knobs>;
  readonly time: TimeFormat;
  /** By full name; what `rpc.help` says of each. */
  readonly methods: Readonly<Record<string, MethodMeta>>;
  /** Methods of this version alone, or which it answers otherwise. */
  readonly handlers: Handlers;
  readonly errors: {
    readonly forbidden: { readonly code: number; readonly message: string };
    /** An unknown namespace is forbidden to everybody, administrators too. */
    readonly unknownNamespaceForbidden: boolean;
    /** Wrongly typed parameters of getRecords are refused, not ignored. */
    readonly strictRecords: boolean;
  };
  readonly auth: {
    /** Shorter keys make a guest. The check of a private site requires 12 in all versions. */
    readonly keyMinLength: number;
    /** getMe with an API key is the end of the request, or of the socket. */
    readonly keyCrashesGetMe: boolean;
    readonly clientMethodsForAdmin: boolean;
    /** An agent's token opens a private site. */
    readonly agentPassesPrivate: boolean;
    readonly agentTokenParams: readonly string[];
    readonly sessionsExpire: boolean;
    readonly unknownSessionMessage: string;
    /** The private site is looked at again for each call on an open socket. */
    readonly privateCheckedPerCall: boolean;
    /** Methods for which users with two-factor authentication need a code. */
    readonly sensitive: readonly string[];
    readonly maskedIps: boolean;
  };
  readonly http: {
    /** `strict`: a socket's Origin must be the Host. `filtered`: and so must a POST's, if it has one. */
    readonly origin: "strict" | "filtered";
    readonly upgradeRefusal: string;
    readonly unknownPost: "page" | "notFound";
    readonly pageType: string;
    readonly page: (sitename: string) => string;
    readonly getWithoutUpgrade: {
      readonly status: number;
      readonly body: { error: string; status?: string };
    };
    /** Takes a POST with `Connection: upgrade` for a socket. */
    readonly upgradeHeaderBreaksPost: boolean;
  };
  readonly socket: {
    readonly repliesInOrder: boolean;
    /** An empty or cut-off message ends the socket, and of two values only the first is seen. */
    readonly decodesStreams: boolean;
    /** The socket ends at the first call after its session or key has ended. */
    readonly checksCaller: boolean;
  };
  readonly status: {
    readonly reportMs: number;
    readonly graceMs: number;
    readonly uptimeAndPing: boolean;
    /** The use of the GPU is that of the machine, and each GPU is listed; else it is always 0. */
    readonly gpus: boolean;
    /** `include_ping: false` leaves the pings out. */
    readonly includePing: boolean;
    /** Makes of a status what this version has in its place; `time` is that of the report. */
    readonly write?: (
      status: Readonly<Record<string, Json>>,
      node: SimNode,
      time: number,
      world: World,
    ) => Record<string, Json>;
    /** Undefined where it takes next to nothing. */
    readonly pingCost: PingCost | undefined;
    /** How much getNodeRecentStatus goes back. */
    readonly recentMs: number;
    readonly recentSorted: boolean;
    readonly physicalCores: boolean;
  };
  readonly publicInfo: Readonly<Record<string, boolean | string>>;
  readonly history: {
    readonly tiers: readonly Tier[];
    /** Rows of a bucket stand at its start, and the buckets of start and end are both in. */
    readonly buckets: boolean;
    readonly pingRaw: boolean;
    readonly totals: boolean;
    readonly traffic: boolean;
    readonly gpu: boolean;
    /** Rows say how old the backup of the node is. */
    readonly backups: boolean;
    readonly pingTasks: "whenAsked" | "always";
    readonly pingQuantiles: boolean;
    /** A negative maximum other than -1 is the server's end (for ping). */
    readonly negativeMaxCrashes: boolean;
    readonly backwardsFails: boolean;
    /** `start` and `end` are compared with the rows' times as texts, whatever their zone. */
    readonly comparesTexts: boolean;
  };
}
