package org.parley.platform.text.name;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CanonicalMailAddressTests {

	@ParameterizedTest
	@CsvSource({ "Alice@Example.org, Alice@Example.org", "user@müller.example, user@xn--mller-kva.example",
			"user@MÜLLER.example, user@xn--mller-kva.example", "user@mu\u0308ller.example, user@xn--mller-kva.example",
			"user@straße.example, user@xn--strae-oqa.example", "user@例え.テスト, user@xn--r8jz45g.xn--zckzah",
			"user@例え。テスト, user@xn--r8jz45g.xn--zckzah", "user@пример.рф, user@xn--e1afmkfd.xn--p1ai",
			"user@مثال.إختبار, user@xn--mgbh0fb.xn--kgbechtv", "o'brien+tag@example.org, o'brien+tag@example.org",
			"!#$%&'*+/=?^_`{|}~-@example.org, !#$%&'*+/=?^_`{|}~-@example.org", "1@2.example, 1@2.example",
			"user@b\u00FCcher.co.at, user@xn--bcher-kva.co.at", "user@한국.한국, user@xn--3e0b707e.xn--3e0b707e",
			"\"john doe\"@example.org, \"john doe\"@example.org", "\"a@b\"@example.org, \"a@b\"@example.org",
			"\"john.doe\"@example.org, john.doe@example.org",
			"\"a\\\"b\"@müller.example, \"a\\\"b\"@xn--mller-kva.example", "a..b.@docomo.example, a..b.@docomo.example",
			"taro＠example.org, taro@example.org", "taro＠例え。テスト, taro@xn--r8jz45g.xn--zckzah" })
	void domainIsAscii(String typed, String address) {
		assertThat(CanonicalMailAddress.parse(typed).map(CanonicalMailAddress::text)).contains(address);
	}

	@ParameterizedTest
	@CsvSource({ "A@B.example, a@b.EXAMPLE", "user@müller.example, USER@XN--MLLER-KVA.example",
			"user@MÜLLER.example, user@mu\u0308ller.example", "user＠müller.example, user@müller.example" })
	void sameMailboxHasSameKey(String one, String other) {
		assertThat(CanonicalMailAddress.keyOf(one)).isEqualTo(CanonicalMailAddress.keyOf(other));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "@", "a", "a@a", "a@a.", "a@.a", "a@a..a", "@a.a", "a b@example.org",
			"a@b@example.org", "mü@example.org", "a@exa mple.org", "a@-müller-.example", "a@mü_ller.example",
			"a@\u202emüller.example", "a@example.org\r\nBcc: b@example.org", "a@müller.example\n",
			"a@\ud83dmüller.example", "a@-example.org", "a@example-.org", "\"\"@example.org", "\"a@example.org",
			"a\"b@example.org", "\"a\"b\"@example.org", "\"a\\\"@example.org", "\"a\nb\"@example.org",
			"\"ü\"@example.org", "a@[192.0.2.1]", "a@localhost", "a@\u200bexample.org", "a@exam\u00adple.org",
			"a@example.org\u2060", "a@\ufeffexample.org", "a@exa\ufe0fmple.org", "a@example.\u3164org", "用户@例子.广告",
			"Name <a@example.org>", "a＠b@example.org", "a＠b＠example.org", "＠example.org", "mü＠example.org" })
	void otherTextIsNoAddress(String text) {
		assertThat(CanonicalMailAddress.parse(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "пользователь@пример.рф, true", "josé@example.org, true", "用户@例子.广告, true", "a@@example.org, false",
			"'', false", "müller.example, false", "josé＠example.org, true", "a＠müller.example, false" })
	void nameOfOtherCharactersIsTold(String text, boolean told) {
		assertThat(CanonicalMailAddress.hasForeignName(text)).isEqualTo(told);
	}

	@ParameterizedTest
	@CsvSource({ "a@\u200bexample.org, true", "a\u2060@example.org, true", "\u202aa@example.org\u202c, true",
			"a@exam\u00adple.org, true", "a@نامه\u200cای.example, false", "a@müller.example, false" })
	void hiddenCharacterIsTold(String text, boolean told) {
		assertThat(CanonicalMailAddress.hasHiddenCharacter(text)).isEqualTo(told);
	}

	@ParameterizedTest
	@ValueSource(ints = { 250, 20_000, 100_000 })
	void overlongAddressIsRefused(int length) {
		assertThat(CanonicalMailAddress.parse("a".repeat(length) + "@müller.example")).isEmpty();
		assertThat(CanonicalMailAddress.parse("a@a" + ".a".repeat(length))).isEmpty();
	}

}
