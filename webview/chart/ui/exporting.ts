import * as l10n from "@vscode/l10n";
import { type ChartApi } from "../../../src/shared/chartApi";
import { type Channel, messageOf } from "../../lib/ipc";
import { viewOf } from "../state/panelState";
import { spanText } from "../state/spanText";
import { type SectionPicture } from "./chartSection";
import { type PanelScene, rangeOf, shownLineIds } from "./panelScene";
import { drawPicture } from "./picture";
import { createMenu } from "../../lib/menu";

/**
 * Saves or copies exactly what is visible when it is called.
 *
 * @returns a sentence to announce when something was copied; undefined when the host shows the result.
 * Rejects with what went wrong.
 */
export async function exportPanel(
  { format, target }: ExportRequest,
  scene: PanelScene,
  pictures: readonly SectionPicture[],
  host: Pick<Channel<ChartApi>, "request">,
): Promise<string | undefined> {
  if (format === "png") {
    const blob = await pictureOf(scene, pictures);
    if (target === "file") {
      await host.request("saveImage", new Uint8Array(await blob.arrayBuffer()));
      return undefined;
    }
    await navigator.clipboard.write([new ClipboardItem({ [blob.type]: blob })]);
    return l10n.t("Copied.");
  }
  const { from, to } = rangeOf(scene);
  const done = await host.request("export", {
    format,
    target,
    from,
    to,
    lines: shownLineIds(scene),
  });
  return done && target === "clipboard" ? l10n.t("Copied.") : undefined;
}

function pictureOf(scene: PanelScene, charts: readonly SectionPicture[]): Promise<Blob> {
  const { setup, state, format, times, colors } = scene;
  const { span } = viewOf(state);
  const chosen = span.kind === "between" ? [] : [spanText(span, format, times)];
  const subtitle = [setup.serverName, ...chosen, times.between(rangeOf(scene))].join(" · ");
  return drawPicture({ title: setup.title, subtitle, charts }, colors.plot);
}

export function exportFailure(error: unknown): string {
  return l10n.t("Export failed: {0}", messageOf(error));
}

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
  return createMenu({
    text: l10n.t("Export"),
    icon: "export",
    title: l10n.t("Save or copy these charts"),
    entries: entries.map(([text, request]) => [text, () => onChosen(request)]),
  });
}
