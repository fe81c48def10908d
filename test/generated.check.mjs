// What is generated from the rules must be as fresh as they are: the page of diagnostics and the settings.
process.argv.push('--check');
await import('../scripts/generate.mjs');
