import { type BodyFilter } from "../rpc/client";

/** Wraps a filter: `onResult` gets the result that the filter leaves. */
export function tapFilter(filter: BodyFilter, onResult: (result: unknown) => void): BodyFilter {
  return {
    write: (chunk) => filter.write(chunk),
    finish: (result) => {
      onResult(result);
      return filter.finish(result);
    },
  };
}
