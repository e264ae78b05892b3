import { deepStrictEqual, ok } from "node:assert/strict";
import { FakeClock } from "../builders/fakeClock";
import { settle } from "../builders/settle";
import { isRecord } from "../simulator/json";
import { type ProfileName } from "../simulator/profiles/profiles";
import { type Simulator, startSimulator } from "../simulator/simulator";
import { type DescribedCase, describedCases } from "./describedCases";
import { replay } from "./simulator/replay";
import { differences, shapeOf } from "./simulator/shape";

/** The nodes that the invented uuids of a case stand for, when not these. */
const usual = ["web-1", "gpu", "web-2"];
const others: Readonly<Record<string, readonly string[]>> = {
  "file-offline": ["leaves"],
  "switch-offline": ["leaves"],
  "file-old-agent": ["db"],
};

/** What a server of each profile answers, by file; of help and errors those that are of that server. */
const ofProfile: Readonly<Partial<Record<ProfileName, readonly (readonly [string, RegExp])[]>>> = {
  "1.6.1": [
    ["methods-1.6.1", /./],
    ["help", /^help-admin-(?:switchAgentVersion|fileList|getAgentStartupConfig)$/],
    ["admin-1.6", /^(?!last-run-first$)/],
    ["files", /./],
    ["status-gpu", /./],
    ["errors", /^(?:file-|login-|second-|switch-|removed-)/],
  ],
};

for (const [profile, files] of Object.entries(ofProfile)) {
  describe(`simulator ${profile} against the described answers`, () => {
    const clock = new FakeClock(Date.parse("2026-11-20T10:15:32.456Z"));
    let simulator: Simulator;
    beforeEach(async () => {
      simulator = await startSimulator({ profile: profile as ProfileName, seed: 7, clock });
      for (const key of usual) {
        const { uuid } = simulator.fleet.member(key);
        simulator.fleet.edit(uuid, { facts: { version: "1.5.10" } });
      }
      simulator.fleet.edit(simulator.fleet.member("db").uuid, { facts: { version: "1.1.40" } });
    });
    afterEach(() => simulator.stop());

    for (const [file, names] of files) {
      const cases = describedCases(file).filter(({ name }) => names.test(name));
      it(`answers ${file} as described, ${cases.length} times`, async () => {
        ok(cases.length > 0);
        const found: string[] = [];
        for (const each of cases) {
          const unlike = await unlikeIn(each, simulator, clock);
          found.push(...unlike.map((difference) => `${each.name}: ${difference}`));
        }
        deepStrictEqual(found, []);
        deepStrictEqual(simulator.journal.errors, []);
      });
    }
  });
}

/** Where the simulator does not answer a case as described. */
async function unlikeIn(
  described: DescribedCase,
  simulator: Simulator,
  clock: FakeClock,
): Promise<string[]> {
  const { recording } = described.with((number) => {
    const key = (others[described.name] ?? usual)[number - 1];
    return key === undefined ? undefined : simulator.fleet.member(key).uuid;
  });
  simulator.knobs.twoFactor = described.name === "second-factor";
  const target = { url: simulator.url, sessionToken: simulator.signIn() };
  const asked =
    described.method === undefined ? undefined : simulator.journal.next(described.method);
  const answering = replay(recording, target);
  await asked;
  await settle();
  // Whatever the server waits for has come, or does not come any more.
  clock.advance(100_000);
  const answer = await answering;
  const http = JSON.stringify(answer.http) === JSON.stringify(recording.http) ? [] : ["http"];
  const [actual, wanted] = [exact(answer.response), exact(recording.response)];
  return [
    ...http.map(() => `${JSON.stringify(answer.http)}, not ${JSON.stringify(recording.http)}`),
    ...differences(shapeOf(answer.response), shapeOf(recording.response)),
    ...(actual === wanted ? [] : [`${actual}, not ${wanted}`]),
  ];
}

/** What must be the same to the letter: ids and errors, and the names of methods and their help. */
function exact(response: unknown): string {
  if (!isRecord(response)) return "";
  const { id, error, result } = response;
  const isHelp = isRecord(result) && "summary" in result;
  const isNames = Array.isArray(result) && typeof result[0] === "string";
  return JSON.stringify({ id, error, result: isHelp || isNames ? result : undefined });
}
