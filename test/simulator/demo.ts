import { randomBytes } from "node:crypto";
import { type DemoServer } from "../../src/features/demo/demo";
import { systemClock } from "../../src/util/clock";
import { niceFleet } from "./fleet/niceFleet";
import { minute } from "./fleet/simNode";
import { type Profile } from "./profiles/profile";
import { v143 } from "./profiles/v143";
import { Simulator } from "./simulation";

/** A 1.4.3 that keeps more than its last minute, so that a live chart is full at once. */
const profile: Profile = {
  ...v143,
  http: { ...v143.http, page: () => page },
  status: { ...v143.status, recentMs: 10 * minute },
};

const page = `<!doctype html>
<html lang="en"><head><title>Komari Demo</title></head>
<body><p>This server is simulated by the Komari extension. It has no dashboard.</p></body></html>
`;

/** dist/demo.js: the server of "Try the Demo", on any free loopback port, with a key of its own. */
export async function startDemo(): Promise<DemoServer> {
  const apiKey = randomBytes(24).toString("base64url");
  const simulator = new Simulator({
    profile,
    cast: niceFleet,
    nodes: niceFleet.keys.length,
    seed: 7,
    host: "127.0.0.1",
    port: 0,
    basePath: "",
    clock: systemClock,
    knobs: { apiKey, passwordLogin: false, sitename: "Komari Demo" },
  });
  await simulator.accept();
  return { url: simulator.url, apiKey, stop: () => simulator.stop() };
}
