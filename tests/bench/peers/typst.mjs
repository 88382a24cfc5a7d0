/**
 * Typst as one cold process: reads its source and the font, writes the PDF.
 *
 *     node typst.mjs page.typ font.ttf out.pdf
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const [source, font, pdf] = process.argv.slice(2)
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [readFileSync(font)] }] })
writeFileSync(pdf, compiler.pdf({ mainFileContent: readFileSync(source, 'utf8') }))
