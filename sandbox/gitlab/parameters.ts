/** What the routes read of a query, and of a body. GitLab's descriptions of these calls have more (GitLab docs, "REST API resources"). */
import type { Parameters } from '../base/asked.ts';

const pages = ['page', 'per_page'];
const trigger = ['token', 'ref', 'variables', 'inputs'];

export const parameters: Parameters = {
  'GET /projects/:id': [],
  'GET /projects/:id/pipelines': [
    ...['scope', 'status', 'ref', 'sha', 'source', 'username', 'name', 'yaml_errors', 'order_by', 'sort'],
    ...['updated_after', 'updated_before', 'created_after', 'created_before'],
    ...pages,
  ],
  'GET /projects/:id/pipelines/latest': ['ref'],
  'GET /projects/:id/pipelines/:pipeline': [],
  'GET /projects/:id/pipelines/:pipeline/variables': [],
  'GET /projects/:id/pipelines/:pipeline/jobs': ['scope', 'include_retried', ...pages],
  'GET /projects/:id/pipelines/:pipeline/bridges': ['scope', ...pages],
  'GET /projects/:id/pipelines/:pipeline/test_report_summary': [],
  'PUT /projects/:id/pipelines/:pipeline/metadata': [],
  'POST /projects/:id/pipelines/:pipeline/retry': [],
  'POST /projects/:id/pipelines/:pipeline/cancel': [],
  'DELETE /projects/:id/pipelines/:pipeline': [],
  'POST /projects/:id/pipeline': [],
  'POST /projects/:id/trigger/pipeline': trigger,
  'POST /projects/:id/ref/:ref/trigger/pipeline': trigger,
  'GET /projects/:id/repository/branches': ['search', ...pages],
  'GET /projects/:id/repository/branches/:branch': [],
  'GET /projects/:id/repository/tags/:tag': [],
  'GET /projects/:id/repository/files/:path': ['ref'],
  'GET /projects/:id/jobs/:job': [],
  'GET /projects/:id/jobs/:job/trace': [],
  'POST /projects/:id/jobs/:job/play': [],
  'GET /job': [],
  'GET /personal_access_tokens/self': [],
  'GET /user': [],
  'GET /metadata': [],
  'GET /version': [],
};

export const fields: Parameters = {
  'POST /projects/:id/pipeline': ['ref', 'variables', 'inputs'],
  'POST /projects/:id/trigger/pipeline': trigger,
  'POST /projects/:id/ref/:ref/trigger/pipeline': trigger,
  'PUT /projects/:id/pipelines/:pipeline/metadata': ['name'],
};

/** The path of a route as these tables call it. */
export const pathOf = (path: string): string => path.replace(/^\/api\/v4/, '');
