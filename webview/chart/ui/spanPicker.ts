import * as l10n from "@vscode/l10n";
import { type Span } from "../../../src/shared/chartApi";
import { type Format } from "../../../src/shared/format";
import { type TimeRange, type TimeZone } from "../../../src/shared/times";
import { button, element, newId, setAttributes, setText } from "../../lib/dom";
import { sameSpan } from "../state/history";
import { hoursText, fieldText, readCustomSpan, repeatedText, timeOf } from "../state/spanText";
import { createPopover } from "../../lib/popover";

interface SpanPickerOptions {
  readonly hours: readonly number[];
  readonly keptHours: number | undefined;
  /** What is shown now, and in which zone; undefined: nothing yet. */
  readonly shown: () => { readonly range: TimeRange; readonly zone: TimeZone };
  readonly now: () => number;
  readonly format: Format;
  readonly onChosen: (span: Span) => void;
}

export interface SpanPicker {
  readonly elements: readonly HTMLElement[];
  /** @param chosen the span that is shown when nothing is zoomed. @param zoomed a part of it is shown. */
  readonly update: (chosen: Span, zoomed: boolean) => void;
}

export function createSpanPicker(options: SpanPickerOptions): SpanPicker {
  const choices = choicesOf(options).map(({ span, text, title }) => ({
    span,
    text,
    title,
    button: button({ text, title, class: "choice", onClick: () => options.onChosen(span) }),
  }));
  const { keptHours, now, format } = options;
  let current: Span | undefined;
  let isZoomed = false;
  /** What the form was opened with, and the span of which it is the whole. */
  let opened: { readonly range: TimeRange; readonly chosen: Span | undefined } | undefined;
  const form = createCustomSpanForm(keptHours, now, format, (range) => {
    popover.close();
    const { chosen, range: filled } = opened ?? {};
    const isSame = filled?.from === range.from && filled.to === range.to;
    // Asked for as before: of other times the server may have other steps.
    options.onChosen(isSame && chosen !== undefined ? chosen : { kind: "between", ...range });
  });
  const popover = createPopover({
    text: l10n.t("Custom…"),
    title: l10n.t("Choose start and end"),
    content: form.element,
    onOpen: () => {
      const { range, zone } = options.shown();
      opened = { range, chosen: isZoomed ? undefined : current };
      form.fill(range, zone);
    },
  });
  const custom = popover.element;
  const select = createSpanSelect(choices, options.onChosen);
  const group = element(
    "div",
    { class: "choices", role: "group", "aria-label": l10n.t("Time range") },
    ...choices.map((choice) => choice.button),
  );
  return {
    elements: [group, select.element, custom],
    update: (chosen, zoomed) => {
      current = chosen;
      isZoomed = zoomed;
      for (const choice of choices) {
        const pressed = sameSpan(choice.span, chosen);
        choice.button.setAttribute("aria-pressed", String(pressed));
        choice.button.classList.toggle("zoomed", pressed && zoomed);
      }
      select.update(chosen);
      custom.classList.toggle("chosen", chosen.kind === "between");
    },
  };
}

/** In a narrow page, where there is no room for all of them side by side. */
function createSpanSelect(choices: readonly Choice[], onChosen: (span: Span) => void) {
  const label = l10n.t("Time range");
  const custom = element("option", { value: "custom", disabled: true }, l10n.t("Custom…"));
  const select = element(
    "select",
    { class: "span-select", "aria-label": label, title: label },
    ...choices.map(({ text }, index) => element("option", { value: String(index) }, text)),
    custom,
  );
  select.addEventListener("change", () => {
    const choice = choices[Number(select.value)];
    if (choice !== undefined) onChosen(choice.span);
  });
  return {
    element: select,
    update: (chosen: Span) => {
      const index = choices.findIndex(({ span }) => sameSpan(span, chosen));
      custom.hidden = index >= 0;
      select.value = index >= 0 ? String(index) : "custom";
    },
  };
}

interface Choice {
  readonly span: Span;
  readonly text: string;
  readonly title: string;
}

/** 72 → "Last 3 days". */
function lastText(hours: number): string {
  if (hours === 1) return l10n.t("Last hour");
  return hours < 48 ? l10n.t("Last {0} hours", hours) : l10n.t("Last {0} days", hours / 24);
}

function choicesOf({ hours, format }: SpanPickerOptions): readonly Choice[] {
  return [
    { span: { kind: "live" }, text: l10n.t("Live"), title: l10n.t("Live: the last few minutes") },
    ...hours.map((each) => {
      const text = hoursText(each, format);
      const span = { kind: "last", hours: each } as const;
      return { span, text, title: lastText(each) };
    }),
    { span: { kind: "all" }, text: l10n.t("All"), title: l10n.t("All data") },
  ];
}

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
