package org.parley.auth.oauth.initial;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.oauth.client.AppKind;
import org.parley.auth.oauth.client.AppTerms;
import org.parley.auth.tokens.secret.OpaqueSecret;
import org.parley.platform.domain.FieldProblem;
import org.parley.platform.domain.RefusalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InitialTokenTests {

	private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

	@Test
	void defaultsAreOneAppOfAnyKindWithinADay() {
		var token = token(null, null, null, null);
		assertThat(token.uses()).isEqualTo(1);
		assertThat(token.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
		assertThat(token.kinds()).containsExactly("web", "native", "service", "device");
		assertThat(token.scopes()).containsExactly("openid", "profile", "email", "threads:read", "threads:write",
				"chat:read", "chat:write", "social:read", "social:write", "media:write", "notifications", "webhooks");
		assertThat(token.isLive(NOW.plus(Duration.ofDays(1)).minusMillis(1))).isTrue();
		assertThat(token.isLive(NOW.plus(Duration.ofDays(1)))).isFalse();
	}

	@Test
	void tokenIsValidForItsNumberOfUses() {
		var token = token(2, null, null, null);
		token.use(app(AppKind.WEB, "openid"));
		assertThat(token.left()).isEqualTo(1);
		assertThat(token.isLive(NOW)).isTrue();
		token.use(app(AppKind.NATIVE, "openid"));
		assertThat(token.isLive(NOW)).isFalse();
		assertThat(token.uses()).isEqualTo(2);
	}

	@Test
	void refusedAppDoesNotUseTheToken() {
		var token = token(1, null, List.of("web", "service", "web"), List.of("threads:read", "openid"));
		assertThat(token.kinds()).containsExactly("web", "service");
		assertThat(token.scopes()).containsExactly("openid", "threads:read");
		refused("kind", "app.kind", () -> token.use(app(AppKind.NATIVE, "openid")));
		refused("scopes", "app.scope", () -> token.use(app(AppKind.WEB, "openid", "profile")));
		refused("scopes", "app.scope", () -> token.use(app(AppKind.WEB, "admin")));
		assertThat(token.left()).isEqualTo(1);
		token.use(app(AppKind.WEB, "openid"));
		assertThat(token.left()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "moderation", "admin", "parley", "nothing", "" })
	void privilegedScopeIsRefused(String scope) {
		refused("scopes", "app.scope", () -> token(1, null, null, List.of("openid", scope)));
	}

	@Test
	void expiryBeyondAMonthIsRefused() {
		assertThat(token(1, NOW.plus(InitialToken.LONGEST), null, null).expiresAt())
			.isEqualTo(NOW.plus(Duration.ofDays(30)));
		for (var end : List.of(NOW, NOW.minusSeconds(1), NOW.plus(InitialToken.LONGEST).plusMillis(1))) {
			refused("expiresAt", "registration-token.expiry", () -> token(1, end, null, null));
		}
	}

	@Test
	void secretIsNotPrinted() {
		assertThat(wish(1, null, null, null).toString()).doesNotContain("not to be");
	}

	private static InitialToken token(@Nullable Integer uses, @Nullable Instant end, @Nullable List<String> kinds,
			@Nullable List<String> scopes) {
		return InitialToken.issue("token", new OpaqueSecret("parley_init_one"), wish(uses, end, kinds, scopes), "admin",
				NOW);
	}

	private static InitialTokenRequest wish(@Nullable Integer uses, @Nullable Instant end, @Nullable List<String> kinds,
			@Nullable List<String> scopes) {
		return new InitialTokenRequest(" for a reader ", uses, end, kinds, scopes, "not to be told", null);
	}

	private static AppTerms app(AppKind kind, String... scopes) {
		return new AppTerms("App", "", null, null, kind, List.of(), List.of(), List.of(scopes), false, false);
	}

	private static void refused(String field, String code, Runnable act) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(act::run)
			.satisfies((ex) -> assertThat(ex.errors()).singleElement()
				.extracting(FieldProblem::field, FieldProblem::code)
				.containsExactly(field, code));
	}

}
