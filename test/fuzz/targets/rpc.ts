import assert from "node:assert/strict";
import { batchOutcomes, batchRefusal, isUnread, outcomeOf } from "../../../src/rpc/batch";
import { RpcLocalError, RpcRemoteError } from "../../../src/rpc/errors";
import { classifyResponse } from "../../../src/rpc/classifyResponse";
import { type HttpResponse } from "../../../src/rpc/httpExchange";
import { encodeRequest, parseMessage, parseMessages } from "../../../src/rpc/message";
import { RawJson } from "../../../src/json/rawJson";
import { ResultFilter } from "../../../src/rpc/resultFilter";
import { readRetryAfter } from "../../../src/rpc/retryAfter";
import { KomariProblemError, problemOf } from "../../../src/komari/problem";
import { maskErrorData, maskErrorText } from "../../../src/komari/redact/maskSecrets";
import { problemText } from "../../../src/features/text/problemText";
import { isRecord, parseJson } from "../../../src/util/json";
import { type Sequence } from "../../simulator/random";
import { responses } from "../corpus";
import { anyBytes, anyText, choose, cut, mutatedText, nearlyJson, parsed } from "../rubbish";
import { assertBounded, jsonOf, mayBeDeep, target, unlessMalformed } from "../target";

const firstId = 1;

const messages = target(
  "JSON-RPC messages",
  (random) => {
    const one = nearlyJson(random, responses);
    return random.chance(0.3) ? `[${one},${nearlyJson(random, responses)}]` : one;
  },
  (text) => {
    const one = parseMessage(text);
    const all = parseMessages(text);
    assert.ok(all === undefined || all.length > 0);
    if (one !== undefined) assert.equal(all?.length, 1);
    if (all === undefined) return;
    assert.equal(batchOutcomes(firstId, 3, all).length, 3);
    batchRefusal(firstId, 3, all);
    isUnread(outcomeOf(firstId, all));
    for (const reply of all) {
      if (reply.ok) continue;
      const { code, message, data } = reply.error;
      assert.ok(typeof code === "number" && typeof message === "string");
      const problem = problemOf(new RpcRemoteError(code, message, data), { kind: "guest" });
      assert.ok(problem.detail.length < 600, "the log gets too much of a server's words");
      assert.ok(problemText(problem, "Home").message.length < 500, "a message fills the screen");
    }
  },
);

const requests = target(
  "texts of requests",
  (random) => ({ method: anyText(random), text: nearlyJson(random, responses) }),
  ({ method, text }) => {
    const isJson = parseJson(text) !== undefined;
    let request: unknown;
    try {
      request = JSON.parse(encodeRequest(1, { method, params: new RawJson(text) }));
    } catch (error) {
      assert.ok(error instanceof SyntaxError && !isJson, "JSON is refused");
      return;
    }
    assert.ok(isJson && isRecord(request), "what is no JSON is sent");
    assert.deepEqual(Object.keys(request), ["jsonrpc", "id", "method", "params"]);
    assert.equal(request.method, method);
    assert.equal(jsonOf(request.params), jsonOf(parseJson(text)));
  },
);

const results = target(
  "results taken out of answers",
  (random) => cut(random, anyBytes(random, nearlyJson(random, responses))),
  (pieces) => {
    const text = Buffer.concat(pieces).toString();
    const whole = parseJson(text);
    const filter = new ResultFilter();
    const written = unlessMalformed(() => pieces.map((piece) => filter.write(Buffer.from(piece))));
    if (written === undefined) {
      assert.ok(whole === undefined || mayBeDeep(text), "an answer that is JSON is refused");
      return;
    }
    if (whole === undefined || mayBeDeep(text)) return;
    const rest = parseJson(Buffer.concat(written.flatMap((part) => part ?? [])).toString());
    if (!isRecord(whole) || !Object.hasOwn(whole, "result")) {
      assert.equal(jsonOf(rest), jsonOf(whole));
      return;
    }
    const taken = Buffer.concat(filter.finish(null)).toString();
    assert.equal(jsonOf(parseJson(taken)), jsonOf(whole.result));
    assert.equal(jsonOf(rest), jsonOf({ ...whole, result: null }));
  },
);

