import { isRecord, parseJson } from "../../src/util/json";
import { FakeClock } from "../builders/fakeClock";
import { type ProfileName } from "../simulator/profiles/profiles";
import { credentials, startSimulator } from "../simulator/simulator";

export const nodeCount = 10_000;
const reportMs = 3000;
const pingNames = ["Cloudflare", "上海电信 TCP", "Google DNS"];

/** What a server with 10,000 nodes says to an administrator, as it is on the wire. */
export interface Answers {
  readonly nodes: string;
  readonly statuses: string;
  /** The statuses when every agent has reported again. */
  readonly nextStatuses: string;
}

export async function answersOf(profile: ProfileName): Promise<Answers> {
  const clock = new FakeClock();
  const simulator = await startSimulator({ profile, nodes: nodeCount, clock });
  try {
    const nodes = await ask(simulator.url, "common:getNodes");
    const statuses = await ask(simulator.url, "common:getNodesLatestStatus");
    clock.advance(reportMs);
    const nextStatuses = await ask(simulator.url, "common:getNodesLatestStatus");
    return {
      nodes,
      statuses: withThreePings(statuses),
      nextStatuses: withThreePings(nextStatuses),
    };
  } finally {
    await simulator.stop();
  }
}

/** The text of a response to an administrator. */
export async function ask(url: string, method: string): Promise<string> {
  const response = await fetch(`${url}/api/rpc2`, {
    method: "POST",
    headers: { Authorization: `Bearer ${credentials.apiKey}` },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method }),
  });
  return response.text();
}

/** The simulator's nodes have one to three ping tasks. Those of servers before 1.2 tell none. */
function withThreePings(text: string): string {
  const answer = parseJson(text);
  for (const status of Object.values(resultOf(answer))) {
    if (!isRecord(status) || !isRecord(status.ping)) continue;
    const first = Object.values(status.ping)[0];
    if (!isRecord(first)) continue;
    const pings = pingNames.map((name, index) => [index + 1, { ...first, name }]);
    Object.assign(status, { ping: Object.fromEntries(pings) as unknown });
  }
  return JSON.stringify(answer);
}

/** The result in a JSON-RPC answer. */
export function resultOf(answer: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(answer) || !isRecord(answer.result)) throw new Error("The simulator refused.");
  return answer.result;
}
