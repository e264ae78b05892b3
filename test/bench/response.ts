// A response of 16 MB on the page of a call, in Chromium, beside JSON.parse of the same text there.
import { responseOf, recordsJson, resultOf } from "../webview/harness/responseData";
import { type CallPage, openCallPage } from "../webview/harness/callPage";
import { type Figure, report } from "./figure";

const rows = 24_500;
const rounds = 5;

/** Runs in the page: the time from the message to the first row on the screen, in JSON.parses. */
async function firstPaint([clear, message, json]: readonly [unknown, unknown, string]) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const isThere = () => document.querySelector("[role=treeitem]") !== null;
  window.postMessage(clear, "*");
  while (isThere()) await frame();
  const parseBegan = performance.now();
  JSON.parse(json);
  const began = performance.now();
  window.postMessage(message, "*");
  while (!isThere()) await frame();
  return (performance.now() - began) / (began - parseBegan);
}

/** Runs in the page: types into the search; the longest that other tasks wait, in JSON.parses. */
async function maxWait([query, json]: readonly [string, string]) {
  const parseBegan = performance.now();
  JSON.parse(json);
  const parsed = performance.now() - parseBegan;
  const input = document.querySelector<HTMLInputElement>("[role=search] input");
  if (input === null) throw new Error("there is no search");
  const channel = new MessageChannel();
  const turn = () =>
    new Promise((resolve) => {
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(undefined);
    });
  let longest = 0;
  let last = performance.now();
  input.value = query;
  input.dispatchEvent(new Event("input"));
  const count = document.querySelector(".find-count");
  while (!/of \d+$/.test(count?.textContent ?? "")) {
    await turn();
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }
  return longest / parsed;
}

async function measure({ page }: CallPage): Promise<readonly Figure[]> {
  const json = recordsJson(rows);
  const message = (outcome: Parameters<typeof responseOf>[0]) => ({
    method: "answer",
    params: responseOf(outcome),
  });
  const [clear, answer] = [message({ kind: "cancelled" }), message(resultOf(json))];
  const paints: number[] = [];
  const waits: number[] = [];
  for (let round = 0; round < rounds; round++) {
    paints.push(await page.evaluate(firstPaint, [clear, answer, json] as const));
    waits.push(await page.evaluate(maxWait, ["e", json] as const));
  }
  const against = "JSON.parse in the page";
  return [
    { what: "16 MB until the first row", against, ratio: Math.min(...paints), goal: 6 },
    { what: "search in 16 MB: longest block", against, ratio: Math.min(...waits), goal: 1 },
  ];
}

async function main(): Promise<void> {
  const panel = await openCallPage();
  try {
    report(await measure(panel));
  } finally {
    await panel.page.context().browser()?.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
