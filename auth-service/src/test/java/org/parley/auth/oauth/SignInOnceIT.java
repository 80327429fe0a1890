package org.parley.auth.oauth;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.auth.AuthTest;
import org.parley.auth.Scene;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** A sign-in that an app requires asks for the password once. */
@AuthTest
class SignInOnceIT extends Scene {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Autowired
	private PageApps apps;

	@LocalServerPort
	private int port;

	static Stream<Arguments> demands() {
		var demands = List.of("", "prompt=login", "max_age=0", "max_age=1", "max_age=60", "prompt=login&max_age=0",
				"prompt=login%20consent");
		return demands.stream()
			.flatMap((demand) -> Stream.of(true, false)
				.flatMap((pushed) -> Stream.of(Arguments.of(demand, pushed, true),
						Arguments.of(demand, pushed, false))));
	}

	@ParameterizedTest
	@MethodSource("demands")
	void requiredSignInAsksForThePasswordOnce(String demand, boolean pushed, boolean signedIn) {
		var somebody = this.api.register();
		var visitor = new Visitor(this.port);
		if (signedIn) {
			visitor.signIn(somebody);
			this.clock.move(Duration.ofMinutes(2));
		}
		var asked = visitor.follow(visitor.get(request(visitor, demand, pushed)));
		var times = 0;
		while (asked.document().selectFirst(Visitor.SIGN_IN) != null && times < 3) {
			times++;
			this.clock.move(Duration.ofSeconds(20));
			asked = visitor.follow(visitor.signIn(asked, somebody));
		}
		assertThat(asked.document().select("form[action=/oauth2/authorize]")).as("the question: " + asked.text())
			.hasSize(1);
		assertThat(times).isEqualTo((signedIn && demand.isEmpty()) ? 0 : 1);
	}

	private String request(Visitor visitor, String demand, boolean pushed) {
		var app = this.apps.register("Reading list", "Alice", PageApps.BACK);
		var asked = PageApps.authorize(app, PageApps.BACK, "profile") + "&" + demand;
		if (!pushed) {
			return asked;
		}
		var answer = visitor.post("/oauth2/par", asked.substring(asked.indexOf('?') + 1));
		return "/oauth2/authorize?client_id=" + app + "&request_uri="
				+ JSON.readTree(answer.text()).path("request_uri").asString();
	}

}
