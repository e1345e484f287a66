// How the words of the screens are compiled. No cookie, no address, no storage: the locale is a variable.
export const words = {
  project: './project.inlang',
  outdir: './src/lib/paraglide',
  strategy: ['globalVariable', 'baseLocale'],
  isServer: 'false',
  emitReadme: false,
}

/** Runs a build and says whether a word was used that is not there; to the bundler that is only a warning. */
export async function wordless(build) {
  const missing = new Set()
  await build({
    onLog(level, log, say) {
      if (log.code === 'IMPORT_IS_UNDEFINED') missing.add(log.message.split('\n')[0])
      else if (log.code !== 'PLUGIN_TIMINGS') say(level, log)
    },
  })
  for (const message of missing) console.error(message)
  return missing.size > 0
}
