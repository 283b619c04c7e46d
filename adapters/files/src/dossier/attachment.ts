/** The file that a dossier's PDF carries, so that the dossier can be read back from it. */
export const ATTACHMENT = 'dossier.json';
