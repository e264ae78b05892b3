// Command: npm run soak [-- --minutes 10] [--days 30] [--seed 1]. See docs/testing.md.
import { parseArgs } from "node:util";
import { collectAll, Report } from "./report";
import { soakDays } from "./soakDays";
import { soakSockets } from "./soakSockets";
import { wholeNumber } from "../runner/wholeNumber";

function readOptions(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: "string", default: "10" },
      days: { type: "string", default: "30" },
      seed: { type: "string", default: "1" },
    },
  });
  return {
    minutes: wholeNumber("minutes", values.minutes),
    days: wholeNumber("days", values.days),
    seed: wholeNumber("seed", values.seed),
  };
}

async function main(): Promise<void> {
  const { minutes, days, seed } = readOptions(process.argv.slice(2));
  console.log(`Node ${process.versions.node}, seed ${seed}`);
  const problems = collectAll();
  const report = new Report();
  if (minutes > 0) await soakSockets({ minutes, seed }, report);
  if (days > 0) await soakDays(days, seed, report);
  report.expect("unhandled rejections and warnings", problems.length, 0);
  for (const problem of problems) console.log(problem);
  report.print();
  process.exitCode = report.failed ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
