import { type IncomingMessage, request as httpRequest } from "node:http";
import { WebSocket } from "ws";
import { readBody } from "../../simulator/simRequest";
import { credentials } from "../../simulator/simulator";
import { type Recording } from "../recordedResponses";

/** What came back, told as a recording tells it. */
export interface Answer {
  readonly http: Readonly<Record<string, unknown>>;
  readonly response: unknown;
}

export interface Target {
  readonly url: string;
  readonly sessionToken: string;
  /** Runs when a socket is open, before anything is sent. */
  readonly whenOpen?: () => void;
}

export async function replay(recording: Recording, target: Target): Promise<Answer> {
  return recording.transport === "ws" ? overSocket(recording, target) : overHttp(recording, target);
}

function headersOf({ auth, headers }: Recording, { sessionToken }: Target): Record<string, string> {
  const own = {
    guest: {},
    apikey: { Authorization: `Bearer ${credentials.apiKey}` },
    badkey: { Authorization: "Bearer this-is-not-the-key" },
    session: { Cookie: `session_token=${sessionToken}` },
  };
  return { ...own[auth], ...headers };
}

async function overHttp(recording: Recording, target: Target): Promise<Answer> {
  const verb = recording.transport === "get" ? "GET" : "POST";
  const { hostname, port } = new URL(target.url);
  // Not `new URL(path)`: it would tidy up the paths that are to be sent untidy.
  const request = httpRequest({
    hostname,
    port,
    path: recording.path,
    method: verb,
    headers: headersOf(recording, target),
  });
  return new Promise((resolve, reject) => {
    request.on("error", reject);
    request.on("response", (message) => resolve(answerOf(message)));
    request.end(verb === "POST" ? recording.request : undefined);
  });
}

async function answerOf(message: IncomingMessage): Promise<Answer> {
  const { location, "content-type": contentType = null } = message.headers;
  const http = {
    status: message.statusCode,
    contentType,
    ...(location === undefined ? {} : { location }),
  };
  return { http, response: jsonOrText(await readBody(message)) };
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function overSocket(recording: Recording, target: Target): Promise<Answer> {
  const { path, origin, request } = recording;
  const socket = new WebSocket(`${target.url.replace("http", "ws")}${path}`, {
    headers: headersOf(recording, target),
    ...(origin === null ? {} : { origin: origin ?? target.url }),
  });
  return new Promise((resolve, reject) => {
    socket.on("error", reject);
    socket.on("unexpected-response", (_request, message) => resolve(answerOf(message)));
    socket.on("open", () => {
      target.whenOpen?.();
      socket.send(request);
    });
    socket.on("message", (data: Buffer) => {
      resolve({ http: {}, response: jsonOrText(data.toString("utf8")) });
      socket.terminate();
    });
    socket.on("close", (code) => resolve({ http: { closed: code }, response: null }));
  });
}
