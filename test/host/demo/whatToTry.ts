import { controlPath } from "../../simulator/server";
import { type Simulator } from "../../simulator/simulator";

/** What `npm start` prints below the address of VS Code. */
export function whatToTry({ url, port, knobs, fleet }: Simulator): string {
  return [
    `Simulated server       ${url}, ${fleet.inOrder.length} nodes`,
    `API key                ${knobs.apiKey}`,
    "",
    "Things to try:",
    "  - Click a node to open its charts. A row shows any problem first.",
    "  - Open the menu of a node and choose Call Method, or press F1 and type Komari.",
    "  - Group the nodes by region or tag, or sort them, by the icons above them.",
    "  - Add Server with the URL and the key above; or browse as a guest, without the key.",
    `  - See what a slow server looks like: curl -d '{"slow": 3000}' http://127.0.0.1:${port}${controlPath}`,
  ].join("\n");
}
