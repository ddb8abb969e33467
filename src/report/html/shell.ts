import { createHash } from 'node:crypto';
import { html, Markup, raw, type Part } from './markup.ts';
import { shapeSheet } from './states.ts';

export interface Shell {
  title: string;
  style: string;
  head: Markup;
  /** Those that say something: its id, its name in the navigation, itself. */
  sections: readonly (readonly [id: string, name: string, section: Part])[];
  footer: readonly string[];
}

/** The frame of a page: one file that asks for nothing else and runs nothing. */
export function shell({ title, style, head, sections, footer }: Shell): Markup {
  const shown = sections.filter(([, , section]) => section instanceof Markup);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${raw(`<style>${style}</style>`)}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the report</a>
        ${shapeSheet}
        <nav aria-label="Sections">
          <ul>
            ${shown.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}
          </ul>
        </nav>
        <main id="main" tabindex="-1">${head} ${shown.map(([, , section]) => section)}</main>
        <footer>${footer.map((line) => html`<p>${line}</p>`)}</footer>
      </body>
    </html> `;
}

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
