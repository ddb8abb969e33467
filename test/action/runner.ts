import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../bundle.ts';
import { emptyFolder } from '../run.ts';

export interface Run {
  event: string;
  payload?: object;
  inputs?: { readonly [name: string]: string };
  env?: NodeJS.ProcessEnv;
}

export const commands = (out: string): string[] => out.split('\n').filter((line) => line.startsWith('::'));

/** Starts the Action's bundle as a runner does, while the test goes on and may answer its requests. */
export async function started(workspace: string, { event, payload = {}, inputs = {}, env = {} }: Run) {
  const runner = emptyFolder();
  const file = (name: string, text = '') => {
    writeFileSync(join(runner, name), text);
    return join(runner, name);
  };
  const [output, summary] = [file('output'), file('summary')];
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const action = spawn(process.execPath, [join(packageFolder, 'dist/action.js')], {
    cwd: workspace,
    env: {
      PATH: process.env['PATH'],
      HOME: runner,
      GIT_CONFIG_NOSYSTEM: '1',
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: file('event.json', JSON.stringify(payload)),
      GITHUB_REPOSITORY: 'acme/cloud',
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_RUN_ID: '77',
      GITHUB_SHA: '1'.repeat(40),
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      ...Object.fromEntries(given),
      ...env,
    },
  });
  let [out, err] = ['', ''];
  action.stdout.on('data', (data: Buffer) => (out += data.toString()));
  action.stderr.on('data', (data: Buffer) => (err += data.toString()));
  const code = await new Promise<number | null>((resolve) => action.on('close', resolve));
  return { code, out, err, summary: readFileSync(summary, 'utf8'), outputs: readFileSync(output, 'utf8') };
}
