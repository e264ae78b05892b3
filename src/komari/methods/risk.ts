import { type MethodRole, type Risk } from "../../shared/call/methodSpec";
import { soundsSecret } from "../../shared/call/secretNames";
import { wordsOf } from "../../shared/call/words";

const guestNamespaces = new Set(["", "common", "public", "guest", "rpc"]);

const executing = new Set([
  ...["exec", "execute", "eval", "evaluate", "shell", "sql", "run", "invoke", "spawn"],
]);
/** What can be run, unless it is only read. */
const executable = new Set(["command", "script", "terminal"]);
const destroying = new Set([
  ...["delete", "remove", "clear", "reset", "drop", "destroy", "purge", "wipe", "erase", "flush"],
  ...["truncate", "prune", "kill", "stop", "shutdown", "reboot", "restart", "uninstall", "revoke"],
  ...["restore", "rollback", "del", "rm", "clean", "cleanup", "kick", "ban"],
]);
const reading = new Set([
  ...["get", "list", "query", "find", "search", "show", "read", "view", "describe", "lookup"],
  ...["count", "is", "has", "ping", "help", "version", "status", "info"],
]);

/** `common`, `admin`, `rpc`; empty if there is none. */
export function namespaceOf(method: string): string {
  const colon = method.indexOf(":");
  if (colon >= 0) return method.slice(0, colon);
  return method.startsWith("rpc.") ? "rpc" : "";
}

/** Who may call a method goes by its namespace; one that nobody knows is for administrators. */
export function roleOf(method: string): MethodRole {
  const namespace = namespaceOf(method);
  if (guestNamespaces.has(namespace)) return "guest";
  return namespace === "client" ? "client" : "admin";
}

/** What a method that we do not know may do, by its name; never less than it can be expected to. */
export function guessRisk(method: string): Risk {
  const local = method.slice(method.indexOf(":") + 1);
  const words = wordsOf(local);
  if (words.some((word) => executing.has(word))) return "execute";
  if (words.some((word) => destroying.has(word))) return "destructive";
  if (reading.has(words.find((word) => word !== "rpc") ?? "")) {
    return roleOf(method) === "guest" && !soundsSecret(local) ? "read" : "secrets";
  }
  return words.some((word) => executable.has(word)) ? "execute" : "write";
}
