import * as l10n from "@vscode/l10n";
import { env } from "vscode";
import { type KomariNode } from "../../../komari/model/model";
import { pickOne } from "../../../platform/quickInput/pickOne";
import { plainLabel, plainText } from "../../../platform/plainText";
import { singleLine } from "../../../shared/singleLine";
import { nodeLabel } from "../../common/nodeRef";

/** Lets the user pick which of a node's names and addresses to copy. */
export async function copyNode(node: KomariNode): Promise<void> {
  const fields: readonly (readonly [label: string, value: string | undefined])[] = [
    [l10n.t("Name"), nodeLabel(node)],
    ["UUID", node.uuid],
    ["IPv4", node.ipv4],
    ["IPv6", node.ipv6],
  ];
  const value = await pickOne<string | undefined>({
    title: l10n.t("Copy from {0}", plainText(nodeLabel(node))),
    placeholder: l10n.t("Select what to copy"),
    choices: fields.flatMap(([label, text]) => {
      const line = singleLine(text ?? "").trim();
      return line === "" ? [] : [{ value: line, label, description: plainLabel(line) }];
    }),
    current: undefined,
  });
  if (value !== undefined) await env.clipboard.writeText(value);
}
