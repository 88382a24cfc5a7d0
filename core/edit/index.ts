/** Changing an edition: steps, transactions, undo. */
export { applyStep } from './apply'
export { textsBetween } from './between'
export { History } from './history'
export { invertStep } from './invert'
export { stepFromJson, stepToJson, transactionFromJson, transactionToJson } from './json'
export { mapStep } from './map'
export { rebaseSteps } from './rebase'
export { targetOf, type EditionStep } from './step'
export {
  applySteps,
  applyTransaction,
  invertSteps,
  transact,
  type Signature,
  type Transaction,
  type TransactionBuilder,
} from './transaction'
