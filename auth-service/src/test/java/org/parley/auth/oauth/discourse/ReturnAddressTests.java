package org.parley.auth.oauth.discourse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReturnAddressTests {

	@ParameterizedTest
	@ValueSource(strings = { "http://a.example", "a.example", "https://u@a.example", "https://a.example/#b",
			"javascript:alert(1)", "https://*.example", "https://", "", "https://a example", "/back",
			"ftp://localhost" })
	void unsafeAddressAllowsNothing(String address) {
		assertThat(ReturnAddress.allowedBy(address)).isEmpty();
		assertThat(ReturnAddress.parse(address)).isEmpty();
	}

	@Test
	void addressOfASiteHasNoQuery() {
		assertThat(ReturnAddress.parse("https://a.example/?next=b")).isEmpty();
		assertThat(ReturnAddress.parse("https://A.example:443/")).contains("https://a.example");
		assertThat(ReturnAddress.parse("https://a.example/page")).contains("https://a.example/page");
		assertThat(ReturnAddress.parse("http://localhost:3000")).contains("http://localhost:3000");
	}

	@ParameterizedTest
	@CsvSource({ "https://page.example/session/sso_login, true", "https://page.example/session/sso_login?to=%2F, true",
			"https://PAGE.example:443/session/sso_login, true", "https://page.example/session/sso_login/, false",
			"https://page.example/session/sso_loginx, false",
			"https://page.example/session/../session/sso_login, false",
			"https://page.example/session/sso%5Flogin, false", "https://page.example/, false",
			"https://page.example, false", "https://www.page.example/session/sso_login, false" })
	void pageAllowsItselfOnly(String address, boolean allowed) {
		assertThat(ReturnAddress.allowedBy(address).contains("https://page.example/session/sso_login"))
			.isEqualTo(allowed);
	}

	@ParameterizedTest
	@CsvSource({ "https://shop.example/back?to=cart, true", "https://shop.example:8443/back, false",
			"http://shop.example/back, false", "https://shop.example.evil.example/back, false",
			"https://shop.example@evil.example/, false" })
	void originAllowsItsPages(String address, boolean allowed) {
		assertThat(ReturnAddress.allowedBy(address).contains("https://shop.example")).isEqualTo(allowed);
	}

}
