package org.parley.auth.federation;

import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.auth.AuthTest;
import org.parley.auth.oauth.Visitor.Seen;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * People who come from GitHub. {@code GitHubUserServiceTests} has its other answers.
 *
 * @see <a href="https://docs.github.com/en/rest/users/emails">GitHub: REST API for
 * emails</a>
 */
@AuthTest
class GitHubIT extends FederationScene {

	private final WireMockServer gitHub = new WireMockServer(options().dynamicPort());

	@BeforeAll
	void startGitHub() {
		this.gitHub.start();
	}

	@AfterAll
	void stopGitHub() {
		this.gitHub.stop();
	}

	@BeforeEach
	void answerAsUsual() {
		this.gitHub.resetAll();
		this.provider = add("github", this.gitHub.baseUrl(), true);
		this.gitHub.stubFor(post("/login/oauth/access_token").withHeader("Accept", equalTo("application/json"))
			.willReturn(okJson("""
					{"access_token": "gho_16C7e42F292c6912E7710c838347Ae178B4a", "scope": "read:user,user:email",
					"token_type": "bearer"}""")));
	}

	@Test
	void newcomerHasThePrimaryAddressThatGitHubHasVerified() {
		var login = unique();
		var address = "primary-" + login + "@example.com";
		person(login);
		this.gitHub.stubFor(get("/api/v3/user/emails").willReturn(okJson("""
				[{"email": "work-%1$s@example.com", "primary": false, "verified": true, "visibility": null},
				{"email": "primary-%1$s@example.com", "primary": true, "verified": true, "visibility": "private"}]"""
			.formatted(login))));
		var form = this.visitor.follow(arrive(leave()));
		assertThat(form.document().select("#username").attr("value")).isEqualTo(login);
		assertThat(form.document().select("#email").attr("value")).isEqualTo(address);
		assertThat(this.visitor.submit(form, "form").status()).isEqualTo(303);
		assertThat(user(owner(subject(login))).getBoolean("emailVerified")).isTrue();
	}

	@Test
	void knownPersonSignsInWithoutAnAddress() {
		var login = unique();
		person(login);
		this.gitHub.stubFor(get("/api/v3/user/emails").willReturn(okJson("[]")));
		var form = this.visitor.follow(arrive(leave()));
		this.visitor.submit(form, "form", "email", login + "@example.org");
		assertThat(arrive(leave()).location()).isEqualTo("/oauth2/apps");
	}

	@Override
	Seen arrive(Map<String, String> asked) {
		return arrive("?code=a-code&state=" + encode(asked.get("state")));
	}

	private void person(String login) {
		this.gitHub.stubFor(get("/api/v3/user").willReturn(okJson("""
				{"login": "%s", "id": %s, "name": null, "email": "public@example.com", "type": "User"}"""
			.formatted(login, subject(login)))));
	}

	private static String subject(String login) {
		return String.valueOf(Math.abs((long) login.hashCode()));
	}

}
