import { type OwnGrade, type Settings, type Store, settings as settingsSchema } from '@legible/app';
import { transact } from './guard.ts';
import type { Reader, Scope } from './scope.ts';

type Part = Pick<Store, 'addGrade' | 'grades' | 'settings' | 'changeSettings'>;

export function panelAndSettingsStore({ db, owner }: Scope): Part {
  return {
    async addGrade(own, gradedAt) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('grades')
        .values({ owner, answer_id: own.answerId, graded_at: gradedAt, body: JSON.stringify(own) })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },

    grades: () => gradesOf(db, owner),

    settings: () => settingsOf(db, owner),

    changeSettings: (patch) =>
      transact(db, async (tx) => {
        for (const [key, value] of Object.entries(patch)) {
          if (value === undefined) continue;
          if (value === null)
            await tx.deleteFrom('settings').where('owner', '=', owner).where('key', '=', key).execute();
          else {
            const text = JSON.stringify(value);
            await tx
              .insertInto('settings')
              .values({ owner, key, value: text })
              .onConflict((conflict) => conflict.columns(['owner', 'key']).doUpdateSet({ value: text }))
              .execute();
          }
        }
        return settingsOf(tx, owner);
      }),
  };
}

export async function gradesOf(db: Reader, owner: string): Promise<{ own: OwnGrade; gradedAt: string }[]> {
  const rows = await db
    .selectFrom('grades')
    .select(['graded_at', 'body'])
    .where('owner', '=', owner)
    .orderBy('graded_at', 'desc')
    .orderBy('answer_id')
    .execute();
  return rows.map(({ graded_at, body }) => ({ own: JSON.parse(body) as OwnGrade, gradedAt: graded_at }));
}

export async function settingsOf(db: Reader, owner: string): Promise<Settings> {
  const rows = await db
    .selectFrom('settings')
    .select(['key', 'value'])
    .where('owner', '=', owner)
    .orderBy('key')
    .execute();
  return settingsSchema.parse(Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value)])));
}
