import MarkdownIt from 'markdown-it';
import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  commandData,
  commandProperty,
  markdown,
  markdownCode,
  markup,
  pathUri,
  visible,
  visibleJson,
} from '../../src/report/escape.ts';

const page = new MarkdownIt({ html: true, linkify: true });
// GitHub links schemes, www and mail addresses, no bare host names.
page.linkify.set({ fuzzyLink: false });
const textOf = (html: string) =>
  html
    .replace(/<!-- -->/g, '')
    .replace(/^<p>|<\/p>\n?$/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

describe('markup', () => {
  it('is text between tags and in attributes', () =>
    expect(markup(`<a b="c" d='e'>&amp;\u0000\ufffe`)).toBe(
      '&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;\\u{0}\\u{fffe}',
    ));
  it('holds nothing that could end what it stands in, and nothing that XML has no place for', () =>
    assert(
      property(string({ unit: 'binary' }), (text) => {
        expect(markup(text)).toMatch(/^(?:[^<>"'&\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]|&(?:amp|lt|gt|quot|#39);)*$/u);
      }),
    ));
});

describe('visible', () => {
  it('shows what a terminal would act on', () => {
    expect(visible('\u001b[31mred\u0007')).toBe('\\u{1b}[31mred\\u{7}');
    expect(visible('\u009b2J')).toBe('\\u{9b}2J');
    expect(visible('a\nb\r\tc')).toBe('a\\u{a}b\\u{d}\\u{9}c');
    expect(visible('user\u202egpj.exe')).toBe('user\\u{202e}gpj.exe');
    expect(visible('zero\u200bwidth \ud800')).toBe('zero\\u{200b}width \\u{d800}');
  });

  it('leaves other writing alone', () => {
    for (const text of ['Zürich 東京 🚀', 'AWS::S3::Bucket', 'opens port 22 to ::/0', '## heading', 'a::b::c'])
      expect(visible(text)).toBe(text);
  });

  it('leaves no workflow command in a log line', () => {
    expect(visible('::error::x')).not.toMatch(/^\s*::/);
    expect(visible('text ::set-output name=a::x')).not.toContain(' ::set-output');
    expect(visible('a ##[error]x ##vso[task.complete]')).not.toMatch(/##\w*\[/);
  });
});

describe('visibleJson', () => {
  it('escapes without changing the value', () => {
    const value = { text: '\u009b \u202e \u2028 \u007f \u{e0041} plain' };
    const json = visibleJson(JSON.stringify(value));
    expect(json).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
    expect(JSON.parse(json)).toEqual(value);
  });
});

describe('workflow commands', () => {
  it('escapes data and properties', () => {
    expect(commandData('50%\r\n::x')).toBe('50%25%0D%0A::x');
    expect(commandProperty('a:b,c%0A')).toBe('a%3Ab%2Cc%250A');
  });
});

describe('markdown', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[text](https://example.org)',
    '![pixel](https://example.org/p.png)',
    '`code` **bold** __bold__ ~~gone~~',
    'a | b | c',
    '&lt;b&gt;',
    '# heading',
    '- item',
    '1. item',
    '> quoted',
    '</details>',
    'see https://example.org or www.example.org',
    'aws_s3_bucket.exports["a"]',
    '$x^2$',
  ])('shows %s as it is', (text) => {
    const html = page.render(markdown(text));
    expect(html).not.toMatch(/<(?!\/?p>|!-- -->)/);
    expect(textOf(html)).toBe(text);
  });

  it('links no www address', () => expect(markdown('www.example.org')).not.toContain('www.'));
  it('mentions nobody', () => expect(markdown('by @acme/team')).not.toMatch(/@\w/));

  it('survives any text', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        expect(page.render(`x ${markdown(text)}`)).not.toMatch(/<(?!\/?p>|!-- -->)/);
      }),
    );
  });
});

describe('markdownCode', () => {
  it('is longer than any run of backticks in it', () => {
    expect(markdownCode('a')).toBe('`a`');
    expect(markdownCode('a``b`')).toBe('``` a``b` ```');
  });
});

describe('pathUri', () => {
  it('encodes each segment', () => expect(pathUri('a b/ü?#/%0A:.tf')).toBe('a%20b/%C3%BC%3F%23/%250A%3A.tf'));
  it('takes names that are no Unicode', () => expect(pathUri('a\ud800.tf')).toBe('a%EF%BF%BD.tf'));
});
