import * as prettier from "prettier";
import { fromProject } from "../host/paths";
import { type FaultGroup } from "./fault";

const introduction = `# Reliability

What may go wrong between Komari for VS Code and a server, what a user sees then, and what holds all the same.
Each row is a test: \`npm test -- faults\` runs them against the simulated server, behind a proxy that does to
connections, requests and messages what the row says ([testing](testing.md#faults)). The page is written from
\`test/faults/list\` by \`npm run reliability\`.

Unless a row says otherwise: new statuses are shown within 5 s of the end of the fault; there are at most 40
connections, requests and messages in ten seconds; no secret reaches the log; no error stays without a handler, and no
timer stays when the server is removed.
`;

/** docs/reliability.md. */
export async function reliabilityPage(groups: readonly FaultGroup[]): Promise<string> {
  const tables = groups.map(({ title, faults }) => {
    const rows = faults.map(({ id, fault, seen, promise }) =>
      row(fault, seen, promise, `\`${id}\``),
    );
    const head = [row("Fault", "What is seen", "Promise", "Test"), row("-", "-", "-", "-")];
    return `## ${title}\n\n${[...head, ...rows].join("\n")}\n`;
  });
  const count = groups.reduce((sum, { faults }) => sum + faults.length, 0);
  const text = [introduction, `${count} faults.\n`, ...tables].join("\n");
  const options = await prettier.resolveConfig(fromProject("docs/reliability.md"));
  return await prettier.format(text, { ...options, parser: "markdown" });
}

function row(...cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
