// A key in a request of 1 MB on the page of a call, in Chromium: its own work beside JSON.parse of the same text there,
// and what follows when typing pauses beside a bare textarea with the same text.
import { callSetup, methodSpec, named, param } from "../webview/harness/callData";
import { type CallPage, openCallPage } from "../webview/harness/callPage";
import { type Figure, report } from "./figure";
import { percentile } from "./stopwatch";

const itemCount = 6_000;
const rounds = 6;

interface Cost {
  /** JSON.parse of the text. */
  readonly parseMs: number;
  /** A textarea that is given the text, and drawn. */
  readonly bareMs: number;
  /** What the page does in the event of the key. */
  readonly keyMs: number;
  /** The longest that other tasks wait when typing pauses, drawing included. */
  readonly blockMs: number;
}

declare global {
  interface Window {
    typed: { startMs: number; keyMs: number };
  }
}

/** Runs in the page: measures the floors, and puts the caret into the middle of the text. */
async function prepare(label: string): Promise<Pick<Cost, "parseMs" | "bareMs">> {
  const area = document.querySelector(`textarea[aria-label="${label}"]`);
  if (!(area instanceof HTMLTextAreaElement)) throw new Error("there is no such text");
  const parseStart = performance.now();
  JSON.parse(area.value);
  const bareStart = performance.now();
  const bare = document.createElement("textarea");
  document.body.append(bare);
  bare.value = area.value;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const bareMs = performance.now() - bareStart;
  bare.remove();
  area.focus();
  const at = area.value.indexOf("name", area.value.length / 2);
  area.setSelectionRange(at, at);
  const onStart = () => (window.typed = { startMs: performance.now(), keyMs: NaN });
  const onEnd = () => (window.typed.keyMs = performance.now() - window.typed.startMs);
  // Before and after the listeners of the page.
  window.addEventListener("input", onStart, { capture: true, once: true });
  window.addEventListener("input", onEnd, { once: true });
  return { parseMs: bareStart - parseStart, bareMs };
}

/** Runs in the page: waits for what follows a key. */
async function settled(): Promise<Pick<Cost, "keyMs" | "blockMs">> {
  const channel = new MessageChannel();
  const turn = () =>
    new Promise((resolve) => {
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(undefined);
    });
  let blockMs = 0;
  let last = performance.now();
  const { startMs, keyMs } = window.typed;
  while (last < startMs + 2_000) {
    await turn();
    blockMs = Math.max(blockMs, performance.now() - last);
    last = performance.now();
  }
  return { keyMs, blockMs };
}

function requestJson(): string {
  const nodes = Array.from({ length: itemCount }, (_, index) => ({
    uuid: `3c9f1f3e-0000-4000-8000-${String(index).padStart(12, "0")}`,
    name: `node ${index}`,
    token: `t${index}`,
    tags: ["a", "b"],
    hidden: index % 2 === 0,
  }));
  return JSON.stringify({ nodes, force: true });
}

async function costsOf({ page }: CallPage, label: string): Promise<readonly Cost[]> {
  const costs: Cost[] = [];
  for (let round = 0; round < rounds; round++) {
    const floors = await page.evaluate(prepare, label);
    await page.keyboard.insertText("x");
    costs.push({ ...floors, ...(await page.evaluate(settled)) });
  }
  return costs.slice(1);
}

function figuresOf(place: string, costs: readonly Cost[]): readonly Figure[] {
  const p25 = (part: keyof Cost) =>
    percentile(
      costs.map((each) => each[part]),
      0.25,
    );
  const [key, parse, block, bare] = [p25("keyMs"), p25("parseMs"), p25("blockMs"), p25("bareMs")];
  return [
    {
      what: `a key in 1 MB, ${place}`,
      against: "JSON.parse in the page",
      ratio: key / parse,
      goal: 1,
      absolute: { value: key, floor: parse, unit: "ms", goal: 16 },
    },
    {
      what: `the pause after it: longest block`,
      against: "a bare textarea",
      ratio: block / bare,
      goal: 4,
      absolute: { value: block, floor: bare, unit: "ms" },
    },
  ];
}

async function main(): Promise<void> {
  const nodes = param("nodes", { type: { kind: "json" }, typeText: "object[]" });
  const force = param("force", { type: { kind: "boolean" } });
  const setup = callSetup({ method: methodSpec({ params: named([nodes, force]) }) });
  const panel = await openCallPage({ setup });
  try {
    await panel.notify("fill", { params: requestJson() });
    await panel.settled();
    report([
      ...figuresOf("in the JSON pane", await costsOf(panel, "Parameters as JSON")),
      ...figuresOf("in a field", await costsOf(panel, "nodes")),
    ]);
  } finally {
    await panel.page.context().browser()?.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
