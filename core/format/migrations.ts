import { MANIFEST } from './fileSchemas'

/** Parsed files of an edition folder by their path in it. */
export type JsonFiles = ReadonlyMap<string, unknown>

/** Takes the files of one format to the next. */
export type Migration = (files: JsonFiles) => JsonFiles

/** `MIGRATIONS[n]` leads from format n + 1 to n + 2; each has its fixture and its test. */
const MIGRATIONS: readonly Migration[] = [
  withLooseness,
  withPlaces,
  withScales,
  withIssue,
  withFlushRight,
]

/** 2: a paragraph may have `looseness`; one without it falls by itself, as all did before. */
function withLooseness(files: JsonFiles): JsonFiles {
  return files
}

/** 3: a headline may have a `place`; one without it stands over all columns, as all did before. */
function withPlaces(files: JsonFiles): JsonFiles {
  return files
}

/** 4: a headline may have a `scale`; one without it has its level's sizes, as all had before. */
function withScales(files: JsonFiles): JsonFiles {
  return files
}

/** 5: an edition has an `issue`, its 期号; null where none is known, as of all before. */
function withIssue(files: JsonFiles): JsonFiles {
  const manifest = files.get(MANIFEST)
  return typeof manifest === 'object' && manifest !== null
    ? new Map([...files, [MANIFEST, { ...manifest, issue: null }]])
    : files
}

/** 6: a paragraph may be `flushRight`; one that is not begins at the left, as all did before. */
function withFlushRight(files: JsonFiles): JsonFiles {
  return files
}

/** The format this version writes. */
export const FORMAT_VERSION = MIGRATIONS.length + 1

/** Files of format `from`, brought to the newest format. */
export const migrate = (
  files: JsonFiles,
  from: number,
  migrations: readonly Migration[] = MIGRATIONS,
): JsonFiles => migrations.slice(from - 1).reduce((current, migration) => migration(current), files)
