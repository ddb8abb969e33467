import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answered, operationAt, problemsOf } from './description.ts';
import { permissions } from './permissions.ts';

// GitHub's REST API as far as the Action uses it. What is asked and answered is held against GitHub's own OpenAPI description.

export interface Comment {
  id: number;
  body: string;
  user: { login: string; type: string };
}
interface CheckRun {
  id: number;
  head_sha: string;
  conclusion: string;
  annotations: { path: string; title: string; start_line: number }[];
}
interface Trouble {
  /** `POST comments`: the next requests of this kind fail. */
  request: string;
  status: number;
  headers?: { [name: string]: string };
  message?: string;
}

export const token = 'ghs_0000000000000000000000000000000000ab';
export const everything = ['contents: read', 'pull-requests: read', 'pull-requests: write', 'checks: write'];

/** A stateful stand-in for one repository with one pull request, number 7. Its address has a path, as on Enterprise Server. */
export class FakeGitHub {
  comments: Comment[] = [];
  files: object[] = [];
  checks: CheckRun[] = [];
  permissions: readonly string[] = everything;
  /** Whose token it is: without one, a workflow's. */
  person?: string;
  /** What holds, by request: `GET rules`; what is not here is not found. Null has no body. */
  holds: { [request: string]: unknown } = {};
  trouble: Trouble[] = [];
  readonly asked: string[] = [];
  /** What broke the description. */
  readonly wrong: string[] = [];
  pageSize = 100;
  url = '';
  readonly #server = createServer((request, response) => {
    this.#answer(request, response).catch((error: unknown) => {
      this.wrong.push(String(error));
      response.writeHead(500).end();
    });
  });

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api/v3`;
    return this;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    const path = pathname.replace(/^\/api\/v3/, '');
    const operation = operationAt(request.method ?? '', path);
    const kind = operation?.name ?? `${request.method} ${path}`;
    this.asked.push(kind);
    const send = (status: number, body: unknown, headers: { [name: string]: string } = {}) => {
      const schema = operation?.answers[status];
      if (status >= 400) body = schema ? answered(schema, body) : body;
      const wrong = schema && problemsOf(schema, body);
      if (wrong) this.wrong.push(`answer to ${kind}, ${status}: ${wrong}`);
      if (body === null) return void response.writeHead(204).end();
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
      response.end(JSON.stringify(body));
    };
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const trouble = this.trouble.find((one) => one.request === kind);
    if (trouble) {
      this.trouble.splice(this.trouble.indexOf(trouble), 1);
      return send(trouble.status, { message: trouble.message ?? 'trouble' }, trouble.headers);
    }
    if (!operation || !pathname.startsWith('/api/v3/') || !/^\/(repos\/acme\/cloud|orgs\/acme|user$)/.test(path)) {
      this.wrong.push(`${request.method} ${pathname}`);
      return send(404, { message: 'Not Found' });
    }
    if (request.headers.authorization !== `Bearer ${token}`) return send(401, { message: 'Bad credentials' });
    if (!request.headers['user-agent'] || request.headers.accept !== 'application/vnd.github+json')
      this.wrong.push(`${kind}: headers`);
    for (const [name, value] of searchParams) {
      const wrong = operation.query[name]
        ? problemsOf(operation.query[name], operation.query[name].type === 'integer' ? Number(value) : value)
        : 'no such parameter';
      if (wrong) this.wrong.push(`${kind}?${name}=${value}: ${wrong}`);
    }
    const permission = permissions[kind]!;
    if (!this.permissions.includes(permission) && !(permission === 'user' && this.person))
      return send(403, { message: 'Resource not accessible by integration' });
    const body = chunks.length > 0 ? (JSON.parse(Buffer.concat(chunks).toString()) as never) : undefined;
    const refused = operation.body && problemsOf(operation.body, body);
    if (refused) {
      this.wrong.push(`${kind}: ${refused}`);
      return send(422, { message: 'Invalid request.' });
    }
    // It throws where the body has something that the description doesn't know.
    if (operation.body) answered(operation.body, body);
    const state = this.#state(kind, Number(/\d+$/.exec(path)?.[0]), body, searchParams);
    if (!state) return send(404, { message: 'Not Found' });
    const [status, schema] = Object.entries(operation.answers).find(([code]) => code.startsWith('2'))!;
    send(Number(status), schema && answered(schema, state.answer), state.headers);
  }

  #state(kind: string, id: number, body: { [name: string]: never } | undefined, search: URLSearchParams) {
    const user = this.person ? { login: this.person, type: 'User' } : { login: 'github-actions[bot]', type: 'Bot' };
    const page = (all: readonly object[], name: string) => {
      const at = Number(search.get('page') ?? 1);
      const size = Math.min(this.pageSize, Number(search.get('per_page') ?? 30));
      const more = at * size < all.length;
      return {
        answer: all.slice((at - 1) * size, at * size),
        headers: more ? { link: `<${this.url}${name}?per_page=${size}&page=${at + 1}>; rel="next"` } : {},
      };
    };
    const sent = body as unknown as {
      body: string;
      head_sha: string;
      conclusion: string;
      output: { annotations: CheckRun['annotations'] };
    };
    switch (kind) {
      case 'GET comments':
        return page(this.comments, '/repos/acme/cloud/issues/7/comments');
      case 'POST comments': {
        const made = { id: 100 + this.comments.length, body: sent.body, user };
        this.comments.push(made);
        return { answer: made, headers: {} };
      }
      case 'PATCH comment': {
        const found = this.comments.find((comment) => comment.id === id)!;
        found.body = sent.body;
        return { answer: found, headers: {} };
      }
      case 'GET files':
        return page(this.files, '/repos/acme/cloud/pulls/7/files');
      case 'GET compare':
        return { answer: { files: this.files }, headers: {} };
      case 'GET user':
        return { answer: user, headers: {} };
      case 'GET rules':
        return this.holds[kind] !== undefined
          ? page(this.holds[kind] as object[], '/repos/acme/cloud/rules/branches/main')
          : undefined;
      case 'POST check-runs': {
        const { head_sha: commit, conclusion } = sent;
        const made = { id: this.checks.length + 1, head_sha: commit, conclusion, annotations: sent.output.annotations };
        this.checks.push(made);
        return { answer: { id: made.id }, headers: {} };
      }
      default: {
        if (this.holds[kind] !== undefined) return { answer: this.holds[kind], headers: {} };
        const found = this.checks.find((check) => check.id === id);
        if (kind !== 'PATCH check-run' || !found) return undefined;
        found.annotations = [...found.annotations, ...sent.output.annotations];
        return { answer: { id }, headers: {} };
      }
    }
  }
}
