/** A picture that is not whole, or is not what it begins as; the message says why, as a clause of a finding. */
export class Damaged extends Error {
  override readonly name = 'Damaged';
}
