import { type MethodRole, type Risk } from "../../shared/call/methodSpec";
import { isSecretName } from "../../shared/call/secretNameRule";
import { wordsOf } from "../../shared/call/words";

const guestNamespaces = new Set(["", "common", "public", "guest", "rpc"]);

/** Installing software runs code too. */
const executing = new Set([
  ...["exec", "execute", "eval", "evaluate", "shell", "sql", "run", "rerun", "invoke", "spawn"],
  ...["upgrade", "install", "reinstall", "deploy", "rollout", "sudo", "ssh"],
]);
/** What can be run, unless it is only read. */
const executable = new Set(["command", "script", "terminal"]);
const destroying = new Set([
  ...["delete", "remove", "clear", "reset", "drop", "destroy", "purge", "wipe", "erase", "flush"],
  ...["truncate", "prune", "kill", "stop", "shutdown", "reboot", "restart", "uninstall", "revoke"],
  ...["restore", "rollback", "del", "rm", "rmdir", "unlink", "clean", "cleanup", "kick", "ban"],
  ...["discard", "evict", "terminate", "overwrite", "poweroff", "halt", "deregister", "unregister"],
  ...[
    "forget",
    "shred",
    "nuke",
    "zap",
    "empty",
    "format",
    "abort",
    "invalidate",
    "unmount",
    "umount",
  ],
  ...["decommission", "deprovision", "logout"],
]);
const reading = new Set([
  ...["get", "list", "query", "find", "search", "show", "read", "view", "describe", "lookup"],
  ...["count", "is", "has", "ping", "help", "version", "status", "info", "fetch", "stat", "exists"],
  ...["inspect", "peek", "ls", "browse"],
]);
/** Verbs that make a read of more than that: `getAndSet`, `findReplace`. */
const changing = new Set([
  ...[
    "set",
    "put",
    "post",
    "patch",
    "edit",
    "update",
    "upsert",
    "modify",
    "change",
    "write",
    "save",
  ],
  ...["add", "create", "insert", "append", "make", "new", "mkdir", "touch", "replace", "rename"],
  ...[
    "move",
    "mv",
    "copy",
    "cp",
    "chmod",
    "chown",
    "enable",
    "disable",
    "toggle",
    "switch",
    "roll",
  ],
  ...["start", "cancel", "pause", "resume", "send", "push", "pull", "publish", "notify", "upload"],
  ...["import", "apply", "approve", "accept", "reject", "grant", "assign", "attach", "detach"],
  ...["register", "order", "reorder", "sort", "merge", "sync", "migrate", "rotate", "generate"],
  ...["regenerate", "refresh", "rebuild", "lock", "unlock", "mark", "submit", "trigger", "record"],
]);
/** A noun behind a verb that changes: then the verb names what is read, as in `getUpdateStatus`. */
const facts = new Set([
  ...[
    "status",
    "state",
    "progress",
    "history",
    "result",
    "results",
    "info",
    "log",
    "logs",
    "count",
  ],
  ...["list", "time", "version", "versions", "stats"],
]);
/** What methods are about: only behind words like these a verb that reads is taken for one. */
const subjects = new Set([
  ...["file", "folder", "directory", "dir", "path", "node", "client", "agent", "server", "host"],
  ...[
    "group",
    "tag",
    "user",
    "account",
    "role",
    "session",
    "login",
    "task",
    "job",
    "queue",
    "cron",
  ],
  ...["log", "audit", "event", "alert", "notification", "message", "channel", "plugin"],
  ...["theme", "page", "site", "setting", "config", "configuration", "option", "preference"],
  ...["table", "row", "metric", "history", "chart"],
  ...["traffic", "network", "net", "port", "disk", "volume", "memory", "mem", "cpu", "gpu"],
  ...["process", "service", "system", "container", "docker", "image", "pod", "vm", "cluster"],
  ...[
    "snapshot",
    "backup",
    "package",
    "version",
    "release",
    "domain",
    "dns",
    "cert",
    "certificate",
  ],
  ...["proxy", "route", "rule", "key", "secret", "token", "clipboard", "window", "maintenance"],
  ...[
    "billing",
    "price",
    "dashboard",
    "device",
    "sensor",
    "my",
    "all",
    "latest",
    "last",
    "current",
  ],
]);

/** `common`, `admin`, `rpc`; empty if there is none. */
export function namespaceOf(method: string): string {
  const colon = method.indexOf(":");
  if (colon >= 0) return method.slice(0, colon);
  return method.startsWith("rpc.") ? "rpc" : "";
}

/** Who may call a method goes by its namespace; an unknown one is for administrators. */
export function roleOf(method: string): MethodRole {
  const namespace = namespaceOf(method);
  if (guestNamespaces.has(namespace)) return "guest";
  return namespace === "client" ? "client" : "admin";
}

/** What a method that we do not know may do, by its name; never less than it can be expected to. */
export function guessRisk(method: string): Risk {
  const local = method.slice(method.indexOf(":") + 1);
  const words = wordsOf(local);
  if (words.some((word) => says(executing, word))) return "execute";
  if (words.some((word) => says(destroying, word))) return "destructive";
  if (onlyReads(wordsOf(local.slice(local.search(/[^.:/]*$/))))) {
    return roleOf(method) === "guest" && !isSecretName(local) ? "read" : "secrets";
  }
  return words.some((word) => executable.has(word)) ? "execute" : "write";
}

/** Longer verbs are found in words that are run together too: `deleteall`, `filedelete`. */
function says(verbs: ReadonlySet<string>, word: string): boolean {
  if (verbs.has(word)) return true;
  return [...verbs].some((verb) => verb.length >= minJoinedVerb && isJoined(word, verb));
}

const minJoinedVerb = 5;

/** Not in other forms of the verb, which are adjectives or nouns: `deleted`, `restarting`, `executor`. */
function isJoined(word: string, verb: string): boolean {
  if (word.endsWith(verb)) return true;
  return (
    word.startsWith(verb) &&
    !/^(?:s|r|d|e?[dr]s?|[a-z]?ing|ations?|ments?|able)$/.test(word.slice(verb.length))
  );
}

/**
 * Whether a verb that reads stands first, or behind nouns alone (`fileList`), and no other verb behind
 * it. What a plugin's path says before the last dot has no say: `cats.list`.
 */
function onlyReads(words: readonly string[]): boolean {
  const verb = words.findIndex((word) => reading.has(word));
  if (verb < 0 || !words.slice(0, verb).every(isSubject)) return false;
  const rest = words.slice(verb + 1);
  const joins = rest.some((word, index) => {
    const next = rest[index + 1] ?? "";
    return ["and", "or", "then"].includes(word) && !reading.has(next) && !isSubject(next);
  });
  const changes = rest.some((word) => changing.has(word)) && !facts.has(rest.at(-1) ?? "");
  return !joins && !changes;
}

/** No verb that asks for something ends in one s. */
function isSubject(word: string): boolean {
  return subjects.has(word) || /[^s]s$/.test(word);
}
