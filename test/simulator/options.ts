import { parseArgs } from "node:util";
import { type Clock, systemClock } from "../../src/util/clock";
import { type Control, answerControl } from "./control";
import { isRecord, parseJson } from "./json";
import { type Knobs, defaultKnobs } from "./knobs";
import { type CastName, casts, isCastName } from "./fleet/casts";
import { evenPings } from "./fleet/evenPings";
import { type FleetCast } from "./fleet/fleetCast";
import { type Profile } from "./profiles/profile";
import { type ProfileName, isProfileName, profiles } from "./profiles/profiles";
import { setKnobs } from "./setKnobs";

export interface SimulatorOptions {
  readonly profile?: ProfileName;
  /** Who is in the fleet. */
  readonly cast?: CastName;
  readonly nodes?: number;
  /** How many ping tasks run on every node, in place of those of the cast. */
  readonly pingTasks?: number;
  readonly seed?: number;
  /** 0 = any free one. */
  readonly port?: number;
  /** Loopback only. */
  readonly host?: string;
  /** As behind a proxy that serves Komari under a path: `/komari`. */
  readonly basePath?: string;
  readonly clock?: Clock;
  readonly knobs?: Partial<Knobs>;
  /** PEM; the server speaks TLS then. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

export interface FullOptions
  extends
    Required<Omit<SimulatorOptions, "profile" | "cast" | "pingTasks" | "tls">>,
    Pick<SimulatorOptions, "tls"> {
  readonly profile: Profile;
  readonly cast: FleetCast;
  /** Turns faults over the wire. */
  readonly control?: Control;
}

const loopback = ["127.0.0.1", "::1"];

export function completeOptions(options: SimulatorOptions): FullOptions {
  const { host = "127.0.0.1", port = 0, nodes = 40 } = options;
  if (!loopback.includes(host)) {
    throw new Error(
      `The simulator listens on loopback only (${loopback.join(", ")}), not on ${host}.`,
    );
  }
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`No such port: ${port}.`);
  if (!Number.isInteger(nodes) || nodes < 0) throw new Error(`No such number of nodes: ${nodes}.`);
  const cast = casts[options.cast ?? "odd"];
  const { pingTasks } = options;
  return {
    profile: profiles[options.profile ?? "1.4.3"],
    cast: pingTasks === undefined ? cast : { ...cast, pingTasks: evenPings(pingTasks) },
    seed: options.seed ?? 1,
    basePath: options.basePath ?? "",
    clock: options.clock ?? systemClock,
    knobs: options.knobs ?? {},
    ...(options.tls === undefined ? {} : { tls: options.tls }),
    control: answerControl,
    host,
    port,
    nodes,
  };
}

export interface CommandLine {
  readonly options: SimulatorOptions;
  /** Turned after the start, so that the profile's own settings stay where they are not named. */
  readonly knobs: Readonly<Record<string, unknown>>;
}

/** Throws a sentence for people. */
export function readArguments(args: readonly string[]): CommandLine {
  const { values } = parseArgs({
    args: [...args],
    options: {
      profile: { type: "string", default: "1.4.3" },
      cast: { type: "string", default: "odd" },
      nodes: { type: "string", default: "40" },
      "ping-tasks": { type: "string" },
      seed: { type: "string", default: "1" },
      port: { type: "string", default: "25774" },
      host: { type: "string", default: "127.0.0.1" },
      "base-path": { type: "string", default: "" },
      knobs: { type: "string", default: "{}" },
    },
  });
  if (!isProfileName(values.profile)) {
    throw new Error(`--profile is one of ${Object.keys(profiles).join(", ")}.`);
  }
  if (!isCastName(values.cast))
    throw new Error(`--cast is one of ${Object.keys(casts).join(", ")}.`);
  const pingTasks = values["ping-tasks"];
  const options = {
    profile: values.profile,
    cast: values.cast,
    nodes: whole("nodes", values.nodes),
    ...(pingTasks === undefined ? {} : { pingTasks: whole("ping-tasks", pingTasks) }),
    seed: whole("seed", values.seed),
    port: whole("port", values.port),
    host: values.host,
    basePath: values["base-path"],
  };
  return { options, knobs: readKnobs(values.knobs) };
}

function whole(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} is a whole number, not ${text}.`);
  return Number(text);
}

function readKnobs(text: string): Readonly<Record<string, unknown>> {
  const parsed = parseJson(text);
  if (!parsed.ok || !isRecord(parsed.value)) throw new Error("--knobs is a JSON object.");
  const refused = setKnobs({ ...defaultKnobs }, parsed.value);
  if (refused.length > 0) throw new Error(`--knobs knows no such thing: ${refused.join(", ")}.`);
  return parsed.value;
}
