import * as l10n from "@vscode/l10n";
import { type NodeFacts, quotaShare, totalOf, trafficUsed } from "../../../fleet/nodes/nodeFacts";
import { type NodeAddress, type NodeHead } from "../../../shared/chartApi";
import { clip } from "../../../shared/clip";
import { type Format } from "../../../shared/format";
import { joinList } from "../../../shared/joinList";
import { metrics } from "../../../shared/metrics";
import { expiryDateText, priceText } from "../../../shared/nodes/contractText";
import { shownHealth } from "../../../shared/nodes/presence";
import { presenceText } from "../../../shared/nodes/presenceText";
import { reasonText } from "../../../shared/nodes/reasonText";
import { singleLine } from "../../../shared/singleLine";
import { coresText } from "../../common/coresText";
import { nodeLabel } from "../../common/nodeRef";
import { type Regions } from "../../nodes/arrange/regions";

export interface HeadContext extends Pick<NodeHead, "favorite" | "place"> {
  readonly format: Format;
  readonly regions: Regions;
  /** Milliseconds since the last report; undefined: none. */
  readonly age: number | undefined;
  /** By the server's clock. */
  readonly serverTime: number;
}

/** What the head of a node's page says. */
export function nodeHead(facts: NodeFacts, context: HeadContext): NodeHead {
  const { node, troubles } = facts;
  const { format, favorite, place } = context;
  const [worst] = troubles;
  return {
    health: shownHealth(facts),
    name: nodeLabel(node),
    reason: worst === undefined ? "" : reasonText(worst, format),
    state: stateText(facts, context),
    machine: known([
      uptimeText(facts, format),
      systemText(node),
      cpuText(node),
      ...sizes(facts, format),
    ]),
    addresses: addressesOf(node),
    contract: known([
      ...placeOf(facts, context),
      priceOf(node, format),
      expiryDateText(node, context.serverTime, format),
      trafficText(facts, format),
    ]),
    details: detailsOf(facts, context),
    favorite,
    place,
  };
}

function stateText({ presence }: NodeFacts, { age, format }: HeadContext): string {
  const state = presenceText(presence);
  return age === undefined ? state : l10n.t("{0}, reported {1}", state, format.ago(age));
}

function uptimeText({ status, presence }: NodeFacts, format: Format): string | undefined {
  const seconds = status?.uptimeSeconds;
  if (seconds === undefined || presence === "offline") return undefined;
  return l10n.t("Up {0}", format.duration(seconds));
}

function systemText({ os, kernelVersion }: NodeFacts["node"]): string | undefined {
  if (os === undefined) return undefined;
  return kernelVersion === undefined
    ? shown(os)
    : l10n.t("{0}, kernel {1}", shown(os), shown(kernelVersion));
}

function cpuText(node: NodeFacts["node"]): string | undefined {
  const parts = known([node.cpuName && shown(node.cpuName), coresText(node)]);
  return parts.length === 0 ? undefined : parts.join(", ");
}

function sizes(facts: NodeFacts, format: Format): readonly (string | undefined)[] {
  const [memory, disk] = [totalOf(facts, "memory"), totalOf(facts, "disk")];
  return [
    memory === undefined ? undefined : l10n.t("{0} memory", format.bytes(memory)),
    disk === undefined ? undefined : l10n.t("{0} disk", format.bytes(disk)),
  ];
}

/** Guests see masked ones, which nobody can use. */
function addressesOf({ ipv4, ipv6 }: NodeFacts["node"]): readonly NodeAddress[] {
  const address = (kind: NodeAddress["kind"], text: string | undefined) =>
    text === undefined || text.includes("*") ? [] : [{ kind, text: shown(text) }];
  return [...address("ipv4", ipv4), ...address("ipv6", ipv6)];
}

function placeOf({ node }: NodeFacts, { regions }: HeadContext): readonly (string | undefined)[] {
  const tags = joinList(node.tags.slice(0, maxTags).map(shown));
  return [node.group && shown(node.group), regions.parse(node.region ?? "")?.name, tags];
}

function priceOf({ price }: NodeFacts["node"], format: Format): string | undefined {
  return price && priceText(price, shown, format);
}

/** "52G of 1T (5%)" of the cycle; without a limit what was counted. */
function trafficText(facts: NodeFacts, format: Format): string | undefined {
  const used = trafficUsed(facts);
  if (used === undefined) return undefined;
  const share = quotaShare(facts);
  const { trafficLimit } = facts.node;
  if (share === undefined || trafficLimit === undefined) {
    return l10n.t("traffic {0}", format.bytes(used));
  }
  const amount = l10n.t("{0} of {1}", format.bytes(used), format.bytes(trafficLimit));
  return l10n.t("traffic {0} ({1})", amount, format.percent(share));
}

/** Everything, also what has no room in the lines. */
function detailsOf(facts: NodeFacts, context: HeadContext): NodeHead["details"] {
  const { node, status } = facts;
  const { format, regions } = context;
  const bytes = (value: number | undefined) =>
    value === undefined ? undefined : format.bytes(value);
  const gpus = status?.gpus?.map(({ name }) => name && shown(name)) ?? [
    node.gpuName && shown(node.gpuName),
  ];
  const all: readonly (readonly [string, string | undefined])[] = [
    [l10n.t("Name"), nodeLabel(node)],
    ["UUID", node.uuid],
    ["IPv4", node.ipv4 && shown(node.ipv4)],
    ["IPv6", node.ipv6 && shown(node.ipv6)],
    [l10n.t("Group"), node.group && shown(node.group)],
    [l10n.t("Region"), regions.parse(node.region ?? "")?.name],
    [l10n.t("Tags"), joinList(node.tags.map(shown))],
    [l10n.t("System"), systemText(node)],
    [metrics.cpu.label(), cpuText(node)],
    [metrics.gpu.label(), joinList(known(gpus))],
    [metrics.memory.label(), bytes(totalOf(facts, "memory"))],
    [metrics.swap.label(), bytes(totalOf(facts, "swap"))],
    [metrics.disk.label(), bytes(totalOf(facts, "disk"))],
    [
      l10n.t("Uptime"),
      status?.uptimeSeconds === undefined ? undefined : format.duration(status.uptimeSeconds),
    ],
    [l10n.t("Price"), priceOf(node, format)],
    [l10n.t("Expiry"), expiryDateText(node, context.serverTime, format)],
    [l10n.t("Traffic"), trafficText(facts, format)],
    [l10n.t("Added"), node.createdAt === undefined ? undefined : format.utcDate(node.createdAt)],
    [l10n.t("Agent"), node.agentVersion && shown(node.agentVersion)],
    [l10n.t("Remark"), node.remark && shown(node.remark)],
    [l10n.t("Public remark"), node.publicRemark && shown(node.publicRemark)],
  ];
  return all.flatMap(([label, value]) =>
    value === undefined || value === "" ? [] : [[label, value]],
  );
}

const maxTags = 5;
const maxLength = 300;

/** Text of a server, on one line. */
function shown(text: string): string {
  return clip(singleLine(text).trim(), maxLength);
}

function known(parts: readonly (string | undefined)[]): readonly string[] {
  return parts.flatMap((part) => (part === undefined || part === "" ? [] : [part]));
}
