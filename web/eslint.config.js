import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'src/lib/server/api/generated/', 'static/', 'target/'] },
	...ts.configs.strict,
	...svelte.configs.recommended,
	{
		files: ['**/*.svelte'],
		languageOptions: { parserOptions: { parser: ts.parser } }
	},
	{
		rules: {
			// The API returns sanitized HTML, and the content security policy allows no scripts.
			'svelte/no-at-html-tags': 'off',
			// Addresses are plain paths without a base.
			'svelte/no-navigation-without-resolve': 'off'
		}
	}
);
