import * as l10n from "@vscode/l10n";
import { pickItems } from "../../platform/quickInput/pickItems";
import { plainText, plainLabel } from "../../platform/plainText";
import { type QuickInputs } from "../../platform/quickInput/quickInputs";
import { type Picker } from "../../shared/call/methodSpec";
import { type PickRequest } from "../../shared/call/callApi";
import { pingRecords } from "../../komari/historyKinds";
import { type KomariApi } from "../../komari/api";
import { type RawCalls } from "../../komari/rawCalls";
import { type KomariNode, type NodeStatus } from "../../komari/model/model";
import { singleLine } from "../../shared/singleLine";
import { isRecord, parseJson } from "../../util/json";
import { nodeItems } from "../common/nodeItems";
import { pingTaskNames } from "./serverNames";

/**
 * Asks for one value or several.
 * @param place the method and the server that they are for.
 * @returns undefined: cancelled.
 */
export async function pickValues(
  inputs: Pick<QuickInputs, "createQuickPick">,
  { param, picker, many, current }: PickRequest,
  place: { readonly method: string; readonly server: string },
  candidates: Promise<readonly Candidate[]>,
): Promise<readonly string[] | undefined> {
  const name = param.charAt(0).toUpperCase() + param.slice(1);
  const chosen = await pickItems(inputs, {
    title: plainText(l10n.t("{0} for {1} on {2}", name, place.method, place.server)),
    placeholder: many ? severalText(picker) : oneText(picker),
    many,
    items: candidates.then((all) =>
      all.map(({ value, label, description }) => ({ key: value, label, description })),
    ),
    picked: current,
  });
  return chosen?.map(({ key }) => key);
}

function oneText(picker: Picker): string {
  switch (picker) {
    case "node":
    case "nodes":
      return l10n.t("Select a node");
    case "pingTask":
      return l10n.t("Select a ping task");
    case "metrics":
      return l10n.t("Select a metric");
    case "method":
      return l10n.t("Select a method");
  }
}

function severalText(picker: Picker): string {
  switch (picker) {
    case "node":
    case "nodes":
      return l10n.t("Select one or more nodes");
    case "pingTask":
      return l10n.t("Select one or more ping tasks");
    case "metrics":
      return l10n.t("Select one or more metrics");
    case "method":
      return l10n.t("Select one or more methods");
  }
}

/** A value that a parameter may take; label and description are sanitized texts of the server. */
export interface Candidate {
  readonly value: string;
  readonly label: string;
  readonly description: string;
}

export interface CandidateServer {
  readonly id: string;
  readonly name: string;
  readonly nodes: ReadonlyMap<string, KomariNode>;
  status(uuid: string): NodeStatus | undefined;
  readonly session: {
    readonly api: Pick<KomariApi, "records">;
    readonly calls: Pick<RawCalls, "call">;
  };
}

/** All values that the server has for this. Rejects as calls do. */
export async function candidatesFor(
  picker: Picker,
  server: CandidateServer,
  methods: readonly string[],
  collator: Intl.Collator,
): Promise<readonly Candidate[]> {
  switch (picker) {
    case "node":
    case "nodes":
      return nodeItems([server], collator).map(({ label, description, node }) => ({
        value: node.uuid,
        label,
        description: [description, node.uuid].filter((part) => part !== "").join(" · "),
      }));
    case "pingTask":
      return (await pingTasks(server)).map(({ id, name }) => candidate(String(id), name));
    case "metrics":
      return await metrics(server);
    case "method":
      return methods.map((method) => candidate(method, method, ""));
  }
}

function candidate(value: string, name: string, description = value): Candidate {
  const shown = (text: string) => plainLabel(singleLine(text));
  return { value, label: shown(name === "" ? value : name), description: shown(description) };
}

/** From the nodes' reports; old servers do not report tasks, so those of a node's records are used. */
async function pingTasks(server: CandidateServer) {
  const uuids = [...server.nodes.keys()];
  const tasks = pingTaskNames(server);
  if (tasks.size > 0) return Array.from(tasks, ([id, name]) => ({ id, name }));
  const uuid = uuids.find((each) => server.status(each)?.online === true) ?? uuids[0];
  return (await server.session.api.records(pingRecords, { uuid, hours: 1 })).tasks;
}

const timeoutMs = 10_000;

async function metrics({ session }: CandidateServer): Promise<readonly Candidate[]> {
  const options = { timeoutMs, signal: AbortSignal.timeout(timeoutMs), readOnly: true };
  const { result } = await session.calls.call("public:listMetricDefinitions", undefined, options);
  const list = parseJson(result.toString("utf8"));
  return (Array.isArray(list) ? list : [])
    .filter(isRecord)
    .flatMap(({ name, description, unit }) => {
      if (typeof name !== "string") return [];
      const words = [description, unit].filter((word) => typeof word === "string" && word !== "");
      return [candidate(name, name, words.join(" · "))];
    });
}
