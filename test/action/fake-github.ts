import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Ajv, type ValidateFunction } from 'ajv';
import { liveRoutes, liveShapes } from './live-shapes.ts';

// GitHub's REST API as far as the Action uses it. What is asked and answered is held against shapes cut down from GitHub's
// OpenAPI description (https://github.com/github/rest-api-description, version 2022-11-28); each names its page.

const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false });
const text = { type: 'string' } as const;
const number = { type: 'integer' } as const;
const object = (required: readonly string[], properties: object, more = false) => ({
  type: 'object',
  required,
  properties,
  additionalProperties: more,
});

const annotation = object(['path', 'start_line', 'end_line', 'annotation_level', 'message'], {
  path: text,
  start_line: { ...number, minimum: 1 },
  end_line: { ...number, minimum: 1 },
  start_column: number,
  end_column: number,
  annotation_level: { enum: ['notice', 'warning', 'failure'] },
  message: { ...text, maxLength: 65_536 },
  title: { ...text, maxLength: 255 },
  raw_details: text,
});
const output = object(['summary', 'title'], {
  title: text,
  summary: { ...text, maxLength: 65_535 },
  text: { ...text, maxLength: 65_535 },
  annotations: { type: 'array', maxItems: 50, items: annotation },
});
const commentBody = object(['body'], { body: { ...text, minLength: 1, maxLength: 65_536 } });
const posted = object(['id', 'body', 'user'], {
  id: number,
  body: text,
  user: object(['login', 'type'], { login: text, type: text }),
});
const changed = object(['filename', 'status', 'additions', 'deletions', 'changes'], {
  filename: text,
  status: { enum: ['added', 'removed', 'modified', 'renamed', 'copied', 'changed', 'unchanged'] },
  additions: number,
  deletions: number,
  changes: number,
  previous_filename: text,
  patch: text,
});

interface Shape {
  body?: ValidateFunction;
  answer: ValidateFunction;
  permission: string;
}
const shape = (permission: string, answer: object, body?: object): Shape => ({
  permission,
  answer: ajv.compile(answer),
  ...(body && { body: ajv.compile(body) }),
});

const shapes: { readonly [request: string]: Shape } = {
  // https://docs.github.com/en/rest/issues/comments#list-issue-comments
  'GET comments': shape('pull-requests: read', { type: 'array', items: posted }),
  // https://docs.github.com/en/rest/issues/comments#create-an-issue-comment
  'POST comments': shape('pull-requests: write', posted, commentBody),
  // https://docs.github.com/en/rest/issues/comments#update-an-issue-comment
  'PATCH comment': shape('pull-requests: write', posted, commentBody),
  // https://docs.github.com/en/rest/pulls/pulls#list-pull-requests-files
  'GET files': shape('pull-requests: read', { type: 'array', items: changed }),
  // https://docs.github.com/en/rest/commits/commits#compare-two-commits
  'GET compare': shape(
    'contents: read',
    object(['files'], { files: { type: 'array', maxItems: 300, items: changed } }),
  ),
  // https://docs.github.com/en/rest/checks/runs#create-a-check-run
  'POST check-runs': shape(
    'checks: write',
    object(['id'], { id: number }),
    object(['name', 'head_sha'], {
      name: text,
      head_sha: { ...text, pattern: '^[0-9a-f]{40}$' },
      status: { enum: ['queued', 'in_progress', 'completed'] },
      conclusion: {
        enum: ['action_required', 'cancelled', 'failure', 'neutral', 'success', 'skipped', 'stale', 'timed_out'],
      },
      output,
    }),
  ),
  // https://docs.github.com/en/rest/checks/runs#update-a-check-run
  'PATCH check-run': shape('checks: write', object(['id'], { id: number }), object([], { output })),
  // https://docs.github.com/en/rest/users/users#get-the-authenticated-user
  'GET user': shape('user', object(['login', 'type'], { login: text, type: text })),
  ...Object.fromEntries(
    Object.entries(liveShapes).map(([kind, { permission, answer }]) => [kind, shape(permission, answer)]),
  ),
};

const routes: readonly [RegExp, string][] = [
  [/^\/repos\/acme\/cloud\/issues\/7\/comments$/, 'comments'],
  [/^\/repos\/acme\/cloud\/issues\/comments\/(\d+)$/, 'comment'],
  [/^\/repos\/acme\/cloud\/pulls\/7\/files$/, 'files'],
  [/^\/repos\/acme\/cloud\/compare\/\w+\.\.\.\w+$/, 'compare'],
  [/^\/repos\/acme\/cloud\/check-runs$/, 'check-runs'],
  [/^\/repos\/acme\/cloud\/check-runs\/(\d+)$/, 'check-run'],
  [/^\/user$/, 'user'],
  ...liveRoutes,
];

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
  /** What broke a shape. */
  readonly wrong: string[] = [];
  pageSize = 100;
  url = '';
  readonly #server = createServer((request, response) => void this.#answer(request, response));

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
    const [pattern, name] = routes.find(([route]) => route.test(path)) ?? [];
    const kind = `${request.method} ${name}`;
    this.asked.push(kind);
    const send = (status: number, body: unknown, headers: { [name: string]: string } = {}) => {
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
    const shaped = shapes[kind];
    if (!shaped || !pattern || !pathname.startsWith('/api/v3/')) {
      this.wrong.push(`${request.method} ${pathname}`);
      return send(404, { message: 'Not Found' });
    }
    if (request.headers.authorization !== `Bearer ${token}`) return send(401, { message: 'Bad credentials' });
    if (!request.headers['user-agent'] || request.headers.accept !== 'application/vnd.github+json')
      this.wrong.push(`${kind}: headers`);
    if (!this.permissions.includes(shaped.permission) && !(shaped.permission === 'user' && this.person))
      return send(403, { message: 'Resource not accessible by integration' });
    const body = chunks.length > 0 ? (JSON.parse(Buffer.concat(chunks).toString()) as never) : undefined;
    if (shaped.body && !shaped.body(body)) {
      this.wrong.push(`${kind}: ${ajv.errorsText(shaped.body.errors)}`);
      return send(422, { message: 'Invalid request.' });
    }
    if (kind in liveShapes && this.holds[kind] === undefined) return send(404, { message: 'Not Found' });
    const { answer, headers } = this.#state(kind, Number(pattern.exec(path)?.[1]), body, searchParams);
    if (!shaped.answer(answer)) this.wrong.push(`answer to ${kind}: ${ajv.errorsText(shaped.answer.errors)}`);
    if (answer === null) return void response.writeHead(204).end();
    send(request.method === 'POST' ? 201 : 200, answer, headers);
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
        return page(this.holds[kind] as object[], '/repos/acme/cloud/rules/branches/main');
      case 'POST check-runs': {
        const { head_sha: commit, conclusion } = sent;
        const made = { id: this.checks.length + 1, head_sha: commit, conclusion, annotations: sent.output.annotations };
        this.checks.push(made);
        return { answer: { id: made.id }, headers: {} };
      }
      default: {
        if (kind in liveShapes) return { answer: this.holds[kind] as object, headers: {} };
        const found = this.checks.find((check) => check.id === id)!;
        found.annotations = [...found.annotations, ...sent.output.annotations];
        return { answer: { id }, headers: {} };
      }
    }
  }
}
