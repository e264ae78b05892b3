import * as l10n from "@vscode/l10n";
import { button, element } from "../../lib/dom";
import { createPopover } from "../../lib/popover";

export interface ExportRequest {
  readonly format: "csv" | "json" | "png";
  readonly target: "file" | "clipboard";
}

export function createExportMenu(onChosen: (request: ExportRequest) => void): HTMLElement {
  const entries: readonly (readonly [string, ExportRequest])[] = [
    [l10n.t("Save as CSV…"), { format: "csv", target: "file" }],
    [l10n.t("Save as JSON…"), { format: "json", target: "file" }],
    [l10n.t("Save as Picture…"), { format: "png", target: "file" }],
    [l10n.t("Copy as CSV"), { format: "csv", target: "clipboard" }],
    [l10n.t("Copy as JSON"), { format: "json", target: "clipboard" }],
    [l10n.t("Copy as Picture"), { format: "png", target: "clipboard" }],
  ];
  const list = element(
    "ul",
    { class: "menu" },
    ...entries.map(([text, request]) =>
      element(
        "li",
        {},
        button({
          text,
          onClick: () => {
            popover.close();
            onChosen(request);
          },
        }),
      ),
    ),
  );
  const popover = createPopover({
    text: l10n.t("Export"),
    icon: "export",
    title: l10n.t("Save or copy these charts"),
    content: list,
  });
  return popover.element;
}
