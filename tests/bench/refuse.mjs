/** A book that is not whole was not measured. */
export function refuse(findings, what) {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(`${what}: ${errors.map(({ code, message }) => `${code} ${message}`).join('; ')}`);
}
