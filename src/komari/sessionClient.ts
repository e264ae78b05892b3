import { type Clock } from "../util/clock";
import { type Logger } from "../util/logger";
import { type Credential } from "./credential";
import { type diagnose } from "./diagnose";
import { type RpcClient } from "../rpc/client";
import { type Endpoint } from "../rpc/endpoint";
import { type OnDate } from "../rpc/responseDate";

/** What a session needs of a client. */
export type SessionClient = Pick<
  RpcClient,
  | ("call" | "batch" | "state" | "onDidChangeState" | "onDidReopen" | "dispose")
  | ("connect" | "reconnect" | "wake" | "setWatched" | "compareWays" | "disconnect" | "drop")
>;

export type CreateClient = (endpoint: Endpoint, onDate: OnDate) => SessionClient;

export interface SessionOptions {
  readonly baseUrl: string;
  readonly tls: Endpoint["tls"];
  readonly credential: Credential;
  readonly maxResponseBytes: number;
  readonly userAgent?: string;
  readonly clock?: Clock;
  /** 0 to 1, for the jitter. */
  readonly random?: () => number;
  readonly logger?: Logger;
  readonly createClient?: CreateClient;
  readonly diagnose?: typeof diagnose;
}
