import * as l10n from "@vscode/l10n";
import { type MethodSpec, type ParamSpec, type ParamsSpec } from "../../../shared/call/methodSpec";
import { availabilityText, paramText, riskText, roleText } from "../../../shared/call/methodTexts";
import { clip } from "../../../shared/clip";
import { escapeMarkdown, table } from "../../../shared/markdown";
import { shownName } from "../../../shared/shownName";
import { methodLabel } from "./methodRow";

/** As much of a server's text as a hover has room for. */
const maxText = 1000;
const maxParams = 40;

/** Markdown for a method's hover: its documentation, nothing clickable. */
export function methodTooltip(spec: MethodSpec, denied: boolean): string {
  const { name, summary, description, effect } = spec;
  const available = availabilityText(spec);
  const more = description === summary ? [] : [description];
  const paragraphs = [summary, ...more].flatMap((text) => (text ? [serverText(text)] : []));
  return [
    `**${escapeMarkdown(methodLabel(name))}** · ${riskText(spec)} · ${roleText(spec.role)}`,
    ...(denied ? [l10n.t("Your role can't call this method.")] : []),
    ...paragraphs,
    ...(effect === undefined ? [] : [`*${escapeMarkdown(effect)}*`]),
    ...(available === undefined ? [] : [escapeMarkdown(available)]),
    ...(spec.secondFactor ? [l10n.t("May need a two-factor code.")] : []),
    paramsText(spec.params),
    ...returnsText(spec),
  ].join("\n\n");
}

function returnsText({ returns }: MethodSpec): string[] {
  if (returns === undefined || returns === "") return [];
  return [l10n.t("Returns: {0}", serverText(returns))];
}

function paramsText(params: ParamsSpec): string {
  switch (params.kind) {
    case "unknown":
      return l10n.t("The parameters are not documented.");
    case "whole":
      return [l10n.t("The parameters are a single value:"), table([paramRow(params.value)])].join(
        "\n\n",
      );
    case "named":
      return params.params.length === 0
        ? l10n.t("This method takes no parameters.")
        : table([...params.params.slice(0, maxParams).map(paramRow), ...restRow(params.params)]);
  }
}

function restRow({ length }: readonly ParamSpec[]): readonly (readonly [string, string])[] {
  return length > maxParams ? [["…", ""]] : [];
}

function paramRow(param: ParamSpec): readonly [string, string] {
  const { name, typeText, required } = param;
  const parts = [serverText(typeText), ...(required ? [l10n.t("required")] : [])];
  const type = parts.filter((part) => part !== "").join(" · ");
  return [`**${escapeMarkdown(shownName(name))}** ${type}`.trim(), serverText(paramText(param))];
}

function serverText(text: string): string {
  return escapeMarkdown(clip(text, maxText));
}
