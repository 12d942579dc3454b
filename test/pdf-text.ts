import { inflateSync } from 'node:zlib';

/**
 * The text of a PDF of ours in the order in which it was written, by the ToUnicode maps of its own
 * fonts: what somebody gets who selects it. Good for what pdfkit writes, and no more.
 */
export function pdfText(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf).toString('latin1');
  const objects = new Map<number, { head: string; body: string }>();
  for (const at of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const from = at.index + at[0].length;
    const end = raw.indexOf('\nendobj', from);
    objects.set(Number(at[1]), partsOf(raw.slice(from, end)));
  }
  const maps = fontMaps(objects);
  return [...objects.values()]
    .filter(({ body }) => /\bTf\b/.test(body))
    .map(({ body }) => textOf(body, maps))
    .join('\n');
}

function partsOf(text: string): { head: string; body: string } {
  const at = text.indexOf('stream\n');
  if (at === -1) return { head: text, body: '' };
  const bytes = Buffer.from(text.slice(at + 7, text.lastIndexOf('\nendstream')), 'latin1');
  const head = text.slice(0, at);
  const body = head.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : text;
  return { head, body };
}

type FontMap = ReadonlyMap<string, string>;

/** Glyph to text, by the name under which a page calls the font. */
function fontMaps(objects: ReadonlyMap<number, { head: string; body: string }>) {
  const maps = new Map<string, FontMap>();
  for (const { head } of objects.values()) {
    for (const [, fonts = ''] of head.matchAll(/\/Font <<([^>]*)>>/g)) {
      for (const [, name = '', id] of fonts.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
        const font = objects.get(Number(id))?.head ?? '';
        const toUnicode = /\/ToUnicode (\d+) 0 R/.exec(font)?.[1];
        maps.set(name, readMap(objects.get(Number(toUnicode))?.body ?? ''));
      }
    }
  }
  return maps;
}

function readMap(map: string): FontMap {
  const found = new Map<string, string>();
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', list = ''] of block.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g)) {
      const start = Number.parseInt(from, 16);
      [...list.matchAll(/<([\w ]*)>/g)].forEach(([, hex = ''], index) => {
        found.set((start + index).toString(16).padStart(4, '0'), utf16(hex.replaceAll(' ', '')));
      });
    }
  }
  return found;
}

function utf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

function textOf(content: string, maps: ReadonlyMap<string, FontMap>): string {
  let map: FontMap | undefined;
  let text = '';
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) map = maps.get(font);
    for (const [, hex = ''] of (shown ?? '').matchAll(/<(\w*)>/g)) {
      for (const glyph of hex.match(/.{4}/g) ?? []) text += map?.get(glyph) ?? '\ufffd';
    }
    if (shown) text += '\n';
  }
  return text;
}
