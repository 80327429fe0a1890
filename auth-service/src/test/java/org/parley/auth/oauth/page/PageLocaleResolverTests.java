package org.parley.auth.oauth.page;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class PageLocaleResolverTests {

	private final PageLocaleResolver resolver = new PageLocaleResolver();

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	@Test
	void chosenLanguagePrecedesThatOfBrowser() {
		accept(Locale.ENGLISH);
		this.request.setCookies(new Cookie("other", "en"), new Cookie("parley_language", "de"));
		assertThat(this.resolver.resolveLocale(this.request)).isEqualTo(Locale.GERMAN);
	}

	@Test
	void browsersLanguageIsUsedWithoutChoice() {
		accept(Locale.GERMAN);
		assertThat(this.resolver.resolveLocale(this.request)).isEqualTo(Locale.GERMAN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "%%%", "", "eo", "nl-BE" })
	void browsersLanguageIsUsedWithoutMessagesInTheChosenOne(String chosen) {
		accept(Locale.GERMAN);
		this.request.setCookies(new Cookie("parley_language", chosen));
		assertThat(this.resolver.resolveLocale(this.request)).isEqualTo(Locale.GERMAN);
	}

	@Test
	void requestWithoutLanguageIsEnglishOnEveryMachine() {
		var onGermanMachine = new MockHttpServletRequest() {
			@Override
			public Enumeration<Locale> getLocales() {
				return Collections.enumeration(List.of(Locale.GERMANY));
			}
		};
		assertThat(this.resolver.resolveLocale(onGermanMachine)).isEqualTo(Locale.ENGLISH);
	}

	private void accept(Locale locale) {
		this.request.addHeader("Accept-Language", locale.toLanguageTag());
		this.request.addPreferredLocale(locale);
	}

}
