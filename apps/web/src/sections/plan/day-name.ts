const format = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short' });
const long = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });

/** A day given as YYYY-MM-DD, as the user writes dates; noon keeps it the same day in every zone. */
export const dayName = (day: string): string => format.format(new Date(`${day}T12:00:00`));
export const longDayName = (day: string): string => long.format(new Date(`${day}T12:00:00`));
