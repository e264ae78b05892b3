import assert from "node:assert/strict";
import { RpcLocalError, RpcRemoteError } from "../../src/rpc/errors";
import { HttpTransport } from "../../src/rpc/httpTransport";
import { isRecord } from "../../src/util/json";
import { systemClock } from "../../src/util/clock";
import { anEndpoint } from "../builders/rpcEndpoint";
import { echo, type PlainAnswer, type RpcServer, startRpcServer } from "../builders/rpcServer";
import { openWebSocket } from "../builders/rpcTransports";
import { readRecorded, type Recording, recordedVersions } from "./recordedResponses";

/** How a call ended: `result`, or the code of its error. */
type Ending =
  { readonly result: unknown } | { readonly remote: unknown } | { readonly local: string };

const limits = { timeoutMs: 5000 };
const end = { code: "disposed", detail: "the test is over" } as const;

/** What a call must come to where no JSON-RPC was answered to it. */
const localEndings: readonly (readonly [RegExp, string])[] = [
  [/^guide-ping/, "installing"],
  [/^private(-badkey|-unknown-session)?(-ws)?$/, "unauthorized"],
  [/^(http|socket)-(wrong-path|double-slash)/, "notRpcEndpoint"],
  // Its target answers the same here, so it goes round in a circle.
  [/^http-trailing-slash$/, "notRpcEndpoint"],
  [/^http-connection-upgrade-header$/, "notRpcEndpoint"],
  [/^http-(foreign|webview)-origin$/, "forbidden"],
  [/^socket-(no|foreign)-origin/, "forbidden"],
  [/^(getMe-apikey|batch-with-getMe-apikey|ping-records-max-negative)$/, "serverCrashed"],
  [/^(getMe-apikey|ping-records-max-negative)-ws$/, "connectionLost"],
  [/^envelope-(truncated-json|empty-message)-ws$/, "connectionLost"],
  // Answers to another id than that of the call made here.
  [/^envelope-id-(text|zero|object|beyond-2-53)$/, "malformed"],
];

for (const version of recordedVersions) {
  describe(`Transports with recorded ${version}`, () => {
    const { all } = readRecorded(version);
    let server: RpcServer;
    before(async () => {
      server = await startRpcServer();
    });
    after(() => server.close());
    const endpoint = () => anEndpoint(server.baseUrl, { maxResponseBytes: 1e8 });
    const over = (transport: string) => all.filter((each) => each.transport === transport);

    it("return the recorded outcomes over POST", async () => {
      for (const recorded of over("post")) {
        if (Array.isArray(recorded.response)) continue;
        server.plain = () => plainAnswer(recorded);
        const transport = new HttpTransport(endpoint(), systemClock);
        const ending = await endingOf(transport.call("m", undefined, limits));
        assert.deepEqual(ending, expectedEnding(recorded), recorded.name);
        transport.close(end);
      }
    });

    it("return the outcomes of a batch in its order", async () => {
      for (const recorded of over("post")) {
        const { name, response } = recorded;
        // Sent with one id twice.
        if (!Array.isArray(response) || name === "batch-with-getMe-apikey") continue;
        server.plain = () => ({ status: 200, body: bodyOf(recorded) });
        const transport = new HttpTransport(endpoint(), systemClock);
        const calls = response.map(() => ({ method: "m" }));
        const outcomes = await transport.batch(calls, limits);
        const endings = outcomes.map((outcome) =>
          outcome.ok ? { result: outcome.result } : errorEnding(outcome.error),
        );
        assert.deepEqual(endings, response.map(replyEnding), name);
        transport.close(end);
      }
    });

    it("return the recorded outcomes over a socket", async () => {
      for (const recorded of over("ws")) {
        playOverSocket(server, recorded);
        const ending = await endingOf(callOverSocket(server));
        const expected = hasNoCall(recorded) ? { result: "still alive" } : expectedEnding(recorded);
        assert.deepEqual(ending, expected, recorded.name);
      }
    });
  });
}

/** As the server wrote it. */
function bodyOf({ response }: Recording): string {
  return typeof response === "string" ? response : JSON.stringify(response);
}

function plainAnswer(recorded: Recording): PlainAnswer {
  const { status = 200, contentType, location } = recorded;
  const headers = {
    ...(contentType === "" ? {} : { "Content-Type": contentType }),
    ...(location === undefined ? {} : { Location: location }),
  };
  return { status, headers, body: bodyOf(recorded) };
}

/** Answers to requests without an id, or with an id that a call cannot have. */
function hasNoCall({ response, status }: Recording): boolean {
  return status === undefined && isRecord(response) && response.id !== 1;
}

function playOverSocket(server: RpcServer, recorded: Recording): void {
  server.refuse = recorded.status === undefined ? undefined : () => plainAnswer(recorded);
  server.answer = (message) => {
    if ("closed" in recorded.http) {
      for (const socket of server.sockets) socket.terminate();
      return undefined;
    }
    if (!hasNoCall(recorded)) return bodyOf(recorded);
    for (const socket of server.sockets) socket.send(bodyOf(recorded));
    return echo(message);
  };
}

async function callOverSocket(server: RpcServer): Promise<unknown> {
  const transport = await openWebSocket(anEndpoint(server.baseUrl, { maxResponseBytes: 1e8 }));
  const result = await transport.call("m", ["still alive"], limits).finally(() => {
    transport.close(end);
  });
  return Array.isArray(result) && result[0] === "still alive" ? "still alive" : result;
}

async function endingOf(call: Promise<unknown>): Promise<Ending> {
  return await call.then((result) => ({ result }), errorEnding);
}

function errorEnding(error: unknown): Ending {
  if (error instanceof RpcLocalError) return { local: error.code };
  assert.ok(error instanceof RpcRemoteError, `${String(error)} is none of ours`);
  const { code, remoteMessage, data } = error;
  return { remote: { code, message: remoteMessage, data } };
}

function expectedEnding({ name, response }: Recording): Ending {
  const local = localEndings.find(([pattern]) => pattern.test(name));
  // The same name may be a crash in one version and a response in the other.
  const answered = isRecord(response) && response.jsonrpc === "2.0";
  const foreign = answered && "id" in response && response.id !== 1;
  if (local !== undefined && (!answered || foreign)) return { local: local[1] };
  return replyEnding(response);
}

function replyEnding(response: unknown): Ending {
  assert.ok(isRecord(response));
  const { error, result } = response;
  if (!isRecord(error)) return { result: result ?? null };
  return { remote: { code: error.code, message: error.message, data: error.data } };
}
