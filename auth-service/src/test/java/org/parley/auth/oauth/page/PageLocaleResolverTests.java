package org.parley.auth.oauth.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class PageLocaleResolverTests {

	private final PageLocaleResolver resolver = new PageLocaleResolver();

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	@Test
	void chosenLanguagePrecedesThatOfBrowser() {
		accept(Locale.FRENCH);
		this.request.setCookies(new Cookie("other", "en"), new Cookie("parley_language", "de"));
		assertThat(this.resolver.resolveLocale(this.request)).isEqualTo(Locale.GERMAN);
	}

	@Test
	void browsersLanguageIsUsedWithoutChoice() {
		accept(Locale.GERMAN);
		assertThat(this.resolver.resolveLocale(this.request)).isEqualTo(Locale.GERMAN);
		this.request.setCookies(new Cookie("parley_language", "%%%"));
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

	@Test
	void languagesHaveTheSameMessages() throws IOException {
		assertThat(messages("messages_de.properties").keySet()).isEqualTo(messages("messages.properties").keySet());
	}

	private void accept(Locale locale) {
		this.request.addHeader("Accept-Language", locale.toLanguageTag());
		this.request.addPreferredLocale(locale);
	}

	private static Properties messages(String file) throws IOException {
		try (var stream = PageLocaleResolverTests.class.getResourceAsStream("/" + file)) {
			var messages = new Properties();
			messages.load(new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8));
			return messages;
		}
	}

}
