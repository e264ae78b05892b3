import * as l10n from "@vscode/l10n";
import { type AddressProblem } from "../../../komari/address";
import { type CredentialProblem, shortestApiKey } from "../../../komari/credential";
import { type LoginRefusal } from "../../../komari/login";
import { type ServersProblem } from "../../../platform/config";
import { type CaFileProblem } from "../caFile";

/** What is wrong with a typed URL. */
export function addressText(problem: AddressProblem): string {
  switch (problem) {
    case "empty":
      return l10n.t("Enter the URL of the Komari site.");
    case "scheme":
      return l10n.t("The URL has to begin with https:// or http://.");
    case "credentials":
      return l10n.t("Leave the user name and password out of the URL. Sign-in comes next.");
    case "host":
      return l10n.t("This URL has no valid host name. Example: https://komari.example.com");
    case "port":
      return l10n.t("The port has to be a number from 1 to 65535.");
    case "query":
      return l10n.t("Leave out everything from the question mark on.");
  }
}

export function apiKeyText(problem: CredentialProblem): string {
  switch (problem) {
    case "empty":
    case "noSessionToken":
      return l10n.t("Enter the API key.");
    case "characters":
      return l10n.t("An API key has no spaces or line breaks inside. Copy it once more.");
  }
}

export function sessionCookieText(problem: CredentialProblem): string {
  switch (problem) {
    case "empty":
      return l10n.t("Paste the session cookie.");
    case "noSessionToken":
      return l10n.t("There is no session_token in this. Copy the cookie of that name.");
    case "characters":
      return l10n.t("This is not the value of one cookie. Copy only that of session_token.");
  }
}

/** @param warning what was odd about the key before the server was asked. */
export function rejectedKeyText(warning: "shortKey" | undefined): string {
  const sentence = l10n.t("This server does not accept the key.");
  if (warning === undefined) return sentence;
  return l10n.t(
    "{0} Since Komari 1.2.6 a key needs at least {1} characters.",
    sentence,
    shortestApiKey,
  );
}

export function rejectedSessionText(): string {
  return l10n.t("This server does not accept the session. Sign in there again and copy it anew.");
}

/** Why a login with user name and password came to nothing. */
export function loginText(refusal: LoginRefusal): string {
  switch (refusal) {
    case "invalidCredentials":
      return l10n.t("The user name or the password is wrong.");
    case "codeRequired":
      return l10n.t("Enter the code of your authenticator app.");
    case "codeInvalid":
      return l10n.t("This code is wrong or has expired. Enter the one shown now.");
    case "passwordLoginDisabled":
      return l10n.t("This site does not allow passwords. Go back and choose another sign-in.");
    case "incomplete":
      return l10n.t("The server wants both a user name and a password.");
  }
}

export function caFileText(problem: CaFileProblem, file: string): string {
  switch (problem) {
    case "relative":
      return l10n.t("The path of the CA file has to be absolute: {0}", file);
    case "missing":
      return l10n.t("The CA file does not exist: {0}", file);
    case "unreadable":
      return l10n.t("The CA file cannot be read: {0}", file);
    case "notCertificate":
      return l10n.t("The CA file holds no certificate: {0}", file);
  }
}

/** What is wrong in `komari.servers`; entries are counted from 1, as people do. */
export function serversProblemText(problem: ServersProblem): string {
  if (problem.kind === "notAList") return l10n.t("komari.servers has to be a list of servers.");
  return l10n.t("Entry {0} of komari.servers: {1}", problem.index + 1, entryText(problem));
}

function entryText(problem: Exclude<ServersProblem, { kind: "notAList" }>): string {
  switch (problem.kind) {
    case "notAnObject":
      return l10n.t("it has to be an object with a url.");
    case "noUrl":
      return l10n.t("it has no url.");
    case "badUrl":
      return addressText(problem.problem);
    case "duplicateUrl":
      return l10n.t("{0} is listed already. Only the first entry is used.", problem.baseUrl);
    case "wrongType":
      return wrongTypeText(problem.field);
  }
}

function wrongTypeText(field: string): string {
  switch (field) {
    case "acceptAnyCertificate":
      return l10n.t("{0} has to be true or false. It is ignored.", field);
    case "readOnly":
      return l10n.t("{0} has to be true or false. The server counts as read-only.", field);
    default:
      return l10n.t("{0} has to be a string. It is ignored.", field);
  }
}
