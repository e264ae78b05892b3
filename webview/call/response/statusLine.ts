import * as l10n from "@vscode/l10n";
import { type CallResponse } from "../../../src/shared/call/callApi";
import { type Format } from "../../../src/shared/format";
import { button, type Child, element, setText } from "../../lib/dom";
import { icon } from "../../lib/icons";
import { outcomeBadge } from "../state/callTexts";

/** Status of a call: outcome, time, size, transport; and whether secrets are masked. */
export class StatusLine {
  readonly root = element("div", { class: "response-status" });
  readonly #facts = element("div", { class: "response-facts" });
  readonly #secrets = element("span", { class: "fact" });
  readonly #reveal: HTMLButtonElement;

  constructor(
    private readonly format: Format,
    onReveal: () => void,
  ) {
    this.#reveal = button({ text: "", class: "link", onClick: onReveal });
    this.root.append(this.#facts);
  }

  show(response: CallResponse): void {
    const { id, outcome } = response;
    const { icon: sign, text } = outcomeBadge(outcome);
    const { secrets = 0, revealed = false } = outcome.kind === "ok" ? outcome : {};
    this.#secrets.replaceChildren(secretsText(secrets, revealed), " ", this.#reveal);
    this.#facts.replaceChildren(
      element("strong", { class: `outcome ${outcome.kind}` }, icon(sign), text),
      ...factsOf(response, this.format).map((fact) => element("span", { class: "fact" }, ...fact)),
      ...(secrets === 0 ? [] : [this.#secrets]),
    );
    // The history stores no secrets.
    this.#reveal.hidden = id === undefined;
    setText(this.#reveal, revealed ? l10n.t("Mask") : l10n.t("Reveal"));
  }

  /** For the responses of several servers. */
  showText(text: string): void {
    this.#facts.replaceChildren(element("span", { class: "fact" }, text));
  }
}

function factsOf(response: CallResponse, format: Format): readonly (readonly Child[])[] {
  const { id, sentAt, tookMs, transport, outcome } = response;
  if (outcome.kind === "refused") return [];
  const time = element("time", { datetime: isoTime(sentAt) }, format.dateTime(sentAt));
  return [
    [format.milliseconds(tookMs)],
    ...(outcome.kind === "ok" ? [[format.bytes(outcome.bytes)]] : []),
    ...(transport === undefined ? [] : [[transport === "http" ? "HTTP POST" : "WebSocket"]]),
    [time],
    ...(id === undefined ? [[l10n.t("from the history")]] : []),
  ];
}

function isoTime(time: number): string | undefined {
  return Number.isFinite(time) ? new Date(time).toISOString() : undefined;
}

function secretsText(count: number, revealed: boolean): string {
  if (revealed) return count === 1 ? l10n.t("1 secret shown") : l10n.t("{0} secrets shown", count);
  return count === 1 ? l10n.t("1 secret masked") : l10n.t("{0} secrets masked", count);
}
