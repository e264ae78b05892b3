import assert from "node:assert/strict";
import { decodeRestVersion } from "../../src/komari/decode/version";
import { problemOf } from "../../src/komari/problem";
import { isRecord } from "../../src/util/json";
import {
  callErrorOf,
  readRecorded,
  type Recording,
  recordedVersions,
  resultOf,
} from "./recordedResponses";
import { recordedChecks } from "./recordedChecks";

for (const version of recordedVersions) {
  describe(`Decoders with recorded ${version}`, () => {
    const server = readRecorded(version);

    for (const recording of server.all) {
      const check = recordedChecks[recording.method ?? ""];
      const envelope = /^(?:envelope|batch|http|socket)-/.test(recording.name);
      const answered = isRecord(recording.response) && "result" in recording.response;
      if (check !== undefined && answered && !envelope) {
        it(`decodes ${recording.name}`, () => check(resultOf(recording), recording));
      }
    }

    it("reports the version over REST, as servers from before RPC2 do", () => {
      const { response } = server.get("http-get-api-version");
      assert.deepEqual(decodeRestVersion(response), { version: "0.0.1", hash: undefined });
    });

    it("gives every failure a problem", () => {
      for (const recording of server.all) {
        const error = callErrorOf(recording);
        if (error === undefined) continue;
        const { code } = problemOf(error, { kind: "guest" });
        assert.notEqual(code, "unexpected", recording.name);
        assert.equal(code, expectedProblem(recording) ?? code, recording.name);
      }
    });
  });
}

const problems: readonly (readonly [RegExp, string])[] = [
  [/^guide-ping/, "installing"],
  [/^private(?:-badkey|-unknown-session)?(?:-ws)?$/, "privateSite"],
  [/^(?:unknown-method|unknown-rpc-method)/, "methodMissing"],
  [/^unknown-admin-method-(?:apikey|session)$/, "methodMissing"],
  [/^(?:unknown-admin-method(?:-badkey)?|admin-method(?:-ws)?|client-method)$/, "permissionDenied"],
  [/^unknown-namespace(?:-ws)?$/, "permissionDenied"],
  [/^nodes-uuid-(?:unknown|hidden)$/, "invalidParams"],
  [/^http-wrong-path$/, "notRpcEndpoint"],
  [/^(?:http-foreign-origin|socket-no-origin-ws)$/, "forbidden"],
];

function expectedProblem({ name }: Recording): string | undefined {
  return problems.find(([pattern]) => pattern.test(name))?.[1];
}
