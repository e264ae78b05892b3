import { type LogOutputChannel, window } from "vscode";
import { type Disposable } from "../util/disposable";
import { type Logger } from "../util/logger";
import { logDetail, logLine } from "./logDetail";

/** The output channel "Komari". VS Code would print an error without its cause, so we make the text. */
export class Log implements Logger, Disposable {
  readonly #channel: LogOutputChannel = window.createOutputChannel("Komari", { log: true });

  show(): void {
    this.#channel.show();
  }

  trace(message: string, ...details: unknown[]): void {
    this.#channel.trace(logLine(message), ...details.map(logDetail));
  }

  debug(message: string, ...details: unknown[]): void {
    this.#channel.debug(logLine(message), ...details.map(logDetail));
  }

  info(message: string, ...details: unknown[]): void {
    this.#channel.info(logLine(message), ...details.map(logDetail));
  }

  warn(message: string, ...details: unknown[]): void {
    this.#channel.warn(logLine(message), ...details.map(logDetail));
  }

  error(message: string, ...details: unknown[]): void {
    this.#channel.error(logLine(message), ...details.map(logDetail));
  }

  dispose(): void {
    this.#channel.dispose();
  }
}
