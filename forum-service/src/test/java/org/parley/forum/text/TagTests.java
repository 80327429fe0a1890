package org.parley.forum.text;

import java.util.List;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TagTests {

	private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

	@Test
	void tagsAreLowerCaseWords() {
		assertThat(areTags("a", "a-b", "2026", "x".repeat(30))).isTrue();
		for (var wrong : List.of("", "A", "a_b", "-a", "a-", "a--b", "x".repeat(31), "a\n")) {
			assertThat(areTags(wrong)).as(wrong).isFalse();
		}
	}

	private boolean areTags(String... tags) {
		return this.validator.validate(new Tagged(List.of(tags))).isEmpty();
	}

	/**
	 * A bean with tags.
	 *
	 * @param tags the tags
	 */
	record Tagged(List<@Tag String> tags) {
	}

}
