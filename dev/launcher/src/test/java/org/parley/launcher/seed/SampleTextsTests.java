package org.parley.launcher.seed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.launcher.seed.SampleTexts.SampleCategory;
import org.parley.launcher.seed.SampleTexts.SamplePerson;

import static org.assertj.core.api.Assertions.assertThat;

class SampleTextsTests {

	@ParameterizedTest
	@MethodSource("languages")
	void discussionsNameKnownCategoriesPeopleAndReplies(String language) {
		var texts = SampleTexts.in(language);
		var people = texts.people().stream().map(SamplePerson::username).collect(Collectors.toSet());
		assertThat(texts.categories()).hasSize(3);
		assertThat(texts.discussions()).allSatisfy((discussion) -> {
			assertThat(texts.categories()).extracting(SampleCategory::slug).contains(discussion.category());
			assertThat(people).contains(discussion.author());
			assertThat(discussion.tags()).hasSizeLessThan(5);
			for (int number = 0; number < discussion.replies().size(); number++) {
				var reply = discussion.replies().get(number);
				assertThat(people).contains(reply.author()).hasSizeGreaterThan(reply.votes());
				assertThat(reply.quote() == null || reply.quote() < number).isTrue();
			}
			assertThat(discussion.replies().stream().filter((reply) -> reply.accepted())).hasSizeLessThan(2);
		});
	}

	@ParameterizedTest
	@MethodSource("languages")
	void eachLanguageHasTheSameDiscussions(String language) {
		assertThat(shape(language)).isEqualTo(shape("en"));
	}

	@Test
	void newForumHasThreadsInItsLanguage() {
		assertThat(SampleTexts.ofNewForum("de")).hasSameSizeAs(SampleTexts.ofNewForum("en"))
			.isNotEqualTo(SampleTexts.ofNewForum("en"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "haw", "", "xx", "../en" })
	void otherLanguagesGetEnglishTexts(String language) {
		assertThat(SampleTexts.in(language)).isEqualTo(SampleTexts.in("en"));
		assertThat(SampleTexts.ofNewForum(language)).isEqualTo(SampleTexts.ofNewForum("en"));
	}

	private static List<String> languages() throws IOException {
		try (var files = Files.list(Path.of("src/main/resources/org/parley/launcher/seed"))) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.startsWith("samples-"))
				.map((name) -> name.replaceAll("samples-|\\.json", ""))
				.toList();
		}
	}

	private static List<String> shape(String language) {
		return SampleTexts.in(language)
			.discussions()
			.stream()
			.map((discussion) -> discussion.category() + discussion.author() + discussion.replies().size())
			.toList();
	}

}
