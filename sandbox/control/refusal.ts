/** A no of the control plane: what was asked for does not exist, is not allowed, or is not played. */
export class Refusal extends Error {
  /** HTTP: 400 a fault of the request, 403 GitHub would not let them, 404 not there, 422 not played. */
  readonly status: 400 | 403 | 404 | 422;

  constructor(status: Refusal['status'], message: string) {
    super(message);
    this.status = status;
  }
}
