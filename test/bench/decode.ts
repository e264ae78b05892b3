// The decoders of big answers, against JSON.parse of the same text.
import { decodeNodes } from "../../src/komari/decode/nodes";
import { decodeLatestStatus } from "../../src/komari/decode/status";
import { answersOf, resultOf } from "./answers";
import { type Figure, report } from "./figure";
import { collectGarbage, Stopwatch } from "./stopwatch";

const rounds = 25;
const now = Date.UTC(2026, 0, 1);

class DecodeCase {
  readonly #parse = new Stopwatch();
  readonly #decode = new Stopwatch();

  constructor(
    readonly what: string,
    readonly text: string,
    readonly decode: (result: unknown) => unknown,
  ) {}

  /** The one follows the other at once, as in the extension. */
  run(): void {
    collectGarbage();
    const answer = this.#parse.time((): unknown => JSON.parse(this.text));
    this.#decode.time(() => this.decode(resultOf(answer)));
  }

  get figure(): Figure {
    const ratio = this.#decode.p25 / this.#parse.p25;
    return { what: `decode 10,000 ${this.what}`, against: "JSON.parse", ratio, goal: 0.3 };
  }
}

async function main(): Promise<void> {
  const current = await answersOf("1.4.3");
  const old = await answersOf("1.0.7");
  const cases = [
    new DecodeCase("statuses of 1.4.3, 3 pings each", current.statuses, decodeLatestStatus),
    new DecodeCase("statuses of 1.0.7", old.statuses, decodeLatestStatus),
    new DecodeCase("nodes", current.nodes, (result) => decodeNodes(result, now)),
  ];
  for (let round = 0; round < rounds; round++) for (const each of cases) each.run();
  report(cases.map(({ figure }) => figure));
}

void main();
