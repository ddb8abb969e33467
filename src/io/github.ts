import { visible } from '../report/escape.ts';

/** A request that GitHub refused or that got no answer (status 0). The message never holds a header or a token. */
export class GitHubError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export interface GitHub {
  send(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object): Promise<unknown>;
  /** All pages of a list; `complete` is false where there are more than `most`. */
  pages(
    path: string,
    most: number,
    listIn?: (body: unknown) => unknown,
  ): Promise<{ items: unknown[]; complete: boolean }>;
}

const attempts = 4;
const longestWait = 60_000;
const timeout = 20_000;

/** A client of GitHub's REST API, with what the Action needs: paging, and patience with an end. */
export function gitHub({ url, token }: { url: string; token: string }): GitHub {
  const base = url.replace(/\/+$/, '');
  const cleaned = (text: string) => visible(text.replaceAll(token, '••••')).slice(0, 300);

  async function request(method: string, address: string, body?: object): Promise<Response> {
    const name = `${method} ${address.slice(base.length).replace(/\?.*/, '')}`;
    for (let attempt = 1; ; attempt++) {
      const answer = await attempted(method, address, token, body);
      if (answer instanceof Response && answer.ok) return answer;
      const wait = attempt < attempts ? waitFor(method, answer, attempt) : undefined;
      if (wait === undefined) {
        if (!(answer instanceof Response)) throw new GitHubError(0, cleaned(`${name}: no answer (${answer.message})`));
        throw new GitHubError(answer.status, cleaned(`${name}: ${answer.status} ${await saidBy(answer)}`));
      }
      if (answer instanceof Response) await answer.body?.cancel();
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }

  return {
    async send(method, path, body) {
      return jsonOf(await request(method, base + path, body), path);
    },
    async pages(path, most, listIn = (body) => body) {
      const items: unknown[] = [];
      let next: string | undefined = base + path;
      while (next !== undefined) {
        const answer: Response = await request('GET', next);
        const page = listIn(await jsonOf(answer, path));
        if (!Array.isArray(page)) throw new GitHubError(answer.status, `GET ${path}: expected a list`);
        items.push(...(page as unknown[]));
        next = nextIn(answer.headers.get('link'));
        // The token goes to nobody else, whatever a header says.
        if (next !== undefined && new URL(next).origin !== new URL(base).origin)
          throw new GitHubError(answer.status, `GET ${path}: the next page is on another host`);
        if (next !== undefined && items.length >= most) return { items, complete: false };
      }
      return { items, complete: true };
    },
  };
}

/** The answer, or why there is none. */
async function attempted(method: string, url: string, token: string, body?: object): Promise<Response | Error> {
  try {
    return await fetch(url, {
      method,
      signal: AbortSignal.timeout(timeout),
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'user-agent': 'soc2-lint',
        'x-github-api-version': '2022-11-28',
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  } catch (error) {
    const { cause } = error as Error;
    return cause instanceof Error ? cause : (error as Error);
  }
}

/**
 * How long to wait before the next attempt; undefined where there is to be none. What makes something new is sent again only
 * where it was surely not done: after 500 or 502 there may be a comment already.
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 */
function waitFor(method: string, answer: Response | Error, attempt: number): number | undefined {
  const backOff = 500 * 2 ** (attempt - 1);
  if (!(answer instanceof Response)) return method === 'POST' ? undefined : backOff;
  const asked = answer.headers.get('retry-after');
  const refused = answer.status === 429 || answer.status === 503 || (answer.status === 403 && asked !== null);
  if (!refused && (method === 'POST' || answer.status < 500)) return undefined;
  const wait = asked !== null && /^\d+$/.test(asked) ? Number(asked) * 1000 : backOff;
  return wait <= longestWait ? wait : undefined;
}

async function saidBy(answer: Response): Promise<string> {
  const text = await answer.text().catch(() => '');
  try {
    return String((JSON.parse(text) as { message?: unknown }).message ?? '');
  } catch {
    return answer.statusText;
  }
}

async function jsonOf(answer: Response, path: string): Promise<unknown> {
  if (answer.status === 204) return undefined;
  try {
    return await answer.json();
  } catch {
    throw new GitHubError(answer.status, `${path.replace(/\?.*/, '')}: expected an answer in JSON`);
  }
}

/** `<https://api.github.com/…?page=2>; rel="next", <…>; rel="last"` */
const nextIn = (link: string | null): string | undefined => /<([^>]+)>;\s*rel="next"/.exec(link ?? '')?.[1];
