import { page, posts, respond, rewrite } from "../actions";
import { type Course, type Fault, seconds } from "../fault";
import { type RequestRule } from "../proxy/exchange";
import { type World } from "../world";

/** Everything is answered so, sockets too, and open sockets end. */
export const everything =
  (rule: RequestRule) =>
  (world: World): void => {
    world.proxy.onRequest = rule;
    world.proxy.onUpgrade = rule;
    world.proxy.cutConnections();
  };

interface InFront {
  readonly id: string;
  readonly fault: string;
  readonly text: string;
  /** Where the text has a part that changes. */
  readonly pattern?: RegExp;
  readonly rule: RequestRule;
  readonly course?: Partial<Course>;
}

/** Something answers in the place of the server for a minute. */
function inFront({ id, fault, text, pattern, rule, course }: InFront): Fault {
  return {
    id,
    fault,
    seen: `Last known nodes; “${text}”`,
    promise:
      "Tried again soon for two minutes, then ever more rarely; at once when the window regains focus",
    test: {
      begin: everything(rule),
      live: { max: 0.3 },
      texts: [pattern ?? text],
      state: "failed",
      ...course,
    },
  };
}

const gateways: readonly (readonly [number, string])[] = [
  [502, "A proxy in front of Home cannot reach it (HTTP 502)."],
  [503, "A proxy in front of Home reports it as unavailable (HTTP 503)."],
  [504, "A proxy in front of Home got no response from it in time (HTTP 504)."],
  [520, "A CDN in front of Home got an invalid response from it (HTTP 520)."],
  [521, "A CDN in front of Home was refused a connection to it (HTTP 521)."],
  [522, "A CDN in front of Home could not connect to it in time (HTTP 522)."],
  [523, "A CDN in front of Home cannot find it (HTTP 523)."],
  [524, "A CDN in front of Home got no response from it in time (HTTP 524)."],
  [525, "A CDN in front of Home cannot connect to it securely (HTTP 525)."],
  [526, "A CDN in front of Home cannot connect to it securely (HTTP 526)."],
  [530, "A CDN in front of Home cannot find it (HTTP 530)."],
];

const signIn =
  "A proxy in front of Home requires its own sign-in (HTTP 401), which is not supported.";

/** Responses in place of the server's own, of whatever stands between. */
export const responseFaults: readonly Fault[] = [
  ...gateways.map(([status, text]) =>
    inFront({
      id: `all-${status}`,
      fault: `A proxy responses everything with HTTP ${status} and a page`,
      text,
      rule: page(status, `${status}`),
    }),
  ),
  inFront({
    id: "router-404",
    fault: "A router without a backend answers HTTP 404 in plain text",
    text: "Home was not found at its URL (HTTP 404). Check the URL and its path, or the proxy in front of it.",
    rule: respond({
      status: 404,
      headers: { "content-type": "text/plain; charset=utf-8" },
      body: "404 page not found\n",
    }),
  }),
  inFront({
    id: "captive-portal",
    fault: "A captive portal answers everything with its page",
    text: "Home responded with a web page (HTTP 200), not as a Komari site. Check the URL and its path.",
    rule: page(200, "Welcome to our guest network"),
  }),
  inFront({
    id: "captive-portal-redirect",
    fault: "A captive portal redirects everything to its own host",
    text: "Home redirects to http://portal.example.net (HTTP 302). If that is the same site, use that URL.",
    rule: respond({
      status: 302,
      headers: { location: "http://portal.example.net/start?token=1" },
    }),
  }),
  inFront({
    id: "sign-in-page",
    fault: "A single sign-on answers everything with its page",
    text: "A proxy in front of Home requires its own sign-in (HTTP 200), which is not supported.",
    rule: page(200, "Sign in"),
  }),
  inFront({
    id: "basic-authentication",
    fault: "A proxy wants HTTP Basic authentication",
    text: "A proxy in front of Home requires HTTP Basic authentication (HTTP 401), which is not supported.",
    rule: page(401, "Authorization Required", { "www-authenticate": 'Basic realm="internal"' }),
  }),
  inFront({
    id: "auth-proxy-401",
    fault: "An authenticating proxy restarts and answers HTTP 401 with a page",
    text: signIn,
    rule: page(401, "Unauthorized"),
  }),
  inFront({
    id: "auth-proxy-401-text",
    fault: "An authenticating proxy restarts and answers HTTP 401 in plain text",
    text: signIn,
    rule: respond({ status: 401, body: "Unauthorized" }),
  }),
  inFront({
    id: "gateway-401",
    fault: "A gateway answers HTTP 401 in JSON of its own",
    text: signIn,
    rule: respond({
      status: 401,
      headers: { "content-type": "application/json" },
      body: '{"message":"No API key found in request"}',
    }),
  }),
  inFront({
    id: "redirect-to-https",
    fault: "HTTP redirects to HTTPS",
    text: "Home redirects to https://home.example.org (HTTP 301). If that is the same site, use that URL.",
    rule: respond({ status: 301, headers: { location: "https://home.example.org/api/rpc2" } }),
  }),
  inFront({
    id: "https-port",
    fault: "The port is one for HTTPS and says so",
    text: "Home requires HTTPS. Use https://….",
    pattern: /^Home requires HTTPS\. Use https:\/\/127\.0\.0\.1:\d+\.$/,
    rule: page(400, "400 The plain HTTP request was sent to HTTPS port"),
  }),
  inFront({
    id: "forbidden",
    fault: "A firewall answers everything with HTTP 403",
    text: "A proxy or firewall in front of Home refused the request (HTTP 403).",
    rule: page(403, "Forbidden"),
  }),
  inFront({
    id: "too-many-requests",
    fault: "A proxy answers everything with HTTP 429 and Retry-After",
    text: "Home accepts no more requests for now (HTTP 429). Try again in 30 s.",
    rule: respond({ status: 429, headers: { "retry-after": "30" } }),
    course: { lastsMs: seconds(25), live: { max: 0.4 }, recoversWithinMs: seconds(31) },
  }),
  inFront({
    id: "json-broken-off",
    fault: "Every response is JSON that breaks off",
    text: "Home sent a response that is cut off or garbled (HTTP 200).",
    rule: posts(rewrite(({ body }) => ({ body: body.slice(0, -9) }))),
  }),
];
