import { vitePreprocess } from '@sveltejs/vite-plugin-svelte'

/** Styles stay in files of their own: the content policy refuses styles that a script makes. */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { css: 'external', runes: true },
  vitePlugin: {
    // The parts of libraries are not all in runes mode.
    dynamicCompileOptions: ({ filename }) =>
      filename.includes('node_modules') ? { runes: undefined } : undefined,
  },
}
