import * as l10n from "@vscode/l10n";
import { type Format } from "../../../src/shared/format";
import { type TimeRange, type TimeZone } from "../../../src/shared/times";
import { element, newId, setAttributes, setText } from "../../lib/dom";
import { fieldText, readCustomSpan, repeatedText, timeOf } from "../state/customSpan";

export interface CustomSpanForm {
  readonly element: HTMLFormElement;
  /** Fills the fields with what is shown now. */
  readonly fill: (range: TimeRange, zone: TimeZone) => void;
}

/** @param now by the server's clock. */
export function createCustomSpanForm(
  keptHours: number | undefined,
  now: () => number,
  format: Pick<Format, "duration">,
  onChosen: (range: TimeRange) => void,
): CustomSpanForm {
  let zone: TimeZone = "local";
  let filled: TimeRange | undefined;
  const error = element("p", { class: "field-error", id: newId(), role: "alert" });
  const from = timeField();
  const to = timeField();
  const zoneLabel = element("p", { class: "hint" });
  const form = element(
    "form",
    { class: "custom-span", novalidate: true },
    element("label", {}, l10n.t("Start"), from),
    element("label", {}, l10n.t("End"), to),
    zoneLabel,
    error,
    element("button", { type: "submit", class: "primary" }, l10n.t("Show")),
  );
  const mark = (field: "from" | "to" | undefined, text: string) => {
    setText(error, text);
    for (const [name, input] of [["from", from] as const, ["to", to] as const]) {
      const wrong = field === name;
      setAttributes(input, {
        "aria-invalid": wrong && "true",
        "aria-describedby": wrong && error.id,
      });
      if (wrong) input.focus();
    }
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const read = readCustomSpan(
      { from: from.value, to: to.value },
      ...([zone, now(), keptHours, format, filled] as const),
    );
    if (read.ok) onChosen({ from: read.from, to: read.to });
    mark(read.ok ? undefined : read.field, read.ok ? "" : read.text);
  });
  const nameZone = () => {
    const parts = [
      zone === "utc" ? l10n.t("Times in UTC") : l10n.t("Times in local time"),
      repeatedText(l10n.t("Start"), timeOf(from.value, filled?.from, zone), zone),
      repeatedText(l10n.t("End"), timeOf(to.value, filled?.to, zone), zone),
    ];
    setText(zoneLabel, parts.filter((part) => part !== "").join(" · "));
  };
  for (const field of [from, to]) field.addEventListener("input", nameZone);
  const fill = (range: TimeRange, newZone: TimeZone) => {
    zone = newZone;
    from.value = fieldText(range.from, zone);
    to.value = fieldText(range.to, zone);
    filled = range;
    nameZone();
    mark(undefined, "");
  };
  return { element: form, fill };
}

function timeField(): HTMLInputElement {
  return element("input", { type: "datetime-local", step: "1", max: "9999-12-31T23:59:59" });
}
