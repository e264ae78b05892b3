import { inspect } from "node:util";
import { growthOf, type Sample } from "./samples";
import { allowances } from "./inventory";

interface Line {
  readonly what: string;
  readonly cells: readonly string[];
  readonly isMet: boolean;
}

/** Everything that Node would only warn of, from here on. */
export function collectAll(): readonly string[] {
  const problems: string[] = [];
  process.on("unhandledRejection", (reason) => problems.push(`unhandled: ${inspect(reason)}`));
  process.on("uncaughtException", (error) => problems.push(`uncaught: ${inspect(error)}`));
  process.on("warning", (warning) => {
    // What counts the objects is called experimental.
    if (warning.name !== "ExperimentalWarning") problems.push(`warning: ${inspect(warning)}`);
  });
  return problems;
}

/** What was found, as a table. */
export class Report {
  readonly #lines: Line[] = [];

  get failed(): boolean {
    return this.#lines.some(({ isMet }) => !isMet);
  }

  heading(what: string): void {
    this.#lines.push({ what: `\n${what}`, cells: ["before", "after", "per hour"], isMet: true });
  }

  /** Whatever was counted must not grow. */
  growth(samples: readonly Sample[]): void {
    for (const [name, allowance] of Object.entries(allowances)) {
      const { before, after, perHour, isLeak } = growthOf(name, samples, allowance);
      const text = (value: number) =>
        name === "heap" ? mebibytes(value) : String(Math.round(value));
      const slope = name === "heap" ? mebibytes(perHour) : perHour.toFixed(1);
      this.#lines.push({ what: name, cells: [text(before), text(after), slope], isMet: !isLeak });
    }
  }

  expect(what: string, value: number, most: number): void {
    this.#lines.push({
      what,
      cells: ["", Number.isInteger(value) ? String(value) : value.toFixed(2), `≤ ${most}`],
      isMet: value <= most,
    });
  }

  note(what: string, value: string): void {
    this.#lines.push({ what, cells: ["", value], isMet: true });
  }

  print(): void {
    for (const { what, cells, isMet } of this.#lines) {
      const row = [
        what.padEnd(what.startsWith("\n") ? 41 : 40),
        ...cells.map((cell) => cell.padStart(12)),
      ];
      console.log(`${row.join(" ")}${isMet ? "" : "  FAILED"}`);
    }
  }
}

function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(2)} MiB`;
}
