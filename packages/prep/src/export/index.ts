export { drillsAnki, parseDrillsAnki } from './anki.ts';
export { type Dossier, DOSSIER_FORMAT, dossierJson, type DossierItem, parseDossierJson } from './dossier-file.ts';
export { dossierMarkdown, parseDossierMarkdown } from './dossier-markdown.ts';
export {
  type Drill,
  type DrillQuestion,
  DRILLS_FORMAT,
  drillsJson,
  libraryDrill,
  parseDrills,
  parseDrillsJson,
  questionDrill,
  type Stop,
  stopDrill,
} from './drills.ts';
