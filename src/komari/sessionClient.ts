import { type RpcClient } from "../rpc/client";
import { type Endpoint } from "../rpc/endpoint";
import { type OnDate } from "../rpc/responseDate";

/** What a session needs of a client. */
export type SessionClient = Pick<
  RpcClient,
  | ("call" | "batch" | "state" | "onDidChangeState" | "onDidReopen" | "dispose")
  | ("connect" | "reconnect" | "wake" | "disconnect" | "drop")
>;

export type CreateClient = (endpoint: Endpoint, onDate: OnDate) => SessionClient;
