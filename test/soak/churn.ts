import { request } from "node:http";
import { type ServerFleet } from "../../src/fleet/serverFleet";
import { type Credential } from "../../src/komari/credential";
import { isRecord, parseJson } from "../../src/util/json";
import { type Span } from "../../src/shared/chartApi";
import { controlPath } from "../simulator/server";
import { Sequence } from "../simulator/random";
import { administrator, type FleetWorld, guest } from "./fleetWorld";

const spans: readonly Span[] = [
  { kind: "live" },
  { kind: "last", hours: 1 },
  { kind: "last", hours: 24 },
  { kind: "all" },
];

const methods = [
  ...["rpc.ping", "rpc.methods", "rpc.help", "common:getNodes", "common:getVersion"],
  ...["common:getNodesLatestStatus", "common:getMe", "admin:listClients", "no:suchMethod"],
];

/** Faults of a server, each for a while. */
const faults: readonly Readonly<Record<string, unknown>>[] = [
  { slow: 3000 },
  { drop: "connections" },
  { drop: "answers" },
  { status500: true },
  { garbage: "html" },
  { garbage: "json" },
  { noWebSocket: true },
  { privateSite: true },
  { wrongKey: true },
  { guide: "migrating" },
];

const noFaults = {
  slow: 0,
  drop: "never",
  status500: false,
  garbage: "never",
  noWebSocket: false,
  privateSite: false,
  wrongKey: false,
  guide: "none",
};

/** What users, networks and servers do, in an order that depends on the seed alone. */
export class Churn {
  readonly #random: Sequence;
  readonly #added: (readonly [server: string, uuid: string])[] = [];
  readonly #servers: Map<string, Credential>;
  readonly counts = new Map<string, number>();

  constructor(
    private readonly world: FleetWorld,
    private readonly urls: readonly string[],
    seed: number,
  ) {
    this.#random = new Sequence(seed);
    this.#servers = new Map(urls.map((url) => [url, administrator]));
    world.setServers(this.#servers);
  }

  /** One thing happens. Never rejects. */
  async step(): Promise<void> {
    const random = this.#random;
    const url = this.#choose(this.urls);
    const server = this.world.fleet.get(url);
    const happenings: readonly (readonly [name: string, () => unknown])[] = [
      ["server restarted", () => control(url, { restart: true })],
      ["sockets cut", () => control(url, { dropSockets: true })],
      ["sessions ended", () => control(url, { expireSessions: true })],
      ["connections refused", () => control(url, { refuseMs: random.int(100, 2000) })],
      ["fault begun", () => control(url, this.#choose(faults))],
      ["faults ended", () => control(url, noFaults)],
      ["sign-in changed", () => this.#changeSignIn(url)],
      ["server removed or added", () => this.#toggleServer(url)],
      ["attention changed", () => this.#changeAttention()],
      ["node added or removed", () => server && this.#toggleNode(server)],
      ["chart opened", () => server && this.#openChart(server)],
      ["chart opened", () => server && this.#openChart(server)],
      ["chart closed", () => this.world.closeChart()],
      ["chart closed", () => this.world.closeChart()],
      ["call sent", () => server && this.world.call(server, this.#choose(methods))],
      ["call sent", () => server && this.world.call(server, this.#choose(methods))],
      ["calls canceled", () => this.world.cancelCalls()],
      ["refreshed", () => server?.refresh()],
      ["reconnected", () => server?.session.reconnect()],
      ["woken", () => this.world.fleet.wake()],
    ];
    const [name, happen] = this.#choose(happenings);
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    const done = happen();
    // A call may hang for as long as the server is mute, and is not waited for.
    if (name !== "call sent") await done;
  }

  /** Every server is there and well, with the nodes that it had at first. */
  async end(): Promise<void> {
    for (const url of this.urls) {
      await control(url, noFaults);
      this.#servers.set(url, administrator);
    }
    this.world.setServers(this.#servers);
    this.world.rest();
  }

  /** Takes away the nodes that were added. */
  async removeNodes(): Promise<void> {
    for (const [url, uuid] of this.#added.splice(0)) {
      const server = this.world.fleet.get(url);
      if (server !== undefined) await this.#removeNode(server, uuid);
    }
  }

  #choose<T>(items: readonly T[]): T {
    return items[this.#random.int(0, items.length - 1)] as T;
  }

  #changeSignIn(url: string): void {
    const choices: readonly Credential[] = [
      ...[guest, administrator, { kind: "apiKey", apiKey: "a-wrong-key-of-enough-length" }],
      { kind: "session", token: "a-session-that-is-over" },
    ] as const;
    if (this.#servers.has(url)) this.#servers.set(url, this.#choose(choices));
    this.world.setServers(this.#servers);
  }

  #toggleServer(url: string): void {
    if (!this.#servers.delete(url)) this.#servers.set(url, administrator);
    this.world.setServers(this.#servers);
  }

  #changeAttention(): void {
    const random = this.#random;
    this.world.look(this.#choose(["visible", "visible", "background", "paused"]));
    const seen = this.world.fleet.servers.map(
      ({ id, nodes }) => [id, new Set([...nodes.keys()].slice(0, random.int(0, 50)))] as const,
    );
    this.world.fleet.setVisibleNodes("rows", new Map(seen));
  }

  async #toggleNode(server: ServerFleet): Promise<void> {
    const known = this.#added.findIndex(([url]) => url === server.id);
    if (known >= 0) {
      const [, uuid] = this.#added.splice(known, 1)[0] ?? ["", ""];
      await this.#removeNode(server, uuid);
      return;
    }
    const added = await this.world.call(server, "admin:addClient", '{"name":"soak"}');
    const result = added === undefined ? undefined : parseJson(added.toString());
    if (isRecord(result) && typeof result.uuid === "string")
      this.#added.push([server.id, result.uuid]);
  }

  async #removeNode(server: ServerFleet, uuid: string): Promise<void> {
    await this.world.call(server, "admin:removeClient", JSON.stringify({ uuid }));
  }

  #openChart(server: ServerFleet): void {
    const uuids = [...server.nodes.keys()];
    const count = this.#random.chance(0.5) ? 1 : 5;
    const chosen = Array.from({ length: count }, () => this.#choose(uuids));
    if (uuids.length > 0) this.world.openChart(server, chosen, this.#choose(spans));
  }
}

const maxTries = 50;

/** Turns the knobs of a simulator, which may refuse connections for a while. */
async function control(url: string, knobs: Readonly<Record<string, unknown>>): Promise<void> {
  for (let tries = 0; tries < maxTries; tries++) {
    if (await post(url + controlPath, JSON.stringify(knobs))) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} cannot be controlled`);
}

/** Over a connection of its own, which is not kept. */
function post(url: string, body: string): Promise<boolean> {
  return new Promise((resolve) => {
    const posting = request(url, { method: "POST", agent: false }, (response) => {
      response.resume();
      response.on("close", () => resolve(response.complete));
    });
    posting.on("error", () => resolve(false));
    posting.end(body);
  });
}
