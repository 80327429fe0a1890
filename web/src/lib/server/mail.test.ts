import { expect, it } from 'vitest';
import { readableAddress } from './mail.ts';

it.each([
	['user@xn--mller-kva.example', 'user@müller.example'],
	['user@xn--r8jz45g.xn--zckzah', 'user@例え.テスト'],
	['user@xn--mgbh0fb.xn--kgbechtv', 'user@مثال.إختبار'],
	['"a@b"@xn--e1afmkfd.xn--p1ai', '"a@b"@пример.рф'],
	['user@example.org', 'user@example.org'],
	['user@xn--', 'user@xn--'],
	['', '']
])('%s is read as %s', (address, readable) => {
	expect(readableAddress(address)).toBe(readable);
});
