import { deepStrictEqual, ok } from "node:assert/strict";
import { FakeClock } from "../builders/fakeClock";
import { settle } from "../builders/settle";
import { isRecord } from "../simulator/json";
import { type Knobs } from "../simulator/knobs";
import { type ProfileName } from "../simulator/profiles/profiles";
import { type Simulator, startSimulator } from "../simulator/simulator";
import { asRecording, type Described, readDescribed } from "./describedResponses";
import { replay } from "./simulator/replay";
import { differences, shapeOf } from "./simulator/shape";

/** The nodes that the invented uuids of a case stand for, when not these. */
const usual = ["web-1", "gpu", "web-2"];
const others: Readonly<Record<string, readonly string[]>> = {
  "file-offline": ["leaves"],
  "switch-offline": ["leaves"],
  "file-old-agent": ["db"],
};

const batchOf = (count: number) =>
  JSON.stringify(Array.from({ length: count }, (_unused, id) => ({ ...ping, id: id + 1 })));
const ping = { jsonrpc: "2.0", method: "rpc.ping", id: 1 };

/** How the server is turned for a case, and the request where the file tells it in words. */
const preparations: Readonly<Record<string, { knobs?: Partial<Knobs>; request?: string }>> = {
  "second-factor": { knobs: { twoFactor: true } },
  "retry-later": { knobs: { queryPlaces: 0 } },
  "batch-too-big": { request: batchOf(33) },
  "batch-too-big-413": { knobs: { batchMax: 100, batchRefusal: 413 }, request: batchOf(101) },
  "body-too-big": { request: JSON.stringify({ ...ping, params: "x".repeat(2 ** 20) }) },
  "sockets-full": { knobs: { socketMax: 0 }, request: JSON.stringify(ping) },
  "too-many-keys": {
    request: JSON.stringify({
      ...ping,
      method: "public:queryMetrics",
      params: { metric_keys: Array.from({ length: 33 }, () => "cpu.usage") },
    }),
  },
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
  nekomari: [
    ["methods-nekomari", /./],
    ["help", /^help-admin-(?:fileList|rollAgentUpdate|netcheck)$/],
    ["files", /./],
    ["status-nekomari", /./],
    ["nekomari", /./],
    ["errors", /^(?:file-|login-|retry-|batch-too-big|body-|sockets-|too-many-|point-)/],
  ],
};

for (const [profile, files] of Object.entries(ofProfile)) {
  describe(`Simulator ${profile}: described responses`, () => {
    const clock = new FakeClock(Date.parse("2026-11-20T10:15:32.456Z"));
    let simulator: Simulator;
    beforeEach(async () => {
      const options = { profile: profile as ProfileName, nodes: 70, seed: 7, clock };
      simulator = await startSimulator(options);
      for (const key of usual) {
        const { uuid } = simulator.fleet.member(key);
        simulator.fleet.edit(uuid, { facts: { version: "1.5.10" } });
      }
      simulator.fleet.edit(simulator.fleet.member("db").uuid, { facts: { version: "1.1.40" } });
    });
    afterEach(() => simulator.stop());

    for (const [file, names] of files) {
      const cases = readDescribed(`${file}.json`).filter(({ name }) => names.test(name));
      it(`responses ${file} as described, ${cases.length} times`, async () => {
        ok(cases.length > 0);
        const found: string[] = [];
        // The described statuses of this one are of nodes without a GPU.
        if (file === "status-nekomari") withoutGpu(simulator);
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

function withoutGpu({ fleet }: Simulator): void {
  fleet.edit(fleet.member("gpu").uuid, { facts: { gpu_name: "None" } });
}

/** Where the simulator does not answer a case as described. */
async function unlikeIn(
  described: Described,
  simulator: Simulator,
  clock: FakeClock,
): Promise<string[]> {
  const recording = asRecording(described, (number) => {
    const key = (others[described.name] ?? usual)[number - 1];
    return key === undefined ? undefined : simulator.fleet.member(key).uuid;
  });
  const { knobs, request = recording.request } = preparations[described.name] ?? {};
  const before = { ...simulator.knobs };
  Object.assign(simulator.knobs, knobs);
  const target = { url: simulator.url, sessionToken: simulator.signIn() };
  const requested =
    described.method === undefined ? undefined : simulator.journal.next(described.method);
  const answering = replay({ ...recording, request }, target);
  await requested;
  await settle();
  // Whatever the server waits for has come, or does not come any more.
  clock.advance(100_000);
  const answer = await answering;
  Object.assign(simulator.knobs, before);
  const http = JSON.stringify(answer.http) === JSON.stringify(recording.http) ? [] : ["http"];
  const response = answer.response === "" ? null : answer.response;
  const [actual, wanted] = [exact(response), exact(recording.response)];
  return [
    ...http.map(() => `${JSON.stringify(answer.http)}, not ${JSON.stringify(recording.http)}`),
    ...differences(shapeOf(response), shapeOf(recording.response)),
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
