import assert from "node:assert/strict";
import { type RemoteProblemCode, remoteProblemCode } from "../../../src/komari/remoteProblem";
import { RpcRemoteError } from "../../../src/rpc/errors";

type Case = readonly [
  code: number,
  words: string,
  method: string | undefined,
  expected: RemoteProblemCode,
];

const file = "admin:fileList";
const history = "public:queryMetrics";

const cases: readonly Case[] = [
  [-32602, "query capacity reached; retry later", history, "busy"],
  [-32602, "no capacity", history, "busy"],
  [-32602, "Try again later.", undefined, "busy"],
  [-32602, "Too many requests, slow down", undefined, "busy"],
  [-32602, "server is busy", undefined, "busy"],
  [-32602, "服务器繁忙，请稍后重试", undefined, "busy"],
  [-32602, "查询过多，请稍后再试", undefined, "busy"],
  [-32603, "query capacity reached; retry later", history, "busy"],
  [-32000, "server busy", history, "busy"],
  [-32603, "database is locked; try again later", "admin:editClient", "serverError"],
  [-32602, "too many entities", history, "invalidParams"],
  [-32602, "capacity must be a number", "plugin:setTank", "invalidParams"],
  [-32602, "query point budget exceeded; request fewer nodes", history, "invalidParams"],
  [-32602, "too many metric keys", history, "invalidParams"],
  [-32051, "too many concurrent history queries", "common:getRecords", "busy"],
  [-32051, "", "common:getRecords", "busy"],
  [-32011, "query deadline exceeded", "common:getRecords", "busy"],
  [-32051, "agent is not connected", "admin:fileStat", "agentOffline"],
  [-32051, "not there", "admin:switchAgentVersion", "agentOffline"],
  [-32051, "agent is offline", "admin:rollAgentUpdate", "agentOffline"],
  [-32051, 'plugin "x" is not loaded', "plugin:x", "unavailable"],
  [-32011, "file operation timed out", "admin:fileSearch", "agentTimeout"],
  [-32011, "plugin timed out", "plugin:x", "serverTimeout"],
  [-32050, "unsupported file operation", "admin:fileListRoots", "agentOutdated"],
  [-32050, "not implemented", "plugin:x", "notImplemented"],
  [-32010, "canceled", file, "serverCanceled"],
  [-32021, "aborted", undefined, "conflict"],
  [-32022, "out of range", undefined, "outOfRange"],
  [-32040, "not logged in", undefined, "signInRequired"],
  [-32044, "stat /nope: no such file or directory", file, "notFound"],
  [-32045, "exists", undefined, "alreadyExists"],
  [-32052, "data loss", undefined, "dataLoss"],
  [-32041, "Permission denied", file, "permissionDenied"],
  [-32041, "Private site enabled, please login first", file, "permissionDenied"],
  [-32041, "open /root: permission denied", file, "agentDenied"],
  [-32041, "permission denied", file, "agentDenied"],
  [-32041, "chown /etc: operation not permitted", "admin:fileChown", "agentDenied"],
  [-32041, "open C:\\\\x: Access is denied.", file, "agentDenied"],
  [-32041, "the agent refuses", file, "agentDenied"],
  [-32041, "open /root/2FA codes.txt: permission denied", file, "agentDenied"],
  [-32041, "2FA code is required", file, "secondFactor"],
  [-32041, "Invalid 2FA code", "admin:getAgentStartupConfig", "secondFactor"],
  [-32041, "two-factor code required", "admin:exec", "secondFactor"],
  [-32041, "open /root: permission denied", "admin:exec", "permissionDenied"],
  [401, "Unauthorized", file, "permissionDenied"],
  [-32600, "words", undefined, "remote"],
  [7, "words", undefined, "remote"],
];

describe("remoteProblemCode", () => {
  for (const [code, words, method, expected] of cases) {
    it(`takes ${code} "${words}" of ${method ?? "any method"} for ${expected}`, () => {
      const error = new RpcRemoteError(code, words, undefined, { method });
      assert.equal(remoteProblemCode(error), expected);
    });
  }
});
