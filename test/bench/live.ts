// What a poll costs once its answer is decoded, for 10,000 nodes of which nearly all have reported.
import { decodeNodes } from "../../src/komari/decode/nodes";
import { decodeLatestStatus } from "../../src/komari/decode/status";
import { answersOf, nodeCount, resultOf } from "./answers";
import { type Figure, report } from "./figure";
import { LiveFleet, type Statuses } from "./liveFleet";
import { collectGarbage, Stopwatch } from "./stopwatch";

const rounds = 31;
const changedNodes = 10;
const partSize = 50;
const smallNodeCount = 1_000;

/** Two answers in turn, on a fleet of its own. */
class LiveCase {
  readonly #watch = new Stopwatch();

  constructor(
    readonly fleet: LiveFleet,
    readonly before: Statuses,
    readonly after: Statuses,
  ) {}

  update(round: number): void {
    collectGarbage();
    this.fleet.draw(this.#watch.time(() => this.fleet.update(this.#statuses(round))));
  }

  updatePart(round: number, uuids: readonly string[]): void {
    const statuses = this.#statuses(round);
    const part = new Map(uuids.flatMap((uuid) => [...entryOf(statuses, uuid)]));
    collectGarbage();
    this.#watch.time(() => this.fleet.updatePart(uuids, part));
  }

  compare(round: number): void {
    collectGarbage();
    this.#watch.time(() => this.fleet.compare(this.#statuses(round)));
  }

  get p25(): number {
    return this.#watch.p25;
  }

  #statuses(round: number): Statuses {
    return round % 2 === 0 ? this.after : this.before;
  }
}

function entryOf(statuses: Statuses, uuid: string): Statuses {
  const status = statuses.get(uuid);
  return new Map(status === undefined ? [] : [[uuid, status]]);
}

/** The new statuses of the same nodes, online as before: most polls move no rows. */
function withPresenceOf(old: Statuses, now: Statuses): Statuses {
  return new Map(
    [...old].map(([uuid, status]) => {
      return [uuid, { ...(now.get(uuid) ?? status), online: status.online }];
    }),
  );
}

/** The old statuses with the first few online nodes as they are now. */
function withFew(old: Statuses, now: Statuses): Statuses {
  const online = [...now].filter(([, status]) => status.online);
  return new Map([...old, ...online.slice(0, changedNodes)]);
}

async function main(): Promise<void> {
  const texts = await answersOf("1.4.3");
  const first = decodeLatestStatus(resultOf(JSON.parse(texts.statuses)));
  const decode = (text: string) =>
    withPresenceOf(first, decodeLatestStatus(resultOf(JSON.parse(text))));
  const { nodes } = decodeNodes(resultOf(JSON.parse(texts.nodes)), Date.now());
  const before = decode(texts.statuses);
  const after = decode(texts.nextStatuses);
  const few = withFew(decode(texts.statuses), after);
  const fleet = (shown: number) => new LiveFleet(nodes, before, shown);

  const parse = new Stopwatch();
  const hundred = new LiveCase(fleet(100), before, after);
  const all = new LiveCase(fleet(nodeCount), before, after);
  const calm = new LiveCase(fleet(nodeCount), before, few);
  const compared = new LiveCase(fleet(0), before, few);
  const thousand = nodes.slice(0, smallNodeCount);
  const partOfAll = new LiveCase(fleet(nodeCount), before, after);
  const partOfThousand = new LiveCase(
    new LiveFleet(thousand, before, smallNodeCount),
    before,
    after,
  );
  const part = thousand.slice(0, partSize).map(({ uuid }) => uuid);
  for (let round = 0; round < rounds; round++) {
    collectGarbage();
    parse.time((): unknown => JSON.parse(texts.statuses));
    for (const each of [hundred, all, calm]) each.update(round);
    compared.compare(round);
    for (const each of [partOfThousand, partOfAll]) each.updatePart(round, part);
  }
  const figure = (what: string, goal: number, { p25 }: LiveCase): Figure => {
    return { what, against: "JSON.parse", ratio: p25 / parse.p25, goal };
  };
  report([
    figure("update 10,000 nodes, 100 rows shown", 0.25, hundred),
    figure("update 10,000 nodes, 10,000 rows shown", 1, all),
    {
      what: `update ${changedNodes} of 10,000 nodes, all rows shown`,
      against: "finding those 10",
      ratio: calm.p25 / compared.p25,
      goal: 1.25,
    },
    {
      what: `update a part: ${partSize} of 10,000 nodes`,
      against: "the same 50 of 1,000",
      ratio: partOfAll.p25 / partOfThousand.p25,
      goal: 1.25,
    },
  ]);
}

void main();
