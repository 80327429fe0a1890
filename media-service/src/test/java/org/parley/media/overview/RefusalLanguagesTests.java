package org.parley.media.overview;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalLanguagesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			de-AT                  | de
			fi, de;q=0.5           | de
			nb, sv, de             | de
			zh-Hans-CN, ja;q=0.5   | ja
			iw, ar;q=0.5           | ar
			en, de                 | en
			de;q=0.5, fr           | fr
			pt-BR                  | pt
			fi                     | en
			*                      | en
			                       | en
			""")
	void firstKnownLanguageIsChosen(@Nullable String accepted, Locale language) {
		var request = new MockHttpServletRequest();
		if (accepted != null) {
			request.addHeader("Accept-Language", accepted);
		}
		assertThat(new RefusalLanguages().localeResolver().resolveLocale(request)).isEqualTo(language);
	}

}
