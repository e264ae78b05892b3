import { openForDays } from "./days";
import { countsText, takeInventory } from "./inventory";
import { type Report } from "./report";
import { type Sample } from "./samples";

const dayMs = 24 * 3_600_000;

/** Days of a window within minutes, without sockets: whatever is kept by request or by hour shows. */
export async function soakDays(days: number, seed: number, report: Report): Promise<void> {
  const world = openForDays(seed);
  const samples: Sample[] = [];
  const start = world.now();
  let illDays = 0;
  for (let day = 0; day < days; day++) {
    await world.day();
    await world.rest();
    if (!world.isWell()) illDays += 1;
    const counts = await takeInventory(world.timers());
    samples.push({ atMs: world.now() - start, counts });
    console.log(`day ${day + 1} of ${days}: ${countsText(counts)}`);
  }
  report.heading(`${days} days on a clock that is moved`);
  report.growth(samples);
  report.note("requests", String(world.requests()));
  report.expect("requests within ten seconds", world.maxRequests(), 100);
  report.expect("days after which a node was missing", illDays, 0);
  report.expect("timers after the end", await world.end(), 0);
  const perDay = world.requests() / ((world.now() - start) / dayMs);
  report.note("requests per day", perDay.toFixed(0));
}