const secret = "s3cr3tInTheLocation";
const year = 365 * 86_400_000;

function anyAnswer(random: Sequence): HttpResponse {
  const header = (...values: readonly string[]): string => {
    const value = choose(random, values);
    return random.chance(0.3) ? mutatedText(random, value) : value;
  };
  const optional = (name: string, ...values: readonly string[]) =>
    random.chance(0.4) ? { [name]: header(...values) } : {};
  const page = ["<title>Sign in</title>", '<input type="password">', "404 page not found", ""];
  return {
    status: random.chance(0.8)
      ? choose(random, [200, 301, 302, 307, 400, 401, 403, 404, 408, 413, 429, 500, 502, 503, 522])
      : random.int(100, 999),
    contentType: header("application/json", "text/html", "text/plain", ""),
    body: random.chance(0.6)
      ? nearlyJson(random, responses)
      : mutatedText(random, choose(random, page)),
    headers: {
      ...optional("location", `https://sso.example/login?token=${secret}`, "/login", "//evil"),
      ...optional("www-authenticate", "Basic realm=x", 'Bearer error="x"', "Negotiate"),
      ...optional("retry-after", "120", "1.5", "Wed, 21 Oct 2026 07:28:00 GMT", "-1", "1e9"),
      ...optional("date", "Wed, 21 Oct 2026 07:28:00 GMT", "yesterday"),
    },
  };
}

const httpAnswers = target("HTTP answers", anyAnswer, (answer) => {
  const verdict = classifyResponse(answer, "http://sso.example");
  if (verdict.kind !== "failed") return;
  const { code, detail, retryAfterMs, response, httpsUrl } = verdict.failure;
  assert.ok(detail.length < 1000, "the log gets too much of a server's words");
  assert.ok(!detail.includes(secret), "a secret of a redirect is in the log");
  assert.ok(!JSON.stringify(response ?? {}).includes(secret), "a secret of a redirect is kept");
  const error = new RpcLocalError(code, detail, { retryAfterMs, response, httpsUrl });
  const problem = problemOf(error, { kind: "apiKey", apiKey: "x" });
  const { message } = problemText(problem, "Home");
  assert.ok(!message.includes(secret), "a secret of a redirect is in the message");
  assert.ok(message.length > 0 && message.length < 1000, "a message fills the screen");
  assert.ok(!/[\p{Cc}\p{Zl}\p{Zp}]/u.test(message), "a message has several lines");
  assertBounded(JSON.stringify(problem.data ?? {}).length, 0, 0, 2000);
  assert.equal(problemOf(new KomariProblemError(problem), { kind: "guest" }), problem);
});

const retryAfter = target(
  "Retry-After",
  (random) => anyAnswer(random).headers,
  (headers) => {
    const pause = readRetryAfter(headers, Date.UTC(2026, 9, 21));
    assert.ok(pause === undefined || (pause >= 0 && pause <= year), `${pause}`);
  },
);

const remoteErrors = target(
  "errors of servers",
  (random) => {
    const codes = [-32700, -32603, -32602, -32041, 401, -32011, -32051, random.int(-40000, 600)];
    return {
      code: choose(random, codes),
      message: anyText(random),
      data: parsed(random, responses),
    };
  },
  ({ code, message, data }) => {
    const error = new RpcRemoteError(code, message, data, { method: "admin:exec" });
    const problem = problemOf(error, { kind: "session", token: "x" });
    const text = problemText(problem);
    maskErrorText("admin:exec", message);
    maskErrorData("admin:exec", data);
    assert.ok(text.message.length < 500 && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text.message));
  },
);

export const rpcTargets = [messages, requests, results, httpAnswers, retryAfter, remoteErrors];
