import dns from "node:dns";
import { testCertificate } from "../../builders/testCertificate";
import { expiredCertificate, foreignCertificate, futureCertificate } from "../certificates";
import { type Fault, seconds } from "../fault";
import { type World, type WorldOptions } from "../world";

const again = "Tried again with growing pauses, at once when the window regains focus";

type Lookup = { readonly error: string } | { readonly addresses: readonly string[] };

/** What names resolve to, until `test` ends. */
async function withNames(
  names: (host: string) => Lookup,
  test: () => Promise<void>,
): Promise<void> {
  const { lookup } = dns;
  Object.assign(dns, {
    lookup: (host: string, options: dns.LookupOptions, callback: (...args: unknown[]) => void) => {
      const found = names(host);
      if ("error" in found) {
        callback(
          Object.assign(new Error(`getaddrinfo ${found.error} ${host}`), { code: found.error }),
        );
        return;
      }
      const all = found.addresses.map((address) => ({
        address,
        family: address.includes(":") ? 6 : 4,
      }));
      const [first] = all;
      if (options.all === true) callback(null, all);
      else callback(null, first?.address, first?.family);
    },
  });
  try {
    await test();
  } finally {
    Object.assign(dns, { lookup });
  }
}

const named: Partial<WorldOptions> = { url: ({ port }) => `http://home.example.org:${port}` };

/** A name that cannot be resolved for a minute. */
function unresolved(code: string, text: string): Fault {
  return {
    id: `name-${code.toLowerCase()}`,
    fault: `The host name cannot be resolved (${code})`,
    seen: `Last known nodes; “${text}”`,
    promise: again,
    world: named,
    test: async (world) => {
      let response: Lookup = { addresses: ["127.0.0.1"] };
      await withNames(
        () => response,
        async () => {
          await world.becomeLive();
          response = { error: code };
          world.proxy.cutConnections();
          const { texts, liveShare } = await world.watch(seconds(60));
          if (texts.join() !== text || liveShare > 0.3)
            throw new Error(`${liveShare}: ${texts.join()}`);
          response = { addresses: ["127.0.0.1"] };
          world.fleet.wake();
          await world.untilLive(seconds(5));
        },
      );
    },
  };
}

interface CertificateFault {
  readonly id: string;
  readonly fault: string;
  readonly reason: string;
  readonly world: Partial<WorldOptions>;
}

/** A server that is never trusted. */
function certificateFault({ id, fault, reason, world }: CertificateFault): Fault {
  const text = `Home cannot be reached securely: ${reason}.`;
  return {
    id,
    fault,
    seen: `“${text}”, also in Add Server`,
    promise: "Nothing is sent, no credential above all; tried again, ever more rarely",
    world,
    test: async (running) => {
      running.start();
      const { texts, liveShare, arrivals } = await running.watch(seconds(120));
      const added = await running.addServer();
      const sent = arrivals.filter(({ kind }) => kind !== "connection").length;
      if (liveShare > 0 || texts.join() !== text || added !== text || sent > 0) {
        throw new Error(`${liveShare}, ${sent} sent: ${texts.join()}; ${added}`);
      }
      if (arrivals.length > 30) throw new Error(`${arrivals.length} connections in two minutes`);
    },
  };
}

async function isLiveFor(world: World, ms: number): Promise<void> {
  await world.becomeLive();
  const { liveShare, texts } = await world.watch(ms);
  if (liveShare < 1 || texts.length > 0) throw new Error(`${liveShare}: ${texts.join()}`);
}

/** Names, addresses and certificates. */
export const nameFaults: readonly Fault[] = [
  unresolved("ENOTFOUND", "Home cannot be reached: host name not found."),
  unresolved("EAI_AGAIN", "Home cannot be reached: the host name cannot be resolved right now."),
  {
    id: "name-first-address-dead",
    fault: "The name has an IPv6 address at which nothing listens, and an IPv4 one",
    seen: "Nodes as usual",
    promise: "All addresses are tried",
    world: named,
    test: (world) =>
      withNames(
        () => ({ addresses: ["::1", "127.0.0.1"] }),
        () => isLiveFor(world, seconds(20)),
      ),
  },
  {
    id: "address-ipv6",
    fault: "The server has an IPv6 address alone",
    seen: "Nodes as usual",
    promise: "Addresses in brackets work for requests, sockets and Origin",
    world: { host: "::1" },
    test: (world) => isLiveFor(world, seconds(20)),
  },
  certificateFault({
    id: "certificate-self-signed",
    fault: "The certificate is self-signed",
    reason: "the certificate is self-signed",
    world: { certificate: testCertificate },
  }),
  certificateFault({
    id: "certificate-expired",
    fault: "The certificate has expired",
    reason: "the certificate has expired",
    world: { certificate: expiredCertificate, tls: { ca: expiredCertificate.cert } },
  }),
  certificateFault({
    id: "certificate-not-yet-valid",
    fault: "The certificate is not valid yet",
    reason: "the certificate is not valid yet",
    world: { certificate: futureCertificate, tls: { ca: futureCertificate.cert } },
  }),
  certificateFault({
    id: "certificate-of-another-host",
    fault: "The certificate is for another host",
    reason: "the certificate is for another host name",
    world: { certificate: foreignCertificate, tls: { ca: foreignCertificate.cert } },
  }),
  certificateFault({
    id: "certificate-of-another-authority",
    fault: "The certificate is not from the authority that was chosen",
    reason: "the certificate is self-signed",
    world: { certificate: testCertificate, tls: { ca: foreignCertificate.cert } },
  }),
  {
    id: "certificate-trusted",
    fault: "The certificate is self-signed and was chosen as an authority",
    seen: "Nodes as usual",
    promise: "Requests and sockets trust it alike",
    world: { certificate: testCertificate, tls: { ca: testCertificate.cert } },
    test: (world) => isLiveFor(world, seconds(20)),
  },
  {
    id: "https-url-http-port",
    fault: "The URL begins with https, and the port does not use TLS",
    seen: "“Home cannot be reached securely: this port does not use TLS (did you mean http://?).”",
    promise: again,
    world: { url: ({ port }) => `https://127.0.0.1:${port}` },
    test: async (world) => {
      world.start();
      await world.pass(seconds(5));
      const { texts } = await world.watch(seconds(30));
      const text =
        "Home cannot be reached securely: this port does not use TLS (did you mean http://?).";
      if (texts.join() !== text) throw new Error(texts.join());
    },
  },
  {
    id: "http-url-https-port",
    fault: "The URL begins with http, and the port answers with a TLS alert",
    seen: "“Home requires HTTPS. Use https://….”",
    promise: "Tried again, ever more rarely",
    test: async (world) => {
      world.proxy.onConnection = (socket) => {
        socket.resume();
        socket.end(Buffer.from([0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x46]));
      };
      world.start();
      await world.pass(seconds(5));
      const { texts } = await world.watch(seconds(30));
      const expected = /^Home requires HTTPS\. Use https:\/\/[^ ]+\.$/;
      if (!expected.test(texts.join())) throw new Error(texts.join());
    },
  },
];
