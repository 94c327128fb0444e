import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['cdk.out', 'dist', 'node_modules', '.local', '**/*.js', '**/*.d.ts'] },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only: a name is the same everywhere.' },
        { selector: 'ExportAllDeclaration', message: 'No barrels: import a thing from where it is born.' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      // The texts are Chinese and Japanese, spread by character on purpose; no emoji is cut in two by it.
      '@typescript-eslint/no-misused-spread': 'off',
      // A union's members are listed in the type; a missing one is a type error at the place that must handle it.
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
);
