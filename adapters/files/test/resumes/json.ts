import type { Person } from './people.ts';

type Layout = (person: Person) => unknown;

const basics = ({ name, contact, summary }: Person) => ({ name, email: contact, summary, location: { city: 'Ghent' } });
const work = (person: Person) =>
  person.jobs.map(({ title, employer, dates, bullets }) => ({
    name: employer,
    position: title,
    startDate: dates.slice(0, 4),
    endDate: dates.slice(-4),
    highlights: bullets,
  }));

const full: Layout = (person) => ({
  $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
  basics: basics(person),
  work: work(person),
  education: person.education.map((line) => ({ institution: line, area: 'Computer Science', studyType: 'BSc' })),
  skills: [{ name: 'Tools', level: 'Daily', keywords: person.skills }],
  meta: { version: 'v1.0.0' },
});

export const JSON_LAYOUTS: Readonly<Record<string, Layout>> = {
  'every section': full,
  'the work alone': (person) => ({ basics: { name: person.name }, work: work(person) }),
  'employers as "company", as before 1.0': (person) => ({
    basics: basics(person),
    work: work(person).map(({ name, ...job }) => ({ company: name, website: 'https://example.org', ...job })),
  }),
  'summaries instead of highlights': (person) => ({
    basics: basics(person),
    work: person.jobs.map(({ employer, bullets }) => ({ name: employer, summary: bullets.join('\n') })),
  }),
  'bullets inside a summary': (person) => ({
    basics: basics(person),
    work: person.jobs.map(({ employer, bullets }) => ({
      name: employer,
      summary: bullets.map((line) => `- ${line}`).join('\n'),
    })),
  }),
  'projects instead of work': (person) => ({
    basics: basics(person),
    projects: person.jobs.map(({ employer, bullets }) => ({
      name: employer,
      description: 'A system.',
      highlights: bullets,
      keywords: person.skills,
    })),
  }),
  'volunteering and awards': (person) => ({
    basics: basics(person),
    volunteer: [{ organization: 'Food bank', highlights: person.jobs[0]!.bullets }],
    awards: person.jobs[1]!.bullets.map((line) => ({ title: 'Award', summary: line })),
  }),
  'empty and null sections': (person) => ({
    ...(full(person) as object),
    awards: null,
    volunteer: [],
    publications: null,
  }),
  'fields of its own': (person) => ({
    ...(full(person) as object),
    work: work(person).map((job) => ({
      ...job,
      team: { size: 5, roles: ['reviewer'] },
      achievements: ['Kept the pager'],
    })),
    custom: { anything: true },
  }),
  'lists of plain strings': (person) => ({
    basics: basics(person),
    work: person.jobs.flatMap(({ bullets }) => bullets),
    skills: person.skills,
  }),
  'other sections first': (person) => {
    const { basics: own, ...others } = full(person) as Record<string, unknown>;
    return { ...others, basics: own };
  },
};
