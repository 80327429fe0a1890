package org.parley.platform.test.pattern;

import java.util.regex.Pattern;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LinearPatternsTests {

	private final PatternScan scan = PatternScan
		.of(new ClassFileImporter().importClasses(Patterns.class, Patterns.Request.class, Patterns.Word.class));

	@Test
	void expressionsAreFoundEverywhere() {
		assertThat(this.scan.found()).extracting(FoundPattern::regex)
			.containsOnly("anchored", "searched", "unused", "component", "element", "composed", "composed too",
					"matches", "static", "one way", "the other", "first", "split");
	}

	@Test
	void flagsAreFound() {
		assertThat(found("anchored").flags()).isEqualTo(Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
		assertThat(found("component").flags()).isEqualTo(Pattern.CASE_INSENSITIVE);
	}

	@Test
	void searchIsDetectedByUse() {
		assertThat(this.scan.found()).filteredOn(FoundPattern::searching)
			.extracting(FoundPattern::regex)
			.containsExactlyInAnyOrder("searched", "unused", "one way", "the other", "first", "split");
	}

	@Test
	void expressionThatIsNotConstantIsReported() {
		assertThat(this.scan.unknown()).containsExactly("Patterns.isLike");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a@a(\\.[a-z]{1,63})+", "(a|b)*", "(?:ab?)+c", "[a-z0-9]+(-[a-z0-9]+)*", "(?s)(.|\\n)*",
			"(?:[ab]|cd)*?e" })
	void recursionIsTooDeep(String regex) {
		assertThat(LinearPatterns.weakness(anchored(regex))).startsWith("is too deep");
	}

	@ParameterizedTest
	@ValueSource(strings = { "(?>a+)*+b|(a+)+b", "[a-z]*[a-z0-9]*!", "x?\\d+\\d+y", ".*.*=", "(?:a{1,60}){1,60}b",
			"(?=.*!)[a-z ]*[\\w ]*" })
	void repeatedRepetitionTakesTooLong(String regex) {
		assertThat(LinearPatterns.weakness(anchored(regex))).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\s+$", "[a-z]+@", "\\S+://\\S+", "<form[^>]*action", "/+$" })
	void restartingSearchIsTooSlow(String regex) {
		assertThat(LinearPatterns.weakness(searching(regex))).startsWith("takes too many steps");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a@a(\\.a)++", "(?:a|b)*+", "[a-z0-9]++(-[a-z0-9]++)*+", "\\s++", "[a-z]{1,64}@", "",
			"plain", "\\Qquoted*\\E.", "(?=.{1,30}$)[a-z0-9]+(-[a-z0-9]+)*", "[[a-z]&&[^aeiou]]+", "\\p{Lu}|\\x{41}" })
	void linearExpressionPasses(String regex) {
		assertThat(LinearPatterns.weakness(searching(regex))).isEmpty();
	}

	@Test
	void unknownSyntaxIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> LinearPatterns.weakness(anchored("(a)\\1")));
	}

	private FoundPattern found(String regex) {
		return this.scan.found().stream().filter((found) -> found.regex().equals(regex)).findFirst().orElseThrow();
	}

	private static FoundPattern anchored(String regex) {
		return new FoundPattern(regex, 0, false, "here");
	}

	private static FoundPattern searching(String regex) {
		return new FoundPattern(regex, 0, true, "here");
	}

}
