/** What `dist/demo.js` exports. It is built from test/simulator/demo.ts. */
export interface DemoModule {
  startDemo(): Promise<DemoServer>;
}

/** A simulated Komari server on a loopback port of this machine. */
export interface DemoServer {
  readonly url: string;
  /** The API key of its administrator. */
  readonly apiKey: string;
  /** Closes the port with all its connections. */
  stop(): Promise<void>;
}
