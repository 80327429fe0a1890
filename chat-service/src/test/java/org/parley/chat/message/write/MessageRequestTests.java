package org.parley.chat.message.write;

import java.util.Collections;
import java.util.List;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.RefusalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MessageRequestTests {

	private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

	@ParameterizedTest
	@ValueSource(strings = { "&nbsp;", "<br>" })
	void textThatShowsNothingIsInvalid(String text) {
		assertThat(isValid(request(text, null))).isFalse();
	}

	@Test
	void textHasAtMost4000Characters() {
		assertThat(isValid(request("x".repeat(4_000), null))).isTrue();
		assertThat(isValid(request("x".repeat(4_001), null))).isFalse();
	}

	@Test
	void messageHasAtMostTenAttachments() {
		assertThat(isValid(request("x", Collections.nCopies(10, "x")))).isTrue();
		assertThat(isValid(request("x", Collections.nCopies(11, "x")))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "   " })
	void textMayLackOnlyWithAttachments(String text) {
		assertThat(request(text, List.of("medium")).content()).isEmpty();
		refused(request(text, null));
		refused(request(text, List.of()));
		refused(request(null, null));
	}

	@Test
	void attachmentsCountOnce() {
		assertThat(request(null, List.of("one", "two", "one")).mediaIds()).containsExactly("one", "two");
	}

	@Test
	void keyIsTheClientIdUnlessThereIsOne() {
		assertThat(request("x", null).withKey(null).clientId()).isNull();
		assertThat(request("x", null).withKey("a").clientId()).isEqualTo("key:a");
		assertThat(new MessageRequest("x", null, "mine", null).withKey("a").clientId()).isEqualTo("mine");
	}

	private static void refused(MessageRequest request) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(request::content)
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo("request.invalid"));
	}

	private boolean isValid(MessageRequest request) {
		return this.validator.validate(request).isEmpty();
	}

	private static MessageRequest request(@Nullable String text, @Nullable List<String> attachments) {
		return new MessageRequest(text, null, null, attachments);
	}

}
