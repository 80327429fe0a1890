package org.parley.auth.signin.setup;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.signin.setup.Brand.FooterLink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class BrandTests {

	private final Validator validator = validator();

	static Stream<Arguments> invalidProperties() {
		return Stream.of(arguments("name", "two\nlines"), arguments("tagline", "x".repeat(201)),
				arguments("tagline", "two\nlines"), arguments("welcome", "x".repeat(1001)), arguments("accent", "red"),
				arguments("accent", "#12345"), arguments("accent", "#123456; } body { display: none"),
				arguments("radius", -1), arguments("radius", 25));
	}

	@ParameterizedTest
	@MethodSource("invalidProperties")
	void invalidPropertyIsRefused(String property, Object value) {
		assertThat(this.validator.validateValue(Brand.class, property, value)).isNotEmpty();
	}

	static Stream<Arguments> validProperties() {
		return Stream.of(arguments("name", "The Tea Party"), arguments("tagline", "x".repeat(200)),
				arguments("welcome", "two\nlines"), arguments("accent", "#8A3fae"), arguments("radius", 0),
				arguments("radius", 24));
	}

	@ParameterizedTest
	@MethodSource("validProperties")
	void validPropertyIsAccepted(String property, Object value) {
		assertThat(this.validator.validateValue(Brand.class, property, value)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "javascript:alert(1)", "//elsewhere.example", "/\\\\elsewhere.example", "https://\\\\a.example",
					"https:///a", "ftp://a.example", "a", "https://a.example/two words", "data:text/html,x", "" })
	void linkThatLeadsToNoPageIsRefused(String address) {
		assertThat(invalid(List.of(new FooterLink("L", address)))).containsExactly("links[0].address");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/threads/1", "http://a.example", "https://a.example/?b=c#d", "/privacy", "/[a]",
			"https://b.example:8443/" })
	void linkToPageIsAccepted(String address) {
		assertThat(invalid(List.of(new FooterLink("L", address)))).isEmpty();
	}

	@Test
	void brandHasAtMostEightLinks() {
		assertThat(invalid(Collections.nCopies(8, new FooterLink("L", "/a")))).isEmpty();
		assertThat(invalid(Collections.nCopies(9, new FooterLink("L", "/a")))).containsExactly("links");
	}

	/** The invalid properties of a brand with these links. */
	private List<String> invalid(List<FooterLink> links) {
		return this.validator.validate(new Brand("N", null, null, null, null, links))
			.stream()
			.map((violation) -> violation.getPropertyPath().toString())
			.toList();
	}

	private static Validator validator() {
		try (var factory = Validation.buildDefaultValidatorFactory()) {
			return factory.getValidator();
		}
	}

}
