package org.parley.auth.tokens.refresh;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.auth.Scene;
import org.parley.platform.test.client.TestResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** A refresh token in a cookie is accepted from pages of this origin only. */
@AuthTest
class CookieIT extends Scene {

	private String cookie = "";

	private String accessToken = "";

	@BeforeEach
	void signInWithCookie() {
		var answer = this.api
			.post("/api/v1/auth/login",
					"{\"login\": \"%s\", \"password\": \"%s\", \"delivery\": \"cookie\"}"
						.formatted(this.api.register().username(), Api.PASSWORD))
			.send();
		this.cookie = cookie(answer);
		this.accessToken = answer.data().path("accessToken").asString();
	}

	@Test
	void crossSiteRefreshIsRefusedAndKeepsToken() {
		var refused = refresh().header("Sec-Fetch-Site", "cross-site").send();
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.code()).isEqualTo("auth.cross-site");
		assertThat(refused.headers().allValues("Set-Cookie")).isEmpty();
		this.clock.move(Duration.ofMinutes(1));
		assertThat(refresh().header("Sec-Fetch-Site", "same-origin").send().status()).isEqualTo(200);
	}

	@Test
	void sameOriginRefreshSucceedsWithEitherHeader() {
		var first = refresh().header("Origin", "http://parley.test").send();
		assertThat(first.status()).isEqualTo(200);
		this.cookie = cookie(first);
		assertThat(refresh().header("Sec-Fetch-Site", "same-origin").send().status()).isEqualTo(200);
	}

	@Test
	void cookieAuthenticatesRefreshOnly() {
		for (var path : new String[] { "logout", "logout-all", "change-password" }) {
			assertThat(this.api.post("/api/v1/auth/" + path, "{}")
				.header("Cookie", this.cookie)
				.header("Sec-Fetch-Site", "same-origin")
				.send()
				.status()).isEqualTo(401);
		}
		assertThat(this.api.get("/api/v1/users/me").header("Cookie", this.cookie).send().status()).isEqualTo(401);
	}

	@Test
	void signOutDeletesCookie() {
		for (var path : new String[] { "logout", "logout-all" }) {
			signInWithCookie();
			var answer = this.api.post("/api/v1/auth/" + path).token(this.accessToken).send();
			assertThat(answer.status()).isEqualTo(204);
			assertThat(answer.headers().allValues("Set-Cookie")).singleElement()
				.asString()
				.startsWith("parley_refresh=;")
				.contains("Max-Age=0", "Path=/api/v1/auth", "HttpOnly");
			assertThat(refresh().header("Sec-Fetch-Site", "same-origin").send().code())
				.isEqualTo("auth.refresh-invalid");
		}
	}

	private Api.Request refresh() {
		return this.api.post("/api/v1/auth/refresh").header("Cookie", this.cookie);
	}

	private static String cookie(TestResponse answer) {
		var set = answer.headers()
			.allValues("Set-Cookie")
			.stream()
			.filter((cookie) -> cookie.startsWith("parley_refresh="))
			.findAny()
			.orElseThrow();
		return set.substring(0, set.indexOf(';'));
	}

}
