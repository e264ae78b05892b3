import { recordedVersions, readRecorded } from "../contract/recordedResponses";
import { describedFiles, readDescribed } from "../contract/describedResponses";
import { isRecord } from "../../src/util/json";

/** What a server answered, from which rubbish grows. */
interface Answer {
  readonly method: string;
  readonly response: unknown;
}

/** More entries of one list or map add only time. */
const maxEntries = 4;
const maxText = 300;
const maxDepth = 12;

/** The same shape with less in it. */
function pruned(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return value.slice(0, maxText);
  if (typeof value !== "object" || value === null || depth > maxDepth) return value;
  if (Array.isArray(value))
    return value.slice(0, maxEntries).map((item) => pruned(item, depth + 1));
  // Maps of nodes are keyed by uuid; objects of named fields keep all of them.
  const entries = Object.entries(value);
  const isMap = entries.every(([key]) => key.length > 30);
  const kept = isMap ? entries.slice(0, maxEntries) : entries;
  return Object.fromEntries(kept.map(([key, each]) => [key, pruned(each, depth + 1)]));
}

const recorded: readonly Answer[] = recordedVersions.flatMap((version) =>
  readRecorded(version).all.map(({ method = "", response }) => ({
    method,
    response: pruned(response),
  })),
);

const described: readonly Answer[] = describedFiles.flatMap((file) =>
  readDescribed(file).map(({ method = "", whole }) => ({
    method,
    response: pruned(whole.response),
  })),
);

/** Each shape once. */
function distinct(answers: readonly Answer[]): readonly Answer[] {
  return [...new Map(answers.map((answer) => [JSON.stringify(answer), answer])).values()];
}

const answers = distinct([...recorded, ...described]);

/** Whole responses of real servers: JSON, and pages in place of it. */
export const responses: readonly unknown[] = answers.map(({ response }) => response);

/** Results of any method. */
export const results: readonly unknown[] = answers.flatMap(({ response }) =>
  isRecord(response) && "result" in response ? [response.result] : [],
);

/** Results of these methods. */
export function resultsOf(...methods: readonly string[]): readonly unknown[] {
  return answers.flatMap(({ method, response }) =>
    methods.includes(method) && isRecord(response) && "result" in response ? [response.result] : [],
  );
}

/** All names of methods that any server has. */
export const methodNames: readonly string[] = [...new Set(answers.map(({ method }) => method))];

/** All names of members in the responses. */
export const memberNames: readonly string[] = [
  ...new Set(responses.flatMap((response) => [...namesIn(response)])),
];

function* namesIn(value: unknown): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, each] of Object.entries(value)) {
    if (!Array.isArray(value) && key.length < 30) yield key;
    yield* namesIn(each);
  }
}
