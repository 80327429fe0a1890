package org.parley.auth.federation.protocol;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.federation.provider.IdentityProviderKind;
import org.parley.auth.federation.provider.SomeProvider;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.domain.RefusalKind.INVALID;
import static org.parley.platform.domain.RefusalKind.UNAVAILABLE;

/**
 * GitHub as it answers on the wire.
 *
 * @see <a href="https://docs.github.com/en/rest/users/emails">GitHub: REST API for
 * emails</a>
 */
class GitHubUserServiceTests {

	private static final String ADDRESSES = "/api/v3/user/emails";

	private final WireMockServer gitHub = new WireMockServer(options().dynamicPort());

	@AutoClose
	private final TestRedemption redemption = new TestRedemption();

	@BeforeEach
	void answerAsUsual() {
		this.gitHub.start();
		this.gitHub.stubFor(post("/login/oauth/access_token").withHeader("Accept", equalTo("application/json"))
			.willReturn(okJson("""
					{"access_token": "gho_16C7e42F292c6912E7710c838347Ae178B4a", "scope": "read:user,user:email",
					"token_type": "bearer"}""")));
		this.gitHub.stubFor(get("/api/v3/user").willReturn(okJson("""
				{"login": "nora", "id": 42, "name": null, "email": "public@example.com", "type": "User"}""")));
	}

	@AfterEach
	void stopGitHub() {
		this.gitHub.stop();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "true, true, primary@example.com, true",
			"true, false, primary@example.com, false", "false, true, -, false" })
	void primaryAddressIsVerifiedIfGitHubHasVerifiedIt(boolean primary, boolean verified, String address,
			boolean emailVerified) {
		this.gitHub.stubFor(get(ADDRESSES).willReturn(okJson("""
				[{"email": "work@example.com", "primary": false, "verified": true, "visibility": null},
				{"email": "primary@example.com", "primary": %s, "verified": %s, "visibility": "private"}]"""
			.formatted(primary, verified))));
		var account = this.redemption.redeem(provider());
		assertThat(account.subject()).isEqualTo("42");
		assertThat(account.username()).isEqualTo("nora");
		assertThat(account.email()).isEqualTo(address);
		assertThat(account.emailVerified()).isEqualTo(emailVerified);
		this.gitHub.verify(getRequestedFor(urlEqualTo(ADDRESSES)).withHeader("Authorization",
				equalTo("Bearer gho_16C7e42F292c6912E7710c838347Ae178B4a")));
	}

	@Test
	void refusedCodeIsRefused() {
		this.gitHub.stubFor(post("/login/oauth/access_token").willReturn(okJson("""
				{"error": "bad_verification_code",
				"error_description": "The code passed is incorrect or expired.",
				"error_uri": "https://docs.github.com/"}""")));
		this.redemption.assertRefused(provider(), INVALID, "federation.refused");
	}

	@Test
	void usedUpRateLimitIsNoRefusal() {
		this.gitHub.stubFor(get("/api/v3/user")
			.willReturn(json(403, "API rate limit exceeded").withHeader("x-ratelimit-remaining", "0")));
		this.redemption.assertRefused(provider(), UNAVAILABLE, "federation.unavailable");
	}

	@Test
	void missingPermissionForAddressesIsRefused() {
		this.gitHub.stubFor(get(ADDRESSES).willReturn(json(404, "Not Found")));
		this.redemption.assertRefused(provider(), INVALID, "federation.refused");
	}

	private IdentityProvider provider() {
		return SomeProvider.of(IdentityProviderKind.GITHUB, this.gitHub.baseUrl(), "a-client", "a secret");
	}

	private static ResponseDefinitionBuilder json(int status, String message) {
		return aResponse().withStatus(status)
			.withHeader("Content-Type", "application/json")
			.withBody("{\"message\": \"" + message + "\"}");
	}

}
