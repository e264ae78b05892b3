import { type BodyFilter } from "../rpc/client";

/** As `filter`; `note` sees what it has left of the result. */
export function notingFilter(filter: BodyFilter, note: (result: unknown) => void): BodyFilter {
  return {
    write: (chunk) => filter.write(chunk),
    finish: (result) => {
      note(result);
      return filter.finish(result);
    },
  };
}
