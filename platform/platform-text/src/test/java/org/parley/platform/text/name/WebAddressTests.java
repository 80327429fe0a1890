package org.parley.platform.text.name;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WebAddressTests {

	@ParameterizedTest
	@CsvSource({ "https://bücher.example/hook,https://xn--bcher-kva.example/hook",
			"https://BÜCHER.example:8443/,https://xn--bcher-kva.example:8443/",
			"HTTPS://faß.example,HTTPS://xn--fa-hia.example",
			"https://例え.テスト/受信?名=値,https://xn--r8jz45g.xn--zckzah/%E5%8F%97%E4%BF%A1?%E5%90%8D=%E5%80%A4",
			"https://مثال.إختبار/,https://xn--mgbh0fb.xn--kgbechtv/",
			"https://example.org/straße?a=%20b,https://example.org/stra%C3%9Fe?a=%20b",
			"https://１２７．0．0．1/,https://127.0.0.1/", "https://ｌocalhost/,https://localhost/",
			"https://example.org/😀,https://example.org/%F0%9F%98%80",
			"https://example.org/@bücher,https://example.org/@b%C3%BCcher" })
	void addressHasAsciiForm(String text, String expected) {
		assertThat(WebAddress.ascii(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://example.org/hook", "ftp://bücher.example/", "bücher.example", "",
			"https://bü\u00ADcher.example/", "https://bücher..example/", "https://a@bücher.example/",
			"https://bü_cher.example/", "https://[::1]/" })
	void otherTextStays(String text) {
		assertThat(WebAddress.ascii(text)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "https://example.org/ü\u00A0", "https://example.org/ü\uD83D", "https://example.org/ü\u0085" })
	void charactersOfNoAddressStay(String text) {
		assertThat(WebAddress.ascii(text)).endsWith(text.substring(text.length() - 1));
	}

}
