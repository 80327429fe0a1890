package org.parley.auth.oauth.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.tokens.secret.OpaqueSecret;
import org.parley.platform.domain.FieldProblem;
import org.parley.platform.domain.RefusalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OAuthClientTests {

	private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

	private static final String BACK = "https://app.example.org/back";

	@Test
	void withdrawnSecretRestoresThePreviousOne() {
		var app = app(terms(AppKind.WEB, List.of(BACK), "openid"));
		app.rotate(new OpaqueSecret("own"), NOW);
		assertThat(app.withdrawSecretsSince(NOW.plusSeconds(1), NOW.plusSeconds(2))).isFalse();
		app.rotate(new OpaqueSecret("of an intruder"), NOW.plusSeconds(1));
		assertThat(app.withdrawSecretsSince(NOW.plusSeconds(1), NOW.plusSeconds(2))).isTrue();
		assertThat(app.secrets(NOW.plus(Duration.ofDays(9)))).singleElement()
			.satisfies((secret) -> assertThat(secret.hash()).isEqualTo(new OpaqueSecret("own").hash()))
			.satisfies((secret) -> assertThat(secret.until()).isNull());
	}

	@Test
	void termsAreNormalized() {
		var app = app(terms(AppKind.WEB, List.of(BACK, BACK), "threads:read", "openid", "openid"));
		assertThat(app.terms().scopes()).containsExactly("openid", "threads:read");
		assertThat(app.terms().redirectUris()).containsExactly(BACK);
		assertThat(app.isActive()).isTrue();
		assertThat(app.isOwnedBy("alice")).isTrue();
		assertThat(app.isOwnedBy("bob")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://app.example.org/back", "https://app.example.org:8443/back?a=b",
			"https://app.example.org" })
	void webAppMayUseHttpsRedirect(String address) {
		assertThat(app(terms(AppKind.WEB, List.of(address), "openid")).terms().redirectUris()).containsExactly(address);
		assertThat(app(terms(AppKind.NATIVE, List.of(address), "openid")).terms().redirectUris())
			.containsExactly(address);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1/back", "http://127.0.0.1:4711/back", "http://[::1]:4711/back",
			"org.example.app:/back" })
	void nativeAppMayUseLoopbackOrOwnScheme(String address) {
		assertThat(app(terms(AppKind.NATIVE, List.of(address), "openid")).terms().redirectUris())
			.containsExactly(address);
		refused("redirectUris", "app.address", () -> app(terms(AppKind.WEB, List.of(address), "openid")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "back", "/back", "//app.example.org/back", "https:back", "https:///back",
			"https://app.example.org/back#part", "https://app.example.org/#", "https://alice@app.example.org/back",
			"https://*.example.org/back", "https://app.example.org/*", "http://app.example.org/back",
			"http://localhost:4711/back", "http://127.0.0.1.example.org/back", "http://alice@127.0.0.1/back",
			"javascript:alert(1)", "data:text/html,x", "myapp:/back", "org.example.app:back", "org.example.app://back",
			"Org.Example.App:/back", "ftp://app.example.org", "https://app.example.org/ back",
			"https://app.example.org\\@evil.example", "https://äpp.example.org", "https://localhost/back",
			"https://app.example.org:99999/", "https://app.example.org:65536/", "https://app.example.org:0/",
			"https://app.example.org:/back", "https://app.example.org:99999999999/", "http://127.0.0.1:0/back",
			"http://127.0.0.1:/back", "http://127.0.0.1:65536/back", "http://[::1]:99999/back",
			"mailto:alice@example.org", "urn:ietf:wg:oauth:2.0:oob" })
	void otherRedirectUriIsRefused(String address) {
		for (var kind : List.of(AppKind.WEB, AppKind.NATIVE)) {
			refused("redirectUris", "app.address", () -> app(terms(kind, List.of(address), "openid")));
		}
		var terms = terms(AppKind.NATIVE, List.of(BACK), "openid");
		refused("postLogoutRedirectUris", "app.address", () -> app(new AppTerms(terms.name(), "", null, null,
				terms.kind(), terms.redirectUris(), List.of(address), terms.scopes(), false, false)));
	}

	@Test
	void tooManyRedirectUrisAreRefused() {
		var long500 = "https://app.example.org/" + "x".repeat(476);
		assertThat(app(terms(AppKind.WEB, List.of(long500), "openid")).terms().redirectUris()).hasSize(1);
		refused("redirectUris", "app.address", () -> app(terms(AppKind.WEB, List.of(long500 + "x"), "openid")));
		refused("redirectUris", "app.address", () -> app(terms(AppKind.WEB, List.of(), "openid")));
		refused("redirectUris", "app.too-many-addresses",
				() -> app(terms(AppKind.WEB, Collections.nCopies(11, BACK), "openid")));
		assertThat(app(terms(AppKind.SERVICE, List.of(), "threads:read")).terms().redirectUris()).isEmpty();
		refused("redirectUris", "app.address", () -> app(terms(AppKind.SERVICE, List.of(BACK), "threads:read")));
		refused("redirectUris", "app.address", () -> app(terms(AppKind.DEVICE, List.of(BACK), "threads:read")));
	}

	@Test
	void pageWithoutHttpsIsRefused() {
		refused("homePage", "app.address", () -> app(page("http://app.example.org", null)));
		refused("logoUrl", "app.address", () -> app(page(null, "javascript:alert(1)")));
		refused("homePage", "app.address", () -> app(page("https://app.example.org:65536/", null)));
		refused("logoUrl", "app.address", () -> app(page(null, "https://app.example.org:0/logo.png")));
		assertThat(app(page("", "https://app.example.org/logo.png")).terms().homePage()).isNull();
	}

	@Test
	void privilegedScopeRequiresAdministrator() {
		for (var scope : List.of("moderation", "admin", "parley", "nothing")) {
			refused("scopes", "app.scope", () -> app(terms(AppKind.WEB, List.of(BACK), "openid", scope)));
		}
		refused("scopes", "app.scope", () -> app(terms(AppKind.WEB, List.of(BACK))));
		assertThat(
				OAuthClient.createForOperator("app", terms(AppKind.WEB, List.of(BACK), "admin"), NOW).terms().scopes())
			.containsExactly("admin");
		refused("scopes", "app.scope",
				() -> OAuthClient.createForOperator("app", terms(AppKind.WEB, List.of(BACK), "parley"), NOW));
		var app = app(terms(AppKind.WEB, List.of(BACK), "openid"));
		app.changeByAdmin(terms(AppKind.WEB, List.of(BACK), "openid", "moderation"), OAuthClient.AppCompatibility.NONE,
				NOW);
		app.change(terms(AppKind.WEB, List.of(BACK), "moderation"), NOW);
		assertThat(app.terms().scopes()).containsExactly("moderation");
		refused("scopes", "app.scope", () -> app.change(terms(AppKind.WEB, List.of(BACK), "admin"), NOW));
	}

	@Test
	void previousSecretsStayValidForTheirDay() {
		var app = app(terms(AppKind.WEB, List.of(BACK), "openid"));
		app.rotate(new OpaqueSecret("one"), NOW);
		app.rotate(new OpaqueSecret("two"), NOW);
		assertThat(app.secrets(NOW)).extracting(StoredAppSecret::hash)
			.containsExactly(new OpaqueSecret("two").hash(), new OpaqueSecret("one").hash());
		var later = NOW.plus(Duration.ofHours(23));
		app.rotate(new OpaqueSecret("three"), later);
		assertThat(app.secrets(later)).extracting(StoredAppSecret::hash)
			.containsExactly(new OpaqueSecret("three").hash(), new OpaqueSecret("two").hash(),
					new OpaqueSecret("one").hash());
		assertThat(app.secrets(NOW.plus(Duration.ofHours(24)))).extracting(StoredAppSecret::hash)
			.containsExactly(new OpaqueSecret("three").hash(), new OpaqueSecret("two").hash());
		assertThat(app.secrets(later.plus(Duration.ofHours(24)))).extracting(StoredAppSecret::hash)
			.containsExactly(new OpaqueSecret("three").hash());
	}

	@Test
	void oldestSecretGivesWay() {
		var app = app(terms(AppKind.WEB, List.of(BACK), "openid"));
		List.of("1", "2", "3", "4", "5", "6").forEach((secret) -> app.rotate(new OpaqueSecret(secret), NOW));
		assertThat(app.secrets(NOW)).hasSize(5)
			.last()
			.satisfies((secret) -> assertThat(secret.hash()).isEqualTo(new OpaqueSecret("2").hash()));
	}

	@Test
	void publicAppHasNoSecret() {
		for (var kind : List.of(AppKind.NATIVE, AppKind.DEVICE)) {
			var app = app(terms(kind, kind.hasRedirectUris() ? List.of(BACK) : List.of(), "threads:read"));
			assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> app.rotate(new OpaqueSecret("one"), NOW))
				.satisfies((ex) -> assertThat(ex.code()).isEqualTo("app.no-secret"));
		}
	}

	@Test
	void disabledAppIsEnabledAfterItsGrantsHaveEnded() {
		var app = app(terms(AppKind.WEB, List.of(BACK), "openid"));
		app.disable(NOW);
		assertThat(app.isActive()).isFalse();
		assertThat(app.hasEnded(NOW.plusSeconds(59))).isFalse();
		assertThat(app.hasEnded(NOW.plusSeconds(60))).isTrue();
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> app.enable(NOW))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("app.ending"));
		app.finishEnding();
		app.enable(NOW);
		assertThat(app.isActive()).isTrue();
	}

	@Test
	void everyValidSecretMatches() {
		var encoder = new AppSecretEncoder();
		var encoded = AppSecretEncoder
			.encodeHashes(List.of(new OpaqueSecret("one").hash(), new OpaqueSecret("two").hash()));
		assertThat(encoder.matches("one", encoded)).isTrue();
		assertThat(encoder.matches("two", encoded)).isTrue();
		assertThat(encoder.matches("three", encoded)).isFalse();
		assertThat(encoder.matches("", AppSecretEncoder.encodeHashes(List.of()))).as("of none").isFalse();
		assertThat(encoder.matches(null, encoded)).isFalse();
		assertThat(encoder.matches("one", "one")).isFalse();
		assertThat(encoder.matches("one", encoder.encode("one"))).isTrue();
		assertThat(encoder.upgradeEncoding(encoded)).isFalse();
	}

	private static OAuthClient app(AppTerms terms) {
		return OAuthClient.createForUser("app", "alice", terms, NOW);
	}

	private static AppTerms terms(AppKind kind, List<String> back, String... scopes) {
		return new AppTerms("App", "", null, null, kind, back, List.of(), List.of(scopes), false, false);
	}

	private static AppTerms page(@Nullable String home, @Nullable String logo) {
		return new AppTerms("App", "", home, logo, AppKind.WEB, List.of(BACK), List.of(), List.of("openid"), false,
				false);
	}

	private static void refused(String field, String code, Runnable act) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(act::run)
			.satisfies((ex) -> assertThat(ex.errors()).singleElement()
				.extracting(FieldProblem::field, FieldProblem::code)
				.containsExactly(field, code));
	}

}
