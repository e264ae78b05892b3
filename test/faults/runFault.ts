import assert from "node:assert/strict";
import { type ProfileName, profileNames } from "../simulator/profiles/profiles";
import { credentials } from "../simulator/simulator";
import { type Course, type Fault, seconds } from "./fault";
import { type Arrival } from "./proxy/faultProxy";
import { type Stretch, World } from "./world";

/** Polling alone is five messages; identifying and a retry of each call are more. */
const maxPerTenSeconds = 40;

/** Runs one fault with one version of the server. Rejects with what does not hold. */
export async function runFault(fault: Fault, profile: ProfileName): Promise<void> {
  const errors: unknown[] = [];
  const onError = (error: unknown): void => void errors.push(error);
  process.on("unhandledRejection", onError);
  process.on("uncaughtException", onError);
  const world = await World.create({ profile, ...fault.world });
  try {
    const { test } = fault;
    if (typeof test === "function") await test(world);
    else await runCourse(world, test);
    assertNoStorm(world, typeof test === "function" ? maxPerTenSeconds : test.maxPerTenSeconds);
    assertNoSecrets(world);
  } finally {
    await world.close();
    process.off("unhandledRejection", onError);
    process.off("uncaughtException", onError);
  }
  assert.deepEqual(errors, [], "errors that nothing catches");
  assert.equal(world.time.client.pending, 0, "timers of a client that was disposed of");
}

/** Every fault meets one version, all versions meet about as many faults. */
export function profileOf(index: number): ProfileName {
  return profileNames[index % profileNames.length] ?? "1.4.3";
}

async function runCourse(world: World, course: Course): Promise<void> {
  const { from = "live", lastsMs = seconds(60), recoversWithinMs = seconds(5) } = course;
  if (from === "live") await world.becomeLive();
  await course.begin(world);
  if (from === "start") world.start();
  const stretch = await world.watch(lastsMs);
  assertSeen(stretch, course, world);
  world.proxy.heal();
  await course.end?.(world);
  if (course.byFocus === true) world.fleet.wake();
  await world.untilLive(recoversWithinMs);
  // What was said of the fault is gone with it.
  const after = await world.watch(seconds(20));
  assert.equal(after.samples.at(-1)?.text, undefined, world.describe());
  assert.equal(after.liveShare, 1, `live ${after.liveShare} after the fault`);
}

function assertSeen(stretch: Stretch, course: Course, world: World): void {
  const { live, texts = [], state } = course;
  const { liveShare } = stretch;
  const story = (): string =>
    [...new Set(stretch.samples.map(({ state: one, text }) => `${one}: ${text}`))].join("\n  ");
  const { min = 0, max = 1 } = live ?? { min: 1 };
  assert.ok(
    liveShare >= min && liveShare <= max,
    `live ${liveShare} of the time, not ${min} to ${max}; ${world.describe()}\n  ${story()}`,
  );
  assert.ok(
    stretch.texts.length === texts.length &&
      stretch.texts.every((text, index) => matches(text, texts[index])),
    `shown:\n  ${stretch.texts.join("\n  ")}\nexpected:\n  ${texts.join("\n  ")}\n  ${story()}`,
  );
  if (state !== undefined) assert.equal(stretch.samples.at(-1)?.state, state, world.describe());
}

function matches(text: string, expected: RegExp | string | undefined): boolean {
  return expected instanceof RegExp ? expected.test(text) : text === expected;
}

function assertNoStorm({ proxy: { arrivals } }: World, max = maxPerTenSeconds): void {
  let first = 0;
  arrivals.forEach(({ at }, index) => {
    while (at - (arrivals[first]?.at ?? at) >= seconds(10)) first += 1;
    const count = index - first + 1;
    assert.ok(
      count <= max,
      `${count} in ten seconds:\n  ${listed(arrivals.slice(first, index + 1))}`,
    );
  });
}

function listed(arrivals: readonly Arrival[]): string {
  return arrivals.map(({ at, kind, methods }) => `${at} ${kind} ${methods.join(" ")}`).join("\n  ");
}

function assertNoSecrets({ log }: World): void {
  const secrets = [credentials.apiKey, credentials.password];
  const leaked = log.filter((line) => secrets.some((secret) => line.includes(secret)));
  assert.deepEqual(leaked, [], "secrets in the log");
}
