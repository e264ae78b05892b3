import { SimFleet } from "./fleet/simFleet";
import { PingOverviews } from "./history/pingOverviews";
import { Journal } from "./journal";
import { type Knobs, defaultKnobs } from "./knobs";
import { LoginThrottle } from "./loginThrottle";
import { ExecTasks } from "./methods/execTasks";
import { type FullOptions } from "./options";
import { QueryPlaces } from "./queryPlaces";
import { Sequence } from "./random";
import { SimServer } from "./server";
import { Sessions } from "./sessions";
import { StoppableClock } from "./stoppableClock";

export class Simulator {
  /** Faults, doors and settings: assign to turn. */
  readonly knobs: Knobs;
  readonly fleet: SimFleet;
  readonly journal = new Journal();
  readonly version: string;
  readonly #options: FullOptions;
  readonly #clock: StoppableClock;
  readonly #sessions: Sessions;
  readonly #pingOverviews = new PingOverviews();
  readonly #server: SimServer;

  constructor(options: FullOptions) {
    const { seed, nodes, profile, cast } = options;
    this.#options = options;
    this.#clock = new StoppableClock(options.clock);
    this.#sessions = new Sessions(seed);
    this.version = profile.version;
    this.knobs = { ...defaultKnobs, ...profile.knobs, ...options.knobs };
    const { reportMs } = profile.status;
    this.fleet = new SimFleet({ nodes, seed, cast, born: options.clock.now(), reportMs });
    const world = {
      profile,
      knobs: this.knobs,
      clock: this.#clock,
      fleet: this.fleet,
      pingOverviews: this.#pingOverviews,
      sessions: this.#sessions,
      logins: new LoginThrottle(),
      queryPlaces: new QueryPlaces(),
      execTasks: new ExecTasks(seed),
      journal: this.journal,
      userUuid: new Sequence(seed ^ 0xad31).uuid(),
    };
    this.#server = new SimServer(options, world, {
      restart: () => this.restart(),
      dropSockets: () => this.dropSockets(),
      expireSessions: () => this.expireSessions(),
      refuseFor: (ms) => void this.#refuseFor(ms),
    });
  }

  get port(): number {
    return this.#server.listener.port;
  }

  /** What a user would type: scheme, host, port and base path, without a slash at the end. */
  get url(): string {
    const { host, tls, basePath } = this.#options;
    const name = host.includes(":") ? `[${host}]` : host;
    return `${tls === undefined ? "http" : "https"}://${name}:${this.port}${basePath}`;
  }

  /** Logs in without a request and returns the session token. */
  signIn(): string {
    return this.#sessions.open(this.#clock.now(), "test").token;
  }

  /** As a change of the password does: every session ends, open sockets keep their rights. */
  expireSessions(): void {
    this.#sessions.closeAll();
  }

  /** All connections die (1006), statuses are forgotten, agents come back within three seconds. */
  restart(): void {
    this.fleet.restart(this.#clock.now());
    this.#pingOverviews.clear();
    this.#server.listener.dropConnections();
  }

  /** Sockets close without a close frame; everything else continues. */
  dropSockets(): void {
    this.#server.dropSockets();
  }

  /** Nothing listens on the port any more, until `accept`. */
  async refuse(): Promise<void> {
    await this.#server.listener.close();
  }

  async accept(): Promise<void> {
    await this.#server.listener.open();
  }

  async stop(): Promise<void> {
    this.#clock.stop();
    await this.refuse();
  }

  async #refuseFor(ms: number): Promise<void> {
    await this.refuse();
    this.#clock.setTimeout(() => void this.accept(), ms);
  }
}
