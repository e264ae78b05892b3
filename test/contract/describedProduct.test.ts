import assert from "node:assert/strict";
import { problemOf } from "../../src/komari/problem";
import { ResultFilter } from "../../src/rpc/resultFilter";
import { cutEvery } from "../builders/recordsResponse";
import { describedFiles, readDescribed } from "./describedResponses";
import { callErrorOf } from "./recordedResponses";

/** The problem of each described error. */
const problems: Readonly<Record<string, string>> = {
  "retry-later": "busy",
  // Not shown: the calls are sent again in smaller batches.
  "batch-too-big": "remote",
  "batch-too-big-413": "requestTooLarge",
  "body-too-big": "requestTooLarge",
  "sockets-full": "busy",
  "too-many-keys": "invalidParams",
  "point-budget": "invalidParams",
  "file-permission": "agentDenied",
  "login-permission": "permissionDenied",
  "second-factor": "secondFactor",
  "file-offline": "agentOffline",
  "file-old-agent": "agentOutdated",
  "file-timeout": "agentTimeout",
  "file-missing": "notFound",
  "file-unknown-node": "notFound",
  "file-no-path": "invalidParams",
  "file-positional": "invalidParams",
  "switch-offline": "agentOffline",
  "removed-method": "methodMissing",
};

describe("problemOf: described errors", () => {
  const errors = readDescribed("errors.json");

  it("are all in the list", () => {
    assert.deepEqual(errors.map(({ name }) => name).toSorted(), Object.keys(problems).toSorted());
  });

  for (const described of errors) {
    it(`map to the right problem: ${described.name}`, () => {
      const { code } = problemOf(callErrorOf(described), { kind: "apiKey", apiKey: "a" });
      assert.equal(code, problems[described.name]);
    });
  }
});

describe("ResultFilter: described results", () => {
  const beforeResult = '{"jsonrpc":"2.0","id":1,"result":';

  for (const file of describedFiles) {
    it(`of ${file} come out of their responses byte for byte, cut anywhere`, () => {
      for (const { name, whole, result, error } of readDescribed(file)) {
        const body = Buffer.from(JSON.stringify(whole.response));
        for (const size of [7, 1000]) {
          const filter = new ResultFilter();
          const rest = cutEvery(size, body).map((piece) => filter.write(piece) ?? Buffer.alloc(0));
          const envelope = Buffer.concat(rest).toString();
          if (result === undefined) {
            assert.equal(envelope, body.toString(), name);
          } else {
            assert.equal(error, undefined);
            assert.equal(envelope, `${beforeResult}null}`, name);
            assert.deepEqual(
              JSON.parse(Buffer.concat(filter.finish(null)).toString()),
              result,
              name,
            );
          }
        }
      }
    });
  }
});
