import * as l10n from "@vscode/l10n";
import { type CallOutcome, type ServerRow } from "../../shared/call/callApi";
import { notSent } from "./callError";
import { type CallSender, type SenderParts } from "./callSender";
import { type SentCall } from "./sentCall";
import { type CallTarget } from "../common/callTarget";
import { clearanceOf } from "./clearance";

/** Of larger results only the size is shown, because several are shown side by side. */
const maxRowBytes = 1024 * 1024;

export interface RunParts extends Pick<SenderParts, "specOf" | "isReadOnly" | "confirm"> {
  readonly sender: Pick<CallSender, "hazardsOf" | "send">;
}

export type NotRun = Extract<CallOutcome, { kind: "error" | "refused" }>;

export interface ServerChoice {
  readonly id: string;
  readonly name: string;
}

export interface RunOptions {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export interface RunEvents {
  /** The call is sent now, to the servers of these names. */
  readonly onStart: (servers: readonly string[]) => void;
  /** @param index of the server. */
  readonly onRow: (index: number, row: ServerRow) => void;
}

/**
 * Sends one call to several servers concurrently, with one confirmation for all. Never rejects.
 * @returns why nothing was sent, if nothing was.
 */
export async function runOnServers(
  { serverId, method, params }: CallTarget,
  servers: readonly ServerChoice[],
  options: RunOptions,
  { onStart, onRow }: RunEvents,
  parts: RunParts,
): Promise<NotRun | undefined> {
  const clearance = clearanceOf(parts.specOf(serverId, method), {
    servers: servers.map(({ name }) => name),
    readOnly: servers.filter(({ id }) => parts.isReadOnly(id)).map(({ name }) => name),
    attended: true,
    hazards: servers.flatMap(({ id }) => parts.sender.hazardsOf(id, method)),
    params,
  });
  if (clearance.kind === "refuse") return notSent(clearance.text);
  if (clearance.kind === "ask" && !(await parts.confirm(clearance.question))) {
    return { kind: "refused" };
  }
  onStart(servers.map(({ name }) => name));
  const runs = servers.map(async ({ id }, index) => {
    const target = { serverId: id, method, ...(params !== undefined && { params }) };
    const call = await parts.sender.send(target, { ...options, attended: undefined });
    onRow(index, await rowOf(call));
  });
  await Promise.all(runs);
  return undefined;
}

async function rowOf({ serverName, tookMs, outcome }: SentCall): Promise<ServerRow> {
  const row = { server: serverName, tookMs };
  if (outcome.kind === "error") return { ...row, state: "error", text: outcome.text };
  if (outcome.kind !== "ok") {
    const { text = l10n.t("Canceled.") } = outcome.kind === "cancelled" ? outcome : {};
    return { ...row, state: "error", text };
  }
  const { raw, notice } = outcome.result;
  if (notice !== undefined) return { ...row, state: "error", text: notice };
  const json = raw.length <= maxRowBytes ? await outcome.result.text(false) : undefined;
  return { ...row, state: "ok", bytes: raw.length, ...(json !== undefined && { json }) };
}
