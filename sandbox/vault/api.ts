/** What the routes share: a request as it reaches a mount, and what a mount answers. */

/** A mount of secrets or of a way to log in. */
export interface Mount {
  /** Below its namespace, with a slash at its end: `secret/`, `auth/jwt/`. */
  readonly path: string;
  readonly type: string;
  readonly options: Readonly<Record<string, string>> | null;
  readonly description: string;
  readonly accessor: string;
  readonly uuid: string;
  /** Seconds; 0: the server's own. */
  defaultTtl: number;
  maxTtl: number;
  readonly backend: Backend;
}

/** A policy as it was written, and what it allows. */
export interface Policy {
  readonly name: string;
  readonly text: string;
  readonly rules: readonly Rule[];
  readonly version: number;
  readonly modified: number;
}

/** What a policy says of one path: may end in `*`, and hold `+` for one segment. */
export interface Rule {
  readonly path: string;
  readonly capabilities: readonly Capability[];
}

/** A part of the server with mounts, policies and tokens of its own. */
export interface Namespace {
  /** '' for the root, else with a slash at its end: `team/`. */
  readonly path: string;
  /** Five to six characters, at the end of its tokens; '' for the root. */
  readonly id: string;
  readonly uuid: string;
  readonly mounts: Map<string, Mount>;
  readonly policies: Map<string, Policy>;
  locked: boolean;
}

/** A token. All times are virtual ms, all lifetimes seconds. */
export interface Token {
  readonly id: string;
  readonly accessor: string;
  readonly namespace: Namespace;
  readonly type: 'service' | 'batch';
  readonly policies: readonly string[];
  readonly meta: Readonly<Record<string, string>> | null;
  readonly displayName: string;
  readonly entityId: string;
  /** Where it was made: `auth/jwt/login`. */
  readonly path: string;
  readonly orphan: boolean;
  readonly parent: string | undefined;
  readonly renewable: boolean;
  readonly cidrs: readonly string[];
  readonly period: number;
  readonly explicitMaxTtl: number;
  /** The longest that it may live in all, seconds. */
  readonly maxTtl: number;
  readonly createdAt: number;
  readonly creationTtl: number;
  /** Undefined: never. */
  expiresAt: number | undefined;
  /** 0: as many as one likes. */
  usesLeft: number;
  readonly limited: boolean;
}

/** All that there are (Vault docs, "Policies", "Capabilities"). */
export const CAPABILITIES = [
  'create',
  'read',
  'update',
  'patch',
  'delete',
  'list',
  'scan',
  'sudo',
  'deny',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** What a request wants: Vault's own word for the method, a list told apart from a read. */
export type Operation = 'read' | 'write' | 'delete' | 'list' | 'patch';

/** A request that has reached its mount. */
export interface Call {
  readonly operation: Operation;
  readonly namespace: Namespace;
  readonly mount: Mount;
  /** Below the namespace, decoded: `secret/data/functional-tests`. */
  readonly whole: string;
  /** Below the mount. */
  readonly path: string;
  /** What the pattern of the route has caught. */
  readonly caught: readonly string[];
  readonly body: Readonly<Record<string, unknown>>;
  readonly query: URLSearchParams;
  /** Undefined where the route is open and none was sent. */
  readonly token: Token | undefined;
  /** The token as it was sent, good or not. */
  readonly sent: string | undefined;
  /** Where the request comes from: an IPv4 address. */
  readonly from: string;
}

/** What a log-in gives. */
export interface Auth {
  readonly token: Token;
  readonly ttl: number;
}

/** What a mount answers; undefined is 204 without a body. */
export type Answer =
  | {
      readonly kind: 'usual';
      readonly status?: 200 | 404;
      readonly data?: unknown;
      readonly auth?: Auth;
      readonly warnings?: readonly string[];
      readonly lease?: { readonly id: string; readonly seconds: number; readonly renewable: boolean };
      /** Some paths below `sys` repeat their data beside the usual fields. */
      readonly repeats?: true;
    }
  /** A body of its own, as the health has. */
  | { readonly kind: 'bare'; readonly status: number; readonly body: unknown }
  | undefined;

/** Answers one call. */
export type Handler = (call: Call) => Answer | Promise<Answer>;

/** A path of a mount, and what can be done with it. */
export type Route = {
  /** Tried on the whole path below the mount. */
  readonly path: RegExp;
  /** Fields of a body that are read. Another one is not imitated. */
  readonly fields?: readonly string[];
  readonly parameters?: readonly string[];
  /** Asked without a token, or with any. */
  readonly open?: true;
  /** What a real server answers with 405; anything else that has no handler is not imitated. */
  readonly refuses?: readonly Operation[];
  /** Needs the capability `sudo` too. */
  readonly sudo?: true;
  /** Whether what would be written is there: then that is an update, else a creation. Without it always an update. */
  readonly exists?: (call: Call) => boolean;
} & { readonly [O in Operation]?: Handler };

/** The routes of a mount, the first that matches answers. */
export type Backend = readonly Route[];

/** The usual answer with data. */
export const withData = (data: unknown): Answer => ({ kind: 'usual', data });
