/** One request, as a service of the model gets it. */
export interface Asked {
  readonly method: string;
  /** Decoded segments of the path, without the empty one at its start. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** The run that asks, as the path of its page. */
  readonly by: string;
  /** Whether its caller may have given up by now. */
  readonly late: boolean;
}

/** What a service answers. A string is sent as text, everything else as JSON. */
export interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A service of the model: acts at once, at the moment that its clock shows. */
export type Service = (asked: Asked) => Answered;

export const ok = (body: unknown, status = 200): Answered => ({ status, body });
export const forbidden: Answered = { status: 403, body: { message: '403 Forbidden' } };
export const notFound: Answered = { status: 404, body: { message: '404 Not Found' } };
