package org.parley.auth.federation.protocol;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.federation.provider.IdentityProviderKind;
import org.parley.auth.federation.provider.SomeProvider;
import org.parley.auth.oauth.discourse.DiscourseMessage;
import org.parley.platform.domain.RefusalException;

import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DiscourseAnswersTests {

	private static final String SECRET = "known to both";

	private final DiscourseAnswers answers = new DiscourseAnswers(SomeProvider.credentials(),
			InstantSource.fixed(Instant.EPOCH), RandomGenerator.getDefault());

	private final IdentityProvider site = SomeProvider.of(IdentityProviderKind.DISCOURSE,
			"https://site.example/?do=connect", "", SECRET);

	@Test
	void questionHasANonceAndTheAddressToReturnTo() {
		var question = this.answers.ask(this.site);
		assertThat(question.address()).startsWith("https://site.example/?do=connect&sso=");
		var asked = this.answers.verify(this.site, parameter(question.address(), "sso"),
				parameter(question.address(), "sig"));
		assertThat(asked.values()).isEqualTo(Map.of("nonce", question.nonce(), "return_sso_url",
				SomeProvider.SITE + "/oauth2/federation/example/callback"));
		assertRefused(() -> this.answers.account(this.site, asked), "federation.refused");
	}

	@Test
	void answerUnderAnotherSecretIsRefused() {
		assertUnverified(answer("not the secret"));
	}

	@Test
	void answerWithoutSignatureIsRefused() {
		assertUnverified(answer(SECRET).replaceFirst("&sig=.*", ""));
	}

	@Test
	void changedAnswerIsRefused() {
		assertUnverified(answer(SECRET).replaceFirst("sso=.", "sso=x"));
	}

	@Test
	void absentAnswerIsRefused() {
		assertUnverified("https://forum.example/?state=a&code=a");
	}

	@Test
	void answerWithoutIdIsRefused() {
		assertRefused(() -> account(Map.of("nonce", "a")), "federation.refused");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "Null", "none", "nil ", "blank", "undefined" })
	void idOfNobodyIsRefused(String id) {
		assertRefused(() -> account(Map.of("external_id", id)), "federation.refused");
	}

	@Test
	void overlongIdIsRefused() {
		assertThat(account(Map.of("external_id", "1".repeat(255))).subject()).hasSize(255);
		assertRefused(() -> account(Map.of("external_id", "1".repeat(256))), "federation.refused");
	}

	@Test
	void cancelledSignInIsDenied() {
		assertRefused(() -> account(Map.of("external_id", "1", "failed", "true")), "federation.denied");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "nora@site.example, false, nora@site.example, true",
			"nora@site.example, true, nora@site.example, false", "no address, false, -, false" })
	void addressIsVerifiedUnlessTheSiteHasNotVerifiedIt(String email, String activation, String address,
			boolean verified) {
		var account = account(Map.of("external_id", "1", "email", email, "require_activation", activation));
		assertThat(account.email()).isEqualTo(address);
		assertThat(account.emailVerified()).isEqualTo(verified);
	}

	@Test
	void overlongNamesAreOmitted() {
		var account = account(Map.of("external_id", "1", "username", "u".repeat(2000), "name", "n".repeat(200)));
		assertThat(account.username()).isNull();
		assertThat(account.name()).isNull();
	}

	private ProviderAccount account(Map<String, String> values) {
		return this.answers.account(this.site, new DiscourseMessage(values));
	}

	private static String answer(String secret) {
		return new DiscourseMessage(Map.of("nonce", "a", "external_id", "1")).sentTo(SomeProvider.SITE, secret);
	}

	private void assertUnverified(String address) {
		assertRefused(() -> this.answers.verify(this.site, parameter(address, "sso"), parameter(address, "sig")),
				"federation.refused");
	}

	private static void assertRefused(Supplier<?> call, String code) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(call::get)
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(code));
	}

	private static Optional<String> parameter(String address, String name) {
		var value = UriComponentsBuilder.fromUriString(address).build().getQueryParams().getFirst(name);
		return Optional.ofNullable(value).map((text) -> UriUtils.decode(text, StandardCharsets.UTF_8));
	}

}
