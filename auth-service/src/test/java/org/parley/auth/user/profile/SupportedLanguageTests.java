package org.parley.auth.user.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.RefusalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SupportedLanguageTests {

	/** What browsers, phones and programs send, separated by spaces. */
	@ParameterizedTest
	@CsvSource(nullValues = "none",
			value = { "de, de", "de-DE, de", "de-AT, de", "de-CH-1996, de", "DE-Latn-LI, de", "de-DE-u-co-phonebk, de",
					"de-x-team, de", "en-GB, en", "haw-US de-CH en, de", "haw de, de", "en de, en", "haw, en",
					"gsw-CH, en", "zh-Hant-TW, en", "he-IL, en", "iw, en", "und, en", "x-klingon, en", "'', en" })
	void wantedLanguageIsReducedToOneThatParleyHas(String wanted, String language) {
		var locales = Arrays.stream(wanted.split(" ")).map(Locale::forLanguageTag).toList();
		assertThat(SupportedLanguage.of(locales).toLanguageTag()).isEqualTo(language);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "-, de, de", "de-AT, en, de", "sw-KE, de, en", "en-GB, de, en" })
	void chosenLanguageWinsOverTheAcceptedOne(@Nullable String chosen, Locale accepted, String language) {
		assertThat(SupportedLanguage.chosen(chosen, accepted).toLanguageTag()).isEqualTo(language);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "de-DE | '' | de", "da, fr;q=0.8, en;q=0.7 | ja | fr", "'' | ja_JP | ja",
			"es | ja-JP | es", "tlh | pt-BR | pt", "* | '' | en", "?? | de | de", "'' | 1 | en" })
	void firstLanguageOfTextsThatParleyHasIsRead(String preferred, String locale, String language) {
		assertThat(SupportedLanguage.read(List.of(preferred, locale)).toLanguageTag()).isEqualTo(language);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "german", "de_DE", "xx-XX", "d\u00e9", "-de", "de-\u0000" })
	void malformedLanguageIsRefused(String chosen) {
		assertThatExceptionOfType(RefusalException.class)
			.isThrownBy(() -> SupportedLanguage.chosen(chosen, Locale.ENGLISH))
			.satisfies((problem) -> assertThat(problem.errors().getFirst().field()).isEqualTo("locale"));
	}

}
