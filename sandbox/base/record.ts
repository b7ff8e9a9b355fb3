/** The services that the sandbox plays, and `control`, by which people cause events. */
export type Service = 'github' | 'gitlab' | 'vault' | 'oidc' | 'control';

/** One request, as it came over the wire, and what was answered. */
export interface Recorded {
  /** Position in the order of arrival, from 1, over all services; `clear` does not start it anew. */
  n: number;
  service: Service;
  method: string;
  /** Path and query, as sent. */
  path: string;
  /** Names in lower case; a repeated header is joined by `, `. */
  headers: Record<string, string>;
  /** The body as it was sent (UTF-8), not parsed and printed again. */
  body: string;
  /** `dropped` until an answer goes out, and for ever when none does. */
  status: number | 'dropped';
  /** Virtual ms of the arrival. */
  at: number;
}

/** Everything that the sandbox's services were asked, in order of arrival. */
export interface Recorder {
  all(): Recorded[];
  of(service: Service): Recorded[];
  /** `github GET /repos/…`, in order, of one service or of all. */
  lines(service?: Service): string[];
  clear(): void;
  /** For `serve`: notes a request; the function it gives notes the status of the answer. */
  arrive(request: Omit<Recorded, 'n' | 'status'>): (status: number) => void;
}

/** An empty recorder. One is shared by all services of a sandbox, so that the order between them is known. */
export function createRecorder(): Recorder {
  const records: Recorded[] = [];
  let last = 0;
  const select = (service?: Service) => records.filter((r) => service === undefined || r.service === service);
  return {
    all: () => [...records],
    of: select,
    lines: (service) => select(service).map((r) => `${r.service} ${r.method} ${r.path}`),
    clear: () => {
      records.length = 0;
    },
    arrive: (request) => {
      last += 1;
      const record: Recorded = { n: last, ...request, status: 'dropped' };
      records.push(record);
      return (status) => {
        record.status = status;
      };
    },
  };
}
