import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { getCACertificates } from 'node:tls';

/** As many as are asked for side by side at the gate: one that waits for a connection would be a round trip more. */
const MAX_SOCKETS = 8;

/** Gives the agent for a URL. */
export type AgentFor = (url: URL, reuse: boolean) => HttpAgent | HttpsAgent;

/**
 * Agents, made when first needed. `reuse` keeps connections for the next request; their idle sockets are unref'd
 * by Node, so they never hold the process. Without `reuse` each request gets a fresh connection: a POST must not
 * meet a kept connection that the server is just closing, because whether it arrived could not be known.
 * @param options.proxyEnv an environment: `HTTPS_PROXY` and `NO_PROXY` in both cases are read, by Node itself
 *   (Node docs, "Built-in Proxy Support"; since 24.5)
 * @param options.ca PEM certificates to trust besides those of `roots`
 * @param options.roots `default`: Node's own with what the environment adds (`NODE_EXTRA_CA_CERTS`,
 *   `NODE_USE_SYSTEM_CA`; Node docs, "tls.getCACertificates"); `bundled`: those that Node brings and no others
 */
export function createAgents(options: {
  proxyEnv?: Record<string, string | undefined>;
  ca?: string;
  roots?: 'default' | 'bundled';
}): AgentFor {
  const made = new Map<string, HttpAgent | HttpsAgent>();
  const proxyEnv = options.proxyEnv === undefined ? {} : { proxyEnv: options.proxyEnv as NodeJS.ProcessEnv };
  const make = (protocol: string, keepAlive: boolean) => {
    const shared = { keepAlive, maxSockets: MAX_SOCKETS };
    // Only this machine is asked in clear (`allowedUrl`); a proxy would be another one, and read the tokens.
    if (protocol === 'http:') return new HttpAgent(shared);
    const { roots = 'default', ca: further } = options;
    const ca =
      roots === 'default' && further === undefined
        ? {}
        : { ca: [...getCACertificates(roots), ...(further === undefined ? [] : [further])] };
    // Said aloud, because NODE_TLS_REJECT_UNAUTHORIZED=0 would else switch the check off.
    return new HttpsAgent({ ...shared, ...proxyEnv, ...ca, rejectUnauthorized: true });
  };
  return (url, reuse) => {
    const name = `${url.protocol} ${reuse}`;
    const agent = made.get(name) ?? make(url.protocol, reuse);
    made.set(name, agent);
    return agent;
  };
}
