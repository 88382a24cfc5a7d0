/** Where the files that come with Banxin are. */
import { fileURLToPath } from 'node:url'

/**
 * The folder `resources` of this installation. The sources stand two folders
 * below its parent (main/services), and so does the bundle (out/cli).
 */
export const resourcesFolder = (): string =>
  fileURLToPath(new URL('../../resources', import.meta.url))
