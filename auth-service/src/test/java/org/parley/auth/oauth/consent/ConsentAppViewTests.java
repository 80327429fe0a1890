package org.parley.auth.oauth.consent;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConsentAppViewTests {

	@ParameterizedTest
	@CsvSource({ "photo frame,P", "instagram,I",
			"\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 Family,\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
			"\uD83D\uDDBC\uFE0F Frame,\uD83D\uDDBC\uFE0F", "e\u0301clair,E\u0301", "\u5199\u771F,\u5199" })
	void letterIsFirstCharacterThatPeopleSee(String name, String letter) {
		assertThat(new ConsentAppView(name, null, null).letter()).isEqualTo(letter);
	}

}
