import { deepStrictEqual } from "node:assert/strict";
import { FakeClock } from "../builders/fakeClock";
import { minute } from "../simulator/fleet/simNode";
import { isRecord } from "../simulator/json";
import { type Simulator, startSimulator } from "../simulator/simulator";
import { type Recording, readLines, readRecording, recordedVersions } from "./recordedResponses";
import { type Answer, replay } from "./simulator/replay";
import { differences, shapeOf } from "./simulator/shape";

/** Recordings that the simulator does not repeat. Nothing else is left out. */
const leftOut: Readonly<Record<string, string>> = {};

/** These responses are the same to the letter, all of them. */
const sameText = /^(help|methods)/;

for (const version of recordedVersions) {
  describe(`Simulator ${version}: recorded responses`, () => {
    const clock = new FakeClock(Date.parse("2026-11-22T12:22:20.456Z"));
    const lines = readLines(version);
    let simulator: Simulator;
    /** Its agents never report. */
    let idle: Simulator;

    before(async () => {
      simulator = await startSimulator({ profile: version, nodes: 23, seed: 7, clock });
      // Gone as lately as on the recorded server: its last hour still has pings.
      const { uuid } = simulator.fleet.member("leaves");
      simulator.fleet.edit(uuid, { presence: { kind: "left", at: clock.now() - 3 * minute } });
      idle = await startSimulator({ profile: version, nodes: 23, seed: 7, clock });
      idle.fleet.holdAgents(clock.now());
      idle.restart();
    });
    after(() => Promise.all([simulator.stop(), idle.stop()]));

    const names = lines.map((line) => readRecording(line).name);
    for (const group of new Set(names.map(groupOf))) {
      it(`responses ${group} as recorded`, async () => {
        const rename = renaming(lines, simulator);
        const found: string[] = [];
        for (const line of lines) {
          const { name } = readRecording(line);
          if (groupOf(name) !== group || name in leftOut) continue;
          const recording = readRecording(rename(line));
          const answer = name.startsWith("idle-")
            ? await replay(ofNewcomer(recording, idle), { url: idle.url, sessionToken: "" })
            : await inItsState(recording, simulator);
          found.push(...unlike(recording, answer).map((difference) => `${name}: ${difference}`));
        }
        deepStrictEqual(found, []);
      });
    }
  });
}

function groupOf(name: string): string {
  return name.split("-", 1)[0] ?? name;
}

/** Puts the uuids and tokens of the simulator in the place of the recorded ones. */
function renaming(lines: readonly string[], simulator: Simulator): (line: string) => string {
  const line = lines.find((candidate) => readRecording(candidate).name === "nodes-apikey") ?? "{}";
  const { response } = readRecording(line);
  const nodes =
    isRecord(response) && isRecord(response.result) ? Object.values(response.result) : [];
  const pairs = nodes.filter(isRecord).flatMap((recorded) => {
    const role = String(recorded.remark).replace("sim:", "");
    const own = simulator.fleet.member(role);
    return [
      [String(recorded.uuid), own.uuid],
      [String(recorded.token), own.token],
    ] as const;
  });
  return (text) => pairs.reduce((result, [from, to]) => result.replaceAll(from, to), text);
}

/** Replays with the simulator set up as the server was. */
async function inItsState(recording: Recording, simulator: Simulator): Promise<Answer> {
  const { name } = recording;
  const { knobs } = simulator;
  const switchedOn = name === "private-while-connected-ws";
  knobs.privateSite = name.startsWith("private") && !switchedOn;
  knobs.guide = name.startsWith("guide-") ? "installing" : "none";
  knobs.sendIpToGuest = name === "nodes-masked-ip";
  return replay(recording, {
    url: simulator.url,
    sessionToken: simulator.signIn(),
    whenOpen: () => {
      if (switchedOn) knobs.privateSite = true;
    },
  });
}

/** The recorded server had no history at all when it was idle; of ours, only the newest node has none. */
function ofNewcomer(recording: Recording, { fleet }: Simulator): Recording {
  const [recorded, own] = [fleet.member("web-2").uuid, fleet.member("newcomer").uuid];
  return { ...recording, request: recording.request.replaceAll(recorded, own) };
}

/** Where the response is not as recorded. */
function unlike(recording: Recording, answer: Answer): string[] {
  const found = differences(shapeOf(answer.response), shapeOf(recording.response));
  const httpLike = JSON.stringify(answer.http) === JSON.stringify(recording.http);
  if (!httpLike)
    found.push(`${JSON.stringify(answer.http)}, not ${JSON.stringify(recording.http)}`);
  const said = exact(answer.response, recording.name);
  const wanted = exact(recording.response, recording.name);
  if (said !== wanted) found.push(`${said}, not ${wanted}`);
  return found;
}

/** What must be the same to the letter: ids, error codes and messages, REST messages, help. */
function exact(response: unknown, name: string): string {
  if (sameText.test(name)) return JSON.stringify(response);
  if (Array.isArray(response)) return response.map((item) => exact(item, name)).join();
  if (!isRecord(response)) return "";
  const { id, error, message, status } = response;
  const { code, message: reason } = isRecord(error) ? error : {};
  return JSON.stringify({ id, code, reason, message, status });
}
