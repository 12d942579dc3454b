import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import type { Language } from '../language.ts';
import { type Paper, type Part, paperDigest, type Row } from './paper.ts';
import { exactTime } from './paper-values.ts';

/** Millimetres as points. */
const mm = 72 / 25.4;
const margin = 20 * mm;
const nameWidth = 42 * mm;
const size = { body: 10.5, fine: 8, heading: 12, title: 16 } as const;
/** Space between lines, so that a line takes 1.7 of its size. */
const gap = 10.5 * 0.25;

const folder = '@expo-google-fonts/noto-sans-jp';
const fontFiles = {
  regular: `${folder}/400Regular/NotoSansJP_400Regular.ttf`,
  bold: `${folder}/700Bold/NotoSansJP_700Bold.ttf`,
} as const;
const fonts = new Map<keyof typeof fontFiles, Buffer>();

function fontOf(name: keyof typeof fontFiles): Buffer {
  const known = fonts.get(name);
  if (known) return known;
  const read = readFileSync(fileURLToPath(import.meta.resolve(fontFiles[name])));
  fonts.set(name, read);
  return read;
}

type Doc = InstanceType<typeof PDFDocument>;
type Element = ReturnType<Doc['struct']>;

/** Who prints, and when. */
export interface Printing {
  readonly house: string;
  readonly at: Date;
  readonly timeZone: string;
}

/**
 * A paper as a tagged PDF: A4, 20 mm, its text selectable and in reading order, nothing told by colour
 * alone. Each page carries house, case, page, when it was made, and the digest by which it is checked.
 */
export async function printPaper(paper: Paper, printing: Printing): Promise<Uint8Array> {
  const doc = new PDFDocument({
    ...{ size: 'A4', margin, bufferPages: true, tagged: true, displayTitle: true },
    ...{ pdfVersion: '1.7', lang: paper.language === 'ja' ? 'ja-JP' : 'en' },
    // The font is registered below; by its own name pdfkit would look for one that is not embedded.
    font: null as unknown as string,
    info: {
      Title: `${paper.title} (${paper.caseNumber})`,
      Author: printing.house,
      CreationDate: printing.at,
    },
  });
  doc.registerFont('regular', fontOf('regular'));
  doc.registerFont('bold', fontOf('bold'));
  doc.page.margins.bottom = margin + 14 * mm;
  doc.on('pageAdded', () => {
    doc.page.margins.bottom = margin + 14 * mm;
  });
  const printed = collected(doc);
  writeBody(doc, paper);
  writeEdges(doc, paper, printing);
  doc.end();
  return await printed;
}

function collected(doc: Doc): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
}

function writeBody(doc: Doc, paper: Paper): void {
  const whole = doc.struct('Document');
  doc.addStructure(whole);
  doc.y = margin + 4 * mm;
  whole.add(
    doc.struct('H1', {}, () => {
      doc.font('bold').fontSize(size.title).text(paper.title, margin);
    }),
  );
  doc.moveDown(0.6);
  for (const part of paper.parts) writePart(doc, whole, part);
  whole.end();
}

/** What is added to an element that stands in the tree already is written at once, in this order. */
function writePart(doc: Doc, whole: Element, part: Part): void {
  const section = doc.struct('Sect');
  whole.add(section);
  const { heading } = part;
  if (heading !== null) {
    keepTogether(doc, 3);
    section.add(
      doc.struct('H2', {}, () => {
        doc.font('bold').fontSize(size.heading).text(heading, margin);
        doc.moveDown(0.3);
      }),
    );
  }
  for (const sentence of part.sentences) {
    section.add(
      doc.struct('P', {}, () => {
        doc.font('regular').fontSize(size.body).text(sentence, margin, undefined, { lineGap: gap });
        doc.moveDown(0.2);
      }),
    );
  }
  for (const row of part.rows) section.add(rowOf(doc, row));
  doc.moveDown(0.7);
  section.end();
}

/** A name and its value side by side; what is longer than its column goes on below. */
function rowOf(doc: Doc, row: Row) {
  keepTogether(doc, 2);
  return doc.struct('P', {}, () => {
    const top = doc.y;
    const page = doc.page;
    doc.font('regular').fontSize(size.body);
    doc.text(row.name, margin, top, { width: nameWidth - 4 * mm, lineGap: gap });
    const afterName = doc.y;
    const width = doc.page.width - 2 * margin - nameWidth;
    const value = row.exact ? inGroups(row.value) : row.value;
    doc.text(value, margin + nameWidth, top, {
      ...{ width, lineGap: gap },
      ...(row.exact ? { features: noLigatures } : {}),
    });
    if (doc.page === page) doc.y = Math.max(doc.y, afterName);
    doc.x = margin;
  });
}

/** Two digits are never drawn as one sign. (The types know only the other way to say it.) */
const noLigatures = { liga: false, dlig: false } as unknown as [];

/** Groups of four digits, so that an eye can compare them. */
export function inGroups(text: string): string {
  if (!text.startsWith('0x')) return text;
  return `0x ${(text.slice(2).match(/.{1,4}/g) ?? []).join(' ')}`;
}

/** A heading does not stand alone at the foot of a page. */
function keepTogether(doc: Doc, lines: number): void {
  const needed = lines * size.body * 1.7;
  if (doc.y + needed > doc.page.height - doc.page.margins.bottom) doc.addPage();
}

const foot = {
  ja: (digest: string) =>
    `確認用の文字列（SHA-256）: ${digest}　本物かどうかは、お客さま窓口の「本物か確かめる」に受付番号とこの文字列を入れて確かめられます。`,
  en: (digest: string) =>
    `Check value (SHA-256): ${digest}. To check that it is genuine, enter the case and this value at "Is it really us?" on our help desk.`,
} as const;

/** Head and foot of every page, written last, when their number is known. */
function writeEdges(doc: Doc, paper: Paper, { house, at, timeZone }: Printing): void {
  const { start, count } = doc.bufferedPageRange();
  const { language } = paper;
  const made = exactTime(at.toISOString(), language, timeZone);
  const width = doc.page.width - 2 * margin;
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    // Otherwise text so near the edge would begin a new page.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.font('regular').fontSize(size.fine);
    const head = `${house}　${paper.caseNumber}　${page - start + 1}/${count}`;
    doc.text(head, margin, 12 * mm, { width, align: 'right' });
    const below = `${madeAt(made, language)}\n${foot[language](paperDigest(paper))}`;
    doc.text(below, margin, doc.page.height - margin - 8 * mm, { width, lineGap: 1 });
    doc.endMarkedContent();
  }
}

function madeAt(time: string, language: Language): string {
  return language === 'ja' ? `作成: ${time}` : `Made: ${time}`;
}
