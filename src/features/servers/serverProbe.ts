import { type Credential, credentialHeaders } from "../../komari/credential";
import { type Identity } from "../../komari/identify";
import { inspectServer } from "../../komari/inspectServer";
import { login, type LoginRequest, type LoginResult, logout } from "../../komari/login";
import { type Problem, problemOf } from "../../komari/problem";
import { type Endpoint } from "../../rpc/endpoint";

/** A server that need not be configured yet. */
export interface Target {
  readonly baseUrl: string;
  readonly tls: Endpoint["tls"];
}

export type Inspection =
  | { readonly ok: true; readonly identity: Identity }
  | { readonly ok: false; readonly problem: Problem };

export type LoginOutcome =
  LoginResult | { readonly ok: false; readonly reason: "problem"; readonly problem: Problem };

/** Single requests to a server outside of any session. None rejects. */
export interface ServerProbe {
  inspect(target: Target, credential: Credential, signal: AbortSignal): Promise<Inspection>;
  login(target: Target, request: LoginRequest, signal: AbortSignal): Promise<LoginOutcome>;
  /** Ends a session; resolves with what went wrong, if anything. */
  logout(target: Target, token: string): Promise<Problem | undefined>;
}

const guest: Credential = { kind: "guest" };

/** @param maxResponseBytes read for every request, because the setting may change. */
export function createServerProbe(maxResponseBytes: () => number, userAgent?: string): ServerProbe {
  const endpoint = (target: Target, credential: Credential): Endpoint => ({
    ...target,
    headers: () => credentialHeaders(credential),
    maxResponseBytes: maxResponseBytes(),
    userAgent,
  });
  return {
    inspect: async (target, credential, signal) => {
      try {
        const at = endpoint(target, credential);
        return { ok: true, identity: await inspectServer(at, credential, signal) };
      } catch (error) {
        return { ok: false, problem: problemOf(error, credential) };
      }
    },
    login: async (target, request, signal) => {
      try {
        return await login(endpoint(target, guest), request, signal);
      } catch (error) {
        return { ok: false, reason: "problem", problem: problemOf(error, guest) };
      }
    },
    logout: async (target, token) => {
      try {
        await logout(endpoint(target, guest), token);
        return undefined;
      } catch (error) {
        return problemOf(error, guest);
      }
    },
  };
}
