/** What the name of an image says of its version. */
export interface Image {
  tag: string | undefined;
  digest: boolean;
}

export function imageIn(text: string): Image {
  const [name = ''] = text.split('@', 1);
  const last = name.slice(name.lastIndexOf('/') + 1);
  const colon = last.indexOf(':');
  return { tag: colon < 0 ? undefined : last.slice(colon + 1), digest: /@sha\d+:[0-9a-f]+$/i.test(text) };
}
