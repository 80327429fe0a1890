package org.parley.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each language of the web client is one of sign-in, mails, refused media and first
 * threads.
 */
class LanguagesTests {

	private static final List<String> PAGES = List.of("../auth-service", "../notification-service");

	private static final List<String> BUNDLES = Stream.concat(PAGES.stream(), Stream.of("../media-service")).toList();

	private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");

	private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

	/** Its default suits most languages. */
	private static final String DIRECTION = "direction";

	static List<String> languages() throws IOException {
		try (var files = Files.list(Path.of("../web/src/lib/messages"))) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".json"))
				.map((name) -> name.replace(".json", ""))
				.sorted()
				.toList();
		}
	}

	static Stream<Arguments> translations() throws IOException {
		return translations(BUNDLES);
	}

	static Stream<Arguments> pages() throws IOException {
		return translations(PAGES);
	}

	private static Stream<Arguments> translations(List<String> modules) throws IOException {
		return languages().stream()
			.filter((language) -> !language.equals("en"))
			.flatMap((language) -> modules.stream().map((module) -> Arguments.of(module, language)));
	}

	@ParameterizedTest
	@MethodSource("languages")
	void newForumHasThreadsInEachLanguage(String language) {
		assertThat(Path.of("../contracts/src/main/resources/start/" + language + ".json")).exists();
	}

	@ParameterizedTest
	@MethodSource("translations")
	void translationHasEachMessage(String module, String language) throws IOException {
		var names = new TreeSet<>(messages(module, "_" + language).stringPropertyNames());
		var english = new TreeSet<>(messages(module, "").stringPropertyNames());
		names.remove(DIRECTION);
		english.remove(DIRECTION);
		assertThat(names).isEqualTo(english);
	}

	@ParameterizedTest
	@MethodSource("translations")
	void translationUsesTheSameArguments(String module, String language) throws IOException {
		var english = messages(module, "");
		messages(module, "_" + language).forEach((name, text) -> assertThat(arguments((String) text)).as((String) name)
			.isEqualTo(arguments(english.getProperty((String) name))));
	}

	/** An apostrophe begins a quotation of the format. */
	@ParameterizedTest
	@MethodSource("translations")
	void translationIsAFormatWithoutQuotations(String module, String language) throws IOException {
		messages(module, "_" + language).values().forEach((text) -> {
			assertThat((String) text).isNotBlank().doesNotContain("'");
			var format = new MessageFormat((String) text, Locale.forLanguageTag(language));
			for (int count : new int[] { 0, 1, 2, 3, 10, 11, 99, 100, 101, 250, 1000 }) {
				assertThat(format.format(new Object[] { count, count, "b", "c", "d" })).doesNotContain("{", "}");
			}
		});
	}

	/** A single word may be the same in two languages. */
	@ParameterizedTest
	@MethodSource("translations")
	void translationIsNotEnglish(String module, String language) throws IOException {
		var english = messages(module, "");
		var same = messages(module, "_" + language).entrySet()
			.stream()
			.filter((entry) -> entry.getValue().equals(english.get(entry.getKey())))
			.filter((entry) -> WORD.matcher((String) entry.getValue()).results().count() > 1)
			.map((entry) -> entry.getKey());
		assertThat(same).isEmpty();
	}

	/** People look for the page by the name that its heading and the menu have. */
	@ParameterizedTest
	@CsvSource({ "problem.identity.email-known, security.title", "problem.unverified.text, settings.account" })
	void textNamesAPageOfTheSettingsAsThePageDoes(String text, String heading) throws IOException {
		for (var language : languages()) {
			var suffix = language.equals("en") ? "" : "_" + language;
			var web = RepositoryFiles.JSON.readTree(Path.of("../web/src/lib/messages", language + ".json").toFile());
			assertThat(messages("../auth-service", suffix).getProperty(text)).as(language)
				.contains(web.path("settings.title").asText(), web.path(heading).asText());
		}
	}

	@ParameterizedTest
	@MethodSource("pages")
	void directionIsThatOfTheScript(String module, String language) throws IOException {
		var locale = Locale.forLanguageTag(language);
		var direction = switch (Character.getDirectionality(locale.getDisplayLanguage(locale).codePointAt(0))) {
			case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> "rtl";
			default -> "ltr";
		};
		var english = messages(module, "").getProperty(DIRECTION);
		assertThat(messages(module, "_" + language).getProperty(DIRECTION, english)).isEqualTo(direction);
	}

	private static Set<String> arguments(String text) {
		return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
	}

	private static Properties messages(String module, String suffix) throws IOException {
		try (var file = Files
			.newBufferedReader(Path.of(module, "src/main/resources/messages" + suffix + ".properties"))) {
			var messages = new Properties();
			messages.load(file);
			return messages;
		}
	}

}
