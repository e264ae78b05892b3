import { type Format } from "../../shared/format";
import { diskShare, memoryShare, type NodeFacts, swapShare } from "./nodeFacts";

/** What may stand between braces in the setting `komari.nodes.description`. */
const tokens = {
  cpu: ({ status }, format) => map(status?.cpu, format.percent),
  memory: (facts, format) => map(memoryShare(facts), format.percent),
  swap: (facts, format) => map(swapShare(facts), format.percent),
  disk: (facts, format) => map(diskShare(facts), format.percent),
  down: ({ status }, format) => map(status?.networkIn, format.shortRate),
  up: ({ status }, format) => map(status?.networkOut, format.shortRate),
  load: ({ status }, format) => map(status?.load1, (load) => format.number(load, 1)),
  processes: ({ status }, format) => map(status?.processes, format.number),
  connections: ({ status }, format) => map(status?.tcpConnections, format.number),
  uptime: ({ status }, format) => map(status?.uptimeSeconds, (s) => format.duration(coarse(s))),
  totalDown: ({ status }, format) => map(status?.totalDown, format.bytes),
  totalUp: ({ status }, format) => map(status?.totalUp, format.bytes),
  ping: ({ status }, format) => map(averageOf(status?.ping, "latest"), format.milliseconds),
  loss: ({ status }, format) => map(averageOf(status?.ping, "loss"), format.percent),
  os: ({ node }) => node.os,
  region: ({ node }) => node.region,
  group: ({ node }) => node.group,
} satisfies Record<string, (facts: NodeFacts, format: Format) => string | undefined>;

export const rowTokens = Object.keys(tokens);

/** Stands for what is unknown: never a zero. */
const unknown = "–";

/** Fills the template; words in unknown braces stay as they are, so that a typo can be seen. */
export function fillTemplate(template: string, facts: NodeFacts, format: Format): string {
  return template.replace(/\{(\w+)\}/g, (written, name: string) => {
    const token = Object.hasOwn(tokens, name) ? tokens[name as keyof typeof tokens] : undefined;
    return token === undefined ? written : (token(facts, format) ?? unknown);
  });
}

function map(value: number | undefined, format: (value: number) => string): string | undefined {
  return value === undefined ? undefined : format(value);
}

/** Rows are not clocks: minutes are enough. */
function coarse(seconds: number): number {
  return seconds < 60 ? seconds : seconds - (seconds % 60);
}

function averageOf(
  pings: readonly { readonly latest: number | undefined; readonly loss: number | undefined }[] = [],
  field: "latest" | "loss",
): number | undefined {
  const values = pings.map((ping) => ping[field]).filter((value) => value !== undefined);
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
