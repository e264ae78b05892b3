import * as l10n from "@vscode/l10n";
import { type Fleet } from "../../../fleet/fleet";
import { type NodeFacts } from "../../../fleet/nodes/nodeFacts";
import { pickOne } from "../../../platform/quickInput/pickOne";
import { plainLabel } from "../../../platform/plainText";
import { previewInput } from "../../../platform/quickInput/previewInput";
import { type Format } from "../../../shared/format";
import { nodeLabel } from "../../common/nodeRef";
import { rowPresets } from "./rowPresets";
import { fillTemplate, parseTemplate, partGap } from "../rows/nodeRowTemplate";
import { rowTokens } from "../rows/rowTokens";

/** What is chosen is the setting `komari.nodes.description`. */
export interface RowsChoice {
  readonly template: { readonly value: string };
  readonly write: (template: string) => Promise<void>;
  readonly format: Format;
}

/** What rows show: one of some, each with what it makes of a node, or a template of the user's own. */
export async function chooseRows(fleet: Pick<Fleet, "servers">, choice: RowsChoice): Promise<void> {
  const { format, write } = choice;
  const written = choice.template.value;
  const example = (template: string) => exampleOf(fleet.servers, template, format);
  const presets = rowPresets();
  const current = presets.find(({ template }) => template === written)?.label ?? "";
  const label = await pickOne({
    title: l10n.t("Rows Show"),
    placeholder: l10n.t("Select what to show next to each node"),
    choices: [
      ...presets.map(({ label, template }) => ({
        value: label,
        label,
        description: plainLabel(example(template)?.text ?? template),
      })),
      { value: "", label: l10n.t("Custom Template…") },
    ],
    current,
  });
  if (label === undefined) return;
  const preset = presets.find((each) => each.label === label);
  const template = preset?.template ?? (await askTemplate(written, example));
  if (template !== undefined) await write(template);
}

async function askTemplate(
  value: string,
  example: (template: string) => Example | undefined,
): Promise<string | undefined> {
  const tokens = Object.keys(rowTokens).map((token) => `{${token}}`);
  return previewInput({
    title: l10n.t("Row Template"),
    help: l10n.t("Two spaces separate the parts. Tokens: {0}", tokens.join(" ")),
    value,
    preview: (template) => {
      const shown = example(template);
      return shown === undefined
        ? l10n.t("No node to preview.")
        : l10n.t("Preview: {0}", `${shown.name}${partGap}${shown.text}`);
    },
  });
}

interface Example {
  readonly name: string;
  readonly text: string;
}

/** What the template makes of the first node that is online, of those with a quota and an expiry if there are any. */
function exampleOf(
  servers: Fleet["servers"],
  template: string,
  format: Format,
): Example | undefined {
  const candidates = servers.flatMap((server) =>
    Array.from(server.nodes.values(), (node) => ({ server, node })),
  );
  const isOnline = ({ server, node }: (typeof candidates)[number]) =>
    server.presence(node.uuid) === "online";
  const online = candidates.filter(isOnline);
  const isComplete = ({ node }: (typeof candidates)[number]) =>
    node.trafficLimit !== undefined && node.trafficLimit > 0 && node.expiry?.kind === "at";
  const { server, node } = online.find(isComplete) ?? online[0] ?? candidates[0] ?? {};
  if (server === undefined || node === undefined) return undefined;
  const facts: NodeFacts = {
    node,
    status: server.status(node.uuid),
    presence: server.presence(node.uuid) ?? "neverReported",
    troubles: [],
  };
  const parts = fillTemplate(parseTemplate(template), facts, {
    format,
    serverTime: server.serverTime(),
  });
  return { name: nodeLabel(node), text: parts.join(partGap) };
}
