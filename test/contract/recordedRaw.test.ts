import assert from "node:assert/strict";
import { redactJson } from "../../src/komari/redact/redactJson";
import { ResultFilter } from "../../src/rpc/resultFilter";
import { isRecord } from "../../src/util/json";
import { cutEvery } from "../builders/recordsResponse";
import {
  readLines,
  type RecordedVersion,
  readRecorded,
  recordedVersions,
} from "./recordedResponses";

const beforeResult = '{"jsonrpc":"2.0","id":1,"result":';

/** The answers as they stand in the file, byte for byte. */
function bodiesOf(version: RecordedVersion): readonly string[] {
  return readLines(version).flatMap(
    (line) => /,"response":(\{"jsonrpc".*\})(?:,"ms":\d+)?\}$/.exec(line)?.[1] ?? [],
  );
}

for (const version of recordedVersions) {
  describe(`ResultFilter with recorded ${version}`, () => {
    const bodies = bodiesOf(version);
    const withResult = bodies.filter((body) => body.startsWith(beforeResult));

    it("extracts results byte for byte, cut anywhere", () => {
      assert(withResult.length > 100, `${withResult.length} responses`);
      for (const body of withResult) {
        for (const size of [7, 1000, Infinity]) {
          const filter = new ResultFilter();
          const bytes = Buffer.from(body);
          const pieces = size === Infinity ? [bytes] : cutEvery(size, bytes);
          const rest = pieces.map((piece) => filter.write(piece) ?? Buffer.alloc(0));
          const result = Buffer.concat(filter.finish(null)).toString();
          assert(result === body.slice(beforeResult.length, -1), body.slice(0, 100));
          assert.equal(Buffer.concat(rest).toString(), `${beforeResult}null}`);
        }
      }
    });

    it("leaves responses without a result untouched", () => {
      const others = bodies.filter((body) => !body.includes('"result":'));
      assert(others.length > 10, `${others.length} responses`);
      for (const body of others) {
        assert.equal(new ResultFilter().write(Buffer.from(body))?.toString(), body);
      }
    });

    it("leaves no token of a node after redaction", () => {
      const nodes = readRecorded(version).result("nodes-apikey");
      assert(isRecord(nodes));
      const tokens = Object.values(nodes).map((node) => isRecord(node) && node.token);
      const hold = (text: string) =>
        tokens.some((token) => typeof token === "string" && text.includes(JSON.stringify(token)));
      // But for getMe, whose uuid is the token of an agent that asks.
      const telling = withResult
        .map((body) => body.slice(beforeResult.length, -1))
        .filter((result) => hold(result) && result.includes('"token":'));
      assert(telling.length > 1);
      for (const result of telling) {
        const { json, secrets } = redactJson(result, (key) => key === "token");
        assert(!hold(json.toString()));
        assert.equal(secrets, result.split('"token":"<').length - 1);
      }
    });
  });
}
