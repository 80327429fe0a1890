package org.parley.forum.setup;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contracts.forum.FirstThread;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

class FirstThreadTests {

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "en", "en-GB", "haw", "haw-US", "../../messages", "de/../en", "" })
	void otherLanguagesGetEnglishTexts(@Nullable String language) {
		assertThat(titles(language)).isEqualTo(titles("en")).hasSize(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "de", "DE", "de-AT", "de-CH-1996", "de-Latn-DE" })
	void variantsOfALanguageGetItsTexts(String language) {
		assertThat(titles(language)).isEqualTo(titles("de")).isNotEqualTo(titles("en"));
	}

	@ParameterizedTest
	@MethodSource("languages")
	void textsFitTheLimitsOfThreads(String language) {
		assertThat(StartFirstThreads.read(language)).allSatisfy((first) -> {
			assertThat(first.title()).hasSizeBetween(3, 200);
			assertThat(first.content()).hasSizeLessThan(50_000);
			assertThat(first.tags()).contains("start");
		});
	}

	@ParameterizedTest
	@MethodSource("languages")
	void eachLanguageHasTheSameThreads(String language) {
		assertThat(StartFirstThreads.read(language)).extracting(FirstThread::pinned)
			.isEqualTo(StartFirstThreads.read("en").stream().map(FirstThread::pinned).toList());
		assertThat(titles(language).equals(titles("en"))).isEqualTo(language.equals("en"));
	}

	private static Stream<String> languages() throws IOException {
		return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:start/*.json"))
			.map((file) -> String.valueOf(file.getFilename()).replace(".json", ""));
	}

	private static List<String> titles(@Nullable String language) {
		return StartFirstThreads.read(language).stream().map(FirstThread::title).toList();
	}

}
