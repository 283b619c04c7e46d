import { z } from 'zod';

/** What the user chose. A key that is absent has the page's default. */
export const settings = z
  .strictObject({
    theme: z.enum(['system', 'light', 'dark']).optional(),
    speechIn: z.boolean().optional(),
    speechOut: z.boolean().optional(),
    speechLanguage: z.string().max(20).optional(),
    wordsPerMinute: z.number().min(40).max(400).optional(),
    interviewDate: z.iso.date().optional(),
    hoursPerWeek: z.number().min(0).max(100).optional(),
    secondOpinion: z.boolean().optional(),
    tourSeen: z.boolean().optional(),
  })
  .meta({ id: 'Settings' });
export type Settings = z.infer<typeof settings>;
export const settingsPatch = z
  .strictObject({
    theme: settings.shape.theme.nullable(),
    speechIn: settings.shape.speechIn.nullable(),
    speechOut: settings.shape.speechOut.nullable(),
    speechLanguage: settings.shape.speechLanguage.nullable(),
    wordsPerMinute: settings.shape.wordsPerMinute.nullable(),
    interviewDate: settings.shape.interviewDate.nullable(),
    hoursPerWeek: settings.shape.hoursPerWeek.nullable(),
    secondOpinion: settings.shape.secondOpinion.nullable(),
    tourSeen: settings.shape.tourSeen.nullable(),
  })
  .meta({ id: 'SettingsPatch', description: 'Keys to change; null goes back to the default.' });
export type SettingsPatch = z.infer<typeof settingsPatch>;
