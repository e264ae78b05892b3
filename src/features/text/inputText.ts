import * as l10n from "@vscode/l10n";
import { type AddressProblem } from "../../komari/address";
import { type CredentialProblem, minApiKeyLength } from "../../komari/credential";
import { type LoginRefusal } from "../../komari/login";
import { type ServersProblem } from "../../settings/config";
import { type CaFileProblem } from "../../platform/caFile";
import { waitText } from "./waitText";

/** What is wrong with a typed URL. */
export function addressText(problem: AddressProblem): string {
  switch (problem) {
    case "empty":
      return l10n.t("Enter the URL of the Komari site.");
    case "scheme":
      return l10n.t("The URL must start with https:// or http://.");
    case "credentials":
      return l10n.t("Remove the user name and password from the URL. You sign in later.");
    case "host":
      return l10n.t("This URL has no valid host name. Example: https://komari.example.com");
    case "port":
      return l10n.t("The port must be a number from 1 to 65535.");
    case "query":
      return l10n.t('Remove the "?" and everything after it.');
  }
}

export function apiKeyText(problem: CredentialProblem): string {
  switch (problem) {
    case "empty":
    case "noSessionToken":
      return l10n.t("Enter the API key.");
    case "characters":
      return l10n.t("An API key has no spaces or line breaks. Copy it again.");
  }
}

export function sessionCookieText(problem: CredentialProblem): string {
  switch (problem) {
    case "empty":
      return l10n.t("Paste the session cookie.");
    case "noSessionToken":
      return l10n.t("No session_token found. Copy the cookie with that name.");
    case "characters":
      return l10n.t("Not a single cookie value. Copy only the value of session_token.");
  }
}

/** @param warning about the key, from the check before the request. */
export function rejectedKeyText(warning: "shortKey" | undefined): string {
  const sentence = l10n.t("The server rejected this key.");
  if (warning === undefined) return sentence;
  return l10n.t(
    "{0} Komari 1.2.6 and later require keys of {1} characters or more.",
    sentence,
    minApiKeyLength,
  );
}

export function rejectedSessionText(): string {
  return l10n.t(
    "The server rejected this session. Sign in again in your browser and copy the new value.",
  );
}

/**
 * Why a login with user name and password failed.
 * @param retryAfterMs when it may be tried again.
 */
export function loginText(refusal: LoginRefusal, retryAfterMs?: number): string {
  switch (refusal) {
    case "tooManyAttempts":
      return retryAfterMs === undefined
        ? l10n.t("Too many sign-in attempts. Try again later.")
        : l10n.t("Too many sign-in attempts. Try again in {0}.", waitText(retryAfterMs));
    case "invalidCredentials":
      return l10n.t("Wrong user name or password.");
    case "codeRequired":
      return l10n.t("Enter the code from your authenticator app.");
    case "codeInvalid":
      return l10n.t("Wrong or expired code. Enter the current one.");
    case "passwordLoginDisabled":
      return l10n.t(
        "This site does not allow password sign-in. Go back and choose another method.",
      );
    case "incomplete":
      return l10n.t("The server requires both a user name and a password.");
  }
}

export function caFileText(problem: CaFileProblem, file: string): string {
  switch (problem) {
    case "relative":
      return l10n.t("The path of the CA file must be absolute: {0}", file);
    case "missing":
      return l10n.t("The CA file does not exist: {0}", file);
    case "unreadable":
      return l10n.t("The CA file cannot be read: {0}", file);
    case "notCertificate":
      return l10n.t("The CA file contains no certificate: {0}", file);
  }
}

/** What is wrong in `komari.servers`; entries are counted from 1, as people do. */
export function serversProblemText(problem: ServersProblem): string {
  if (problem.kind === "notAList") return l10n.t("komari.servers must be a list of servers.");
  return l10n.t("Entry {0} of komari.servers: {1}", problem.index + 1, entryText(problem));
}

function entryText(problem: Exclude<ServersProblem, { kind: "notAList" }>): string {
  switch (problem.kind) {
    case "notAnObject":
      return l10n.t("must be an object with a url.");
    case "noUrl":
      return l10n.t("url is missing.");
    case "badUrl":
      return addressText(problem.problem);
    case "duplicateUrl":
      return l10n.t("{0} is listed twice. Only the first entry is used.", problem.baseUrl);
    case "wrongType":
      return wrongTypeText(problem.field);
  }
}

function wrongTypeText(field: string): string {
  switch (field) {
    case "acceptAnyCertificate":
      return l10n.t("{0} must be true or false. It is ignored.", field);
    case "readOnly":
      return l10n.t("{0} must be true or false. The server is treated as read-only.", field);
    default:
      return l10n.t("{0} must be a string. It is ignored.", field);
  }
}
