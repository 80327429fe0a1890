package org.parley.forum.setup;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FirstThreadTests {

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "en", "en-GB", "fr", "pt-BR", "../../messages", "de/../en", "" })
	void otherLanguagesGetEnglishTexts(@Nullable String language) {
		assertThat(titles(language)).isEqualTo(titles("en")).hasSize(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "de", "DE", "de-AT", "de-CH-1996", "de-Latn-DE" })
	void variantsOfALanguageGetItsTexts(String language) {
		assertThat(titles(language)).isEqualTo(titles("de")).isNotEqualTo(titles("en"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "de" })
	void textsFitTheLimitsOfThreads(String language) {
		assertThat(FirstThread.in(language)).allSatisfy((first) -> {
			assertThat(first.title()).hasSizeBetween(3, 200);
			assertThat(first.content()).hasSizeLessThan(50_000);
			assertThat(first.tags()).contains("start");
		});
	}

	@Test
	void eachLanguageHasTheSameThreads() {
		assertThat(FirstThread.in("de")).extracting(FirstThread::pinned)
			.isEqualTo(FirstThread.in("en").stream().map(FirstThread::pinned).toList());
	}

	private static List<String> titles(@Nullable String language) {
		return FirstThread.in(language).stream().map(FirstThread::title).toList();
	}

}
