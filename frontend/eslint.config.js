import svelte from 'eslint-plugin-svelte'
import ts from 'typescript-eslint'
import config from './svelte.config.js'

// What a person typed is text: nothing in the page turns text into markup, script or an address.
const unsafe = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc'].map((name) => ({
  selector: `MemberExpression[property.name="${name}"]`,
  message: 'Text is text: let Svelte write it.',
}))

const markup = [
  {
    selector: 'SvelteStartTag > SvelteAttribute[key.name="style"]',
    message: 'The content policy reports style attributes: use a class or style:property.',
  },
  {
    selector: 'SvelteElement[name.name="svelte:options"] SvelteAttribute[key.name="css"]',
    message: 'The content policy refuses injected styles: leave them external.',
  },
]

const days = {
  selector: 'NewExpression[callee.name="Date"]',
  message: 'A day is text from Go, in ISO form and in words: no date arithmetic here.',
}

export default ts.config(
  {
    ignores: ['dist/', 'dist-fixture/', 'node_modules/', 'src/lib/paraglide/', 'wailsjs/', 'project.inlang/'],
  },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig: config },
    },
  },
  {
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      'svelte/button-has-type': 'error',
      'svelte/no-navigation-without-resolve': 'off',
      'no-restricted-syntax': ['error', ...unsafe, ...markup, days],
      'no-restricted-globals': [
        'error',
        'localStorage',
        'sessionStorage',
        'fetch',
        'alert',
        'confirm',
        'prompt',
      ],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/ui/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/screens/**', '**/shell/**', '$lib/views/*', '$lib/api'],
              message: 'ui knows no domain word.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/screens/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@internationalized/date',
              message: 'Days are text here; only $ui/DayGrid lays out months.',
            },
          ],
          patterns: [
            { group: ['../*/*', '**/shell/**', '!../../*'], message: 'Screens do not import each other.' },
          ],
        },
      ],
    },
  },
  { files: ['**/*.test.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['scripts/**'], rules: { 'no-console': 'off' } },
)
