import { expect, test } from 'vitest';
import { replyTo } from '../src/read/reply.ts';
import { pdf } from './resumes/pdf.ts';
import { bulletsOf, type Person, person } from './resumes/people.ts';

interface Setting {
  readonly size: number;
  readonly gutter: number;
  readonly side: 'left' | 'right' | 'halves';
  /** Headings that no list knows, as in another language. */
  readonly known: boolean;
  readonly align: 'left' | 'justify';
}

const SETTINGS: readonly Setting[] = [8, 10, 12].flatMap((size) =>
  [14, 22, 34].flatMap((gutter) =>
    (['left', 'right', 'halves'] as const).flatMap((side) =>
      [true, false].map((known) => ({ size, gutter, side, known, align: known ? 'left' : ('justify' as const) })),
    ),
  ),
);

const HEADINGS = { true: ['Experience', 'Skills', 'Education'], false: ['Was ich tat', 'Kann ich', 'Schule'] } as const;

/** Two columns from the same height, set as given; the work stands in the wide one, or in both halves. */
function drawn(who: Person, { size, gutter, side, known, align }: Setting): Promise<Uint8Array> {
  const [work, skills, school] = HEADINGS[`${known}`];
  return pdf((doc) => {
    doc.font('regular').fontSize(20).text(who.name, 50, 50).fontSize(size);
    const column = (
      x: number,
      width: number,
      parts: readonly (readonly [heading: string, lines: readonly string[]])[],
    ) => {
      doc.y = 110;
      for (const [heading, lines] of parts) {
        doc.font('bold').text(heading, x, undefined, { width }).font('regular');
        for (const line of lines) doc.text(line, x, undefined, { width, align });
        doc.y += 6;
      }
    };
    const bullets = (lines: readonly string[]) => lines.map((line) => `• ${line}`);
    if (side === 'halves') {
      const width = (495 - gutter) / 2;
      column(50, width, [[work, bullets(who.jobs[0]!.bullets)]]);
      column(50 + width + gutter, width, [[skills, bullets(who.jobs[1]!.bullets)]]);
      return;
    }
    const narrow = 130;
    const wide = 495 - narrow - gutter;
    const lists = [[skills, who.skills] as const, [school, who.education] as const];
    column(side === 'left' ? 50 : 545 - narrow, narrow, lists);
    column(side === 'left' ? 50 + narrow + gutter : 50, wide, [[work, bullets(bulletsOf(who))]]);
  });
}

test.each(SETTINGS.map((setting, index) => [JSON.stringify(setting), setting, index] as const))(
  'columns set as %s are read one after the other',
  async (_, setting, index) => {
    const who = person(index);
    const reply = await replyTo({ format: 'pdf' }, await drawn(who, setting));
    const texts = 'text' in reply ? reply.text.lines.map(({ text }) => text) : [];
    const missing = bulletsOf(who).filter((bullet) => !texts.some((text) => text.includes(bullet)));
    expect(missing, texts.join('\n')).toEqual([]);
  },
);
