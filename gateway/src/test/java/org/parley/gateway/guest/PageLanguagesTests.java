package org.parley.gateway.guest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.gateway.ConfiguredGateway;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

class PageLanguagesTests {

	private final PageLanguages languages = new PageLanguages(List.of("en", "de"));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			de                                   | de
			de-CH                                | de
			DE-at                                | de
			en-GB,en;q=0.9,de;q=0.8              | en
			fr-FR,fr;q=0.9,de;q=0.5,en;q=0.4     | de
			de;q=0.1,en;q=0.2                    | en
			fr                                   | en
			*                                    | en
			fr,*;q=0.5                           | en
			''                                   | en
			""")
	void firstAcceptedLanguageOfPagesIsChosen(String accepted, String language) {
		assertThat(this.languages.of(headers(HttpHeaders.ACCEPT_LANGUAGE, accepted))).isEqualTo(language);
	}

	@Test
	void readerWithoutHeaderGetsFirstLanguage() {
		assertThat(this.languages.of(new HttpHeaders())).isEqualTo("en");
	}

	@Test
	void cookieOutweighsBrowser() {
		var headers = headers(HttpHeaders.COOKIE, "parley_language=de");
		headers.set(HttpHeaders.ACCEPT_LANGUAGE, "en");
		assertThat(this.languages.of(headers)).isEqualTo("de");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "parley_web_session=e30", "parley_language=de; parley_web_session=e30",
			"parley_web_session=e30; parley_language=de", "parley_language=fr", "parley_language=",
			"parley_language=de;", "parley_language=\"de\"", "xparley_language=de" })
	void readerWithOtherCookiesSharesNothing(String cookie) {
		assertThat(this.languages.of(headers(HttpHeaders.COOKIE, cookie))).isNull();
	}

	@Test
	void repeatedHeadersAreNotShared() {
		for (var name : List.of(HttpHeaders.COOKIE, HttpHeaders.ACCEPT_LANGUAGE)) {
			var headers = headers(name, name.equals(HttpHeaders.COOKIE) ? "parley_language=de" : "de");
			headers.add(name, "parley_web_session=e30");
			assertThat(this.languages.of(headers)).as(name).isNull();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "d\u00e9", "de;q=2", "de;q=x", "-", ";;;" })
	void malformedLanguagesAreNotShared(String accepted) {
		assertThat(this.languages.of(headers(HttpHeaders.ACCEPT_LANGUAGE, accepted))).isNull();
	}

	@Test
	void veryLongListIsNotShared() {
		assertThat(this.languages.of(headers(HttpHeaders.ACCEPT_LANGUAGE, "de,".repeat(100) + "en"))).isNull();
	}

	@Test
	void settingsNameLanguagesOfWebClient() throws IOException {
		var settings = ConfiguredGateway.settings("parley.gateway.guest-cache", GuestCacheSettings.class);
		try (var files = Files.list(Path.of("../web/src/lib/messages"))) {
			assertThat(settings.languages())
				.containsExactlyInAnyOrderElementsOf(files.map((file) -> file.getFileName().toString())
					.filter((name) -> name.endsWith(".json"))
					.map((name) -> name.replace(".json", ""))
					.toList());
		}
		assertThat(settings.languages()).startsWith("en");
	}

	private static HttpHeaders headers(String name, String value) {
		var headers = new HttpHeaders();
		headers.set(name, value);
		return headers;
	}

}
