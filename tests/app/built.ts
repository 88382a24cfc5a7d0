/** Builds the desk once before its journeys, as `npm start` would: they run on what users get. */
import { buildDesk } from '../../scripts/build-desk.mjs'
import { browserProgram } from './browser'

export default async function setup(): Promise<void> {
  browserProgram()
  await buildDesk()
}
