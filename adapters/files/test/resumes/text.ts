import type { Person } from './people.ts';

type Layout = (person: Person) => string;

/** Words in lines of at most `width` characters; the first line begins with `first`, the others with `other`. */
export function wrapped(text: string, width: number, first = '', other = first): string {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    if (line.trim() !== first.trim() && `${line} ${word}`.length > width) {
      lines.push(line);
      line = other + word;
    } else line = line === first || line === other ? line + word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

const all = ({ jobs }: Person, line: (text: string) => string, title = (text: string) => text) =>
  jobs
    .map(({ title: role, employer, dates, bullets }) =>
      [title(`${role}, ${employer} (${dates})`), ...bullets.map(line)].join('\n'),
    )
    .join('\n\n');

export const TEXT_LAYOUTS: Readonly<Record<string, readonly [extension: string, Layout]>> = {
  'one line a bullet': ['txt', (one) => `${one.name}\n\n${all(one, (line) => `- ${line}`)}\n`],
  'bullets wrapped at 72': ['txt', (one) => `${one.name}\n\n${all(one, (line) => wrapped(line, 72, '* ', '  '))}\n`],
  'bullets wrapped without indent': [
    'txt',
    (one) => `${one.name}\n\n${all(one, (line) => wrapped(line, 76, '• ', ''))}\n`,
  ],
  'Windows line ends': [
    'txt',
    (one) => `${one.name}\r\n\r\n${all(one, (line) => `- ${line}`).replaceAll('\n', '\r\n')}\r\n`,
  ],
  'a byte order mark': ['txt', (one) => `\uFEFF${one.name}\n${all(one, (line) => `- ${line}`)}`],
  'Markdown with headings': [
    'md',
    (one) =>
      `# ${one.name}\n\n## Experience\n\n${all(
        one,
        (line) => `- ${line}`,
        (title) => `### **${title}**`,
      )}\n\n## Skills\n\n${one.skills.map((skill) => `\`${skill}\``).join(', ')}\n`,
  ],
  'a Markdown table': [
    'md',
    (one) =>
      `# ${one.name}\n\n| Where | What |\n|---|:--|\n${one.jobs.flatMap(({ employer, bullets }) => bullets.map((line) => `| ${employer} | ${line} |`)).join('\n')}\n`,
  ],
  'numbered lists': [
    'txt',
    (one) =>
      `${one.name}\n${one.jobs.map(({ bullets }) => bullets.map((line, at) => `${at + 1}. ${line}`).join('\n')).join('\n\n')}`,
  ],
  'headings under rulers': [
    'txt',
    (one) =>
      `${one.name}\n${'='.repeat(30)}\n\nEXPERIENCE\n----------\n${all(
        one,
        (line) => `    - ${line}`,
        (title) => title.toUpperCase(),
      )}\n`,
  ],
  'nested bullets': [
    'md',
    (one) =>
      `${one.name}\n\n${one.jobs.map(({ employer, bullets }) => `- ${employer}\n${bullets.map((line) => wrapped(line, 80, '    - ', '      ')).join('\n')}`).join('\n')}\n`,
  ],
  'notes, one thought a line': [
    'txt',
    (one) => `${one.name}\nthings i did\n${one.jobs.flatMap(({ bullets }) => bullets).join('\n')}\n`,
  ],
};
