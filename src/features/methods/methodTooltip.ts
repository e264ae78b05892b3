import * as l10n from "@vscode/l10n";
import { type MethodSpec, type ParamSpec, type ParamsSpec } from "../../shared/call/methodSpec";
import { riskText, roleText } from "../../shared/call/methodTexts";
import { escapeMarkdown, table } from "../../shared/markdown";
import { methodLabel } from "./methodRow";

/** Markdown for a method's hover: its documentation, nothing clickable. */
export function methodTooltip(spec: MethodSpec, denied: boolean): string {
  const { name, summary, description, effect } = spec;
  const told = description === summary ? [] : [description];
  const paragraphs = [summary, ...told].flatMap((text) => (text ? [escapeMarkdown(text)] : []));
  return [
    `**${escapeMarkdown(methodLabel(name))}** · ${riskText(spec)} · ${roleText(spec.role)}`,
    ...(denied ? [l10n.t("Your role may not call it.")] : []),
    ...paragraphs,
    ...(effect === undefined ? [] : [`*${escapeMarkdown(effect)}*`]),
    ...(spec.secondFactor ? [l10n.t("The server may want a two-factor code.")] : []),
    paramsText(spec.params),
    ...returnsText(spec),
  ].join("\n\n");
}

function returnsText({ returns }: MethodSpec): string[] {
  if (returns === undefined || returns === "") return [];
  return [`${l10n.t("Returns")}: ${escapeMarkdown(returns)}`];
}

function paramsText(params: ParamsSpec): string {
  switch (params.kind) {
    case "unknown":
      return l10n.t("Its parameters are not documented.");
    case "whole":
      return [l10n.t("All of its parameters are one value:"), table([paramRow(params.value)])].join(
        "\n\n",
      );
    case "named":
      return params.params.length === 0
        ? l10n.t("It takes no parameters.")
        : table(params.params.map(paramRow));
  }
}

function paramRow(param: ParamSpec): readonly [string, string] {
  const { name, typeText, required, description, fallback } = param;
  const type = [escapeMarkdown(typeText), ...(required ? [l10n.t("required")] : [])]
    .filter((part) => part !== "")
    .join(", ");
  const texts = [
    ...(description === undefined ? [] : [escapeMarkdown(description)]),
    ...(fallback === undefined ? [] : [l10n.t("default: {0}", escapeMarkdown(fallback))]),
  ];
  return [`**${escapeMarkdown(name)}** ${type}`.trim(), texts.join(" · ")];
}
