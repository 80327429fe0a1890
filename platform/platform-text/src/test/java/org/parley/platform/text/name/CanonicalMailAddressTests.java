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
			"!#$%&'*+/=?^_`{|}~-@example.org, !#$%&'*+/=?^_`{|}~-@example.org", "1@2.example, 1@2.example" })
	void domainIsAscii(String typed, String address) {
		assertThat(CanonicalMailAddress.parse(typed).map(CanonicalMailAddress::text)).contains(address);
	}

	@ParameterizedTest
	@CsvSource({ "A@B.example, a@b.EXAMPLE", "user@müller.example, USER@XN--MLLER-KVA.example",
			"user@MÜLLER.example, user@mu\u0308ller.example" })
	void sameMailboxHasSameKey(String one, String other) {
		assertThat(CanonicalMailAddress.keyOf(one)).isEqualTo(CanonicalMailAddress.keyOf(other));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "@", "a", "a@a", "a@a.", "a@.a", "a@a..a", "@a.a", "a b@example.org",
			"a@b@example.org", "mü@example.org", "a@exa mple.org", "a@-müller-.example", "a@mü_ller.example",
			"a@\u202emüller.example", "a@example.org\r\nBcc: b@example.org", "a@müller.example\n",
			"a@\ud83dmüller.example" })
	void otherTextIsNoAddress(String text) {
		assertThat(CanonicalMailAddress.parse(text)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 250, 20_000, 100_000 })
	void overlongAddressIsRefused(int length) {
		assertThat(CanonicalMailAddress.parse("a".repeat(length) + "@müller.example")).isEmpty();
		assertThat(CanonicalMailAddress.parse("a@a" + ".a".repeat(length))).isEmpty();
	}

}
