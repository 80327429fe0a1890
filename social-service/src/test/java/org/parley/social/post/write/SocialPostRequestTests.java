package org.parley.social.post.write;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contracts.social.SocialVisibility;
import org.parley.social.post.SocialPost;
import org.parley.social.post.SocialText;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Valid and invalid requests to publish, and the parts that an edit keeps. */
class SocialPostRequestTests {

	private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

	static Stream<String> validTexts() {
		return Stream.of("x", "x".repeat(5000), "Two\nlines", "😀".repeat(2500), "");
	}

	static Stream<String> invalidTexts() {
		return Stream.of("x".repeat(5001), "a\u0000b", "a\u0007b", "\uD800", "&nbsp;", "[](/)");
	}

	@ParameterizedTest
	@MethodSource("validTexts")
	void storableTextIsAccepted(String text) {
		assertThat(fields(text, null)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("invalidTexts")
	void otherTextIsRefused(String text) {
		assertThat(fields(text, null)).containsExactly("text", "text");
	}

	@Test
	void tenMediaAreAccepted() {
		assertThat(fields("x", Collections.nCopies(10, "x"))).isEmpty();
		assertThat(fields("x", List.of())).isEmpty();
	}

	@Test
	void moreMediaAndMissingOnesAreRefused() {
		assertThat(fields("x", Collections.nCopies(11, "x"))).containsExactly("media", "media");
		assertThat(fields("x", Arrays.asList("x", null))).containsExactly("media[1].<list element>",
				"media[1].<list element>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\n", " \t\n" })
	void postWithoutTextNeedsMedia(String text) {
		assertThatThrownBy(() -> new SocialPostRequest(text, null, null).content()).extracting("code")
			.isEqualTo("request.invalid");
		assertThatThrownBy(() -> new EditSocialPostRequest(text, List.of(), null).textOf(post("Look", "a")))
			.extracting("code")
			.isEqualTo("request.invalid");
		assertThat(new SocialPostRequest(text, List.of("a"), null).content()).isEmpty();
		assertThat(new EditSocialPostRequest(text, null, null).textOf(post("Look", "a"))).isEmpty();
	}

	@Test
	void absentTextIsEmpty() {
		assertThat(new SocialPostRequest(null, List.of("a"), null).content()).isEmpty();
		assertThatThrownBy(() -> new SocialPostRequest(null, null, null).content()).extracting("code")
			.isEqualTo("request.invalid");
	}

	@Test
	void mediumIsShownOnceInItsFirstPlace() {
		assertThat(new SocialPostRequest("", List.of("b", "a", "b"), null).mediaIds()).containsExactly("b", "a");
		assertThat(new EditSocialPostRequest(null, List.of("b", "a", "b"), null).mediaOf(post("Look", "c")))
			.containsExactly("b", "a");
	}

	@ParameterizedTest
	@CsvSource({ "PUBLIC, PUBLIC", "FOLLOWERS, FOLLOWERS", "PRIVATE, PRIVATE", ", PUBLIC" })
	void postIsPublicByDefault(@Nullable SocialVisibility asked, SocialVisibility audience) {
		assertThat(new SocialPostRequest("x", null, asked).audience()).isEqualTo(audience);
	}

	@ParameterizedTest
	@CsvSource({ "PUBLIC, PUBLIC", "PRIVATE, PRIVATE", ", FOLLOWERS" })
	void editKeepsVisibilityThatIsAbsent(@Nullable SocialVisibility asked, SocialVisibility after) {
		assertThat(new EditSocialPostRequest("x", null, asked).visibilityOf(post("Look"))).isEqualTo(after);
	}

	@Test
	void editKeepsTextAndMediaThatAreAbsent() {
		var before = post("Look", "a", "b");
		var nothing = new EditSocialPostRequest(null, null, null);
		assertThat(nothing.textOf(before)).isEqualTo("Look");
		assertThat(nothing.mediaOf(before)).containsExactly("a", "b");
		assertThat(nothing.hasMedia()).isFalse();
		var emptied = new EditSocialPostRequest("Gone", List.of(), null);
		assertThat(emptied.textOf(before)).isEqualTo("Gone");
		assertThat(emptied.mediaOf(before)).isEmpty();
		assertThat(emptied.hasMedia()).isFalse();
	}

	private static SocialPost post(String text, String... media) {
		return SocialPost.of("owner", new SocialText(text, text, List.of()), List.of(media), SocialVisibility.FOLLOWERS,
				Instant.EPOCH);
	}

	/** The fields at fault in a new post and in an edit. */
	private static List<String> fields(@Nullable String text, @Nullable List<String> media) {
		return Stream.of(new SocialPostRequest(text, media, null), new EditSocialPostRequest(text, media, null))
			.flatMap((request) -> VALIDATOR.validate(request).stream())
			.map((violation) -> violation.getPropertyPath().toString())
			.toList();
	}

}
