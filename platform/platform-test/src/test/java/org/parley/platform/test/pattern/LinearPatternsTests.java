package org.parley.platform.test.pattern;

import java.util.Map;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LinearPatternsTests {

	@Test
	void expressionsAreFoundWithTheirUse() {
		assertThat(expressions(Patterns.class)).isEqualTo(Map.of("anchored+", false));
		assertThat(expressions(Patterns.Request.class)).containsEntry("component+", false)
			.containsEntry("element+", false);
		assertThat(expressions(Patterns.Word.class)).containsEntry("composed+", false);
		assertThat(expressions(Patterns.Searched.class))
			.isEqualTo(Map.of("first+", true, "one way+", true, "the other+", true));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a@a(\\.[a-z]{1,63})+", "(a|b)*", "(?:ab?)+c", "[a-z0-9]+(-[a-z0-9]+)*", "(?s)(.|\\n)*",
			"(?:[ab]|cd)*?e", "(?>a+)*+b|(a+)+b", "(a){2,}" })
	void repeatedGroupIsRefused(String regex) {
		assertThat(LinearPatterns.weakness(regex, false)).startsWith("repeats a group");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "[a-z]*[a-z0-9]*!", "x?\\d+\\d+y", ".*.*=", "(?:a{1,60}){1,60}b", "https://[a-z.]*[a-z]*!" })
	void repeatedRepetitionIsSlow(String regex) {
		assertThat(LinearPatterns.weakness(regex, false)).startsWith("is slow");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\s+$", "[a-z]+@", "\\S+://\\S+", "<form[^>]*action", "/+$" })
	void restartingSearchIsSlow(String regex) {
		assertThat(LinearPatterns.weakness(regex, true)).startsWith("is slow");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a@a(\\.a)++", "(?:a|b)*+", "[a-z0-9]++(-[a-z0-9]++)*+", "\\s++", "[a-z]{1,64}@", "",
			"plain", "\\Qquoted*\\E.", "[[a-z]&&[^aeiou]]+", "\\p{Lu}|\\x{41}", "\\(\\)*" })
	void linearExpressionPasses(String regex) {
		assertThat(LinearPatterns.weakness(regex, true)).isEmpty();
	}

	private static Map<String, Boolean> expressions(Class<?> type) {
		return LinearPatterns.expressions(new ClassFileImporter().importClass(type));
	}

}
