package org.parley.gateway.guest;

import java.time.Duration;
import java.util.Locale;

import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.gateway.Backends;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Visitors;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Within the gateway with the age of production. */
@GatewayTest
class VanishedPageIT {

	/** The age of production, and the time for a request on a busy machine. */
	private static final Duration SOON = Duration.ofMillis(1_500);

	@LocalServerPort
	int port;

	@ParameterizedTest
	@EnumSource
	void vanishedThreadIsGoneFromPagesOfGuestsWithinSecond(Vanishing vanishing) {
		var path = "/threads/" + vanishing.name().toLowerCase(Locale.ROOT);
		Backends.showPage(path, 200, "riddle");
		var visitor = Visitors.at(this.port);
		get(visitor, path).expectStatus().isOk().expectBody(String.class).isEqualTo("riddleen");
		Backends.showPage(path, vanishing.status, vanishing.html);
		Awaitility.await()
			.pollInterval(Duration.ofMillis(50))
			.atMost(SOON)
			.untilAsserted(() -> get(visitor, path).expectStatus()
				.isEqualTo(vanishing.status)
				.expectBody(String.class)
				.value((html) -> assertThat(html).isEqualTo(vanishing.html + "en")));
	}

	private static WebTestClient.ResponseSpec get(WebTestClient visitor, String path) {
		return visitor.get().uri(path).header("Accept", "text/html").exchange();
	}

	/** Pages of the web client after guests have lost access to a thread. */
	enum Vanishing {

		HIDDEN(404, "not found"), REMOVED(404, "not found"), CATEGORY_RESTRICTED(401, "sign in"),
		MOVED_TO_RESTRICTED_CATEGORY(404, "not found"), MERGED(301, "elsewhere"), POST_HIDDEN(200, "a page without it"),
		AUTHOR_ERASED(200, "by a deleted user");

		private final int status;

		private final String html;

		Vanishing(int status, String html) {
			this.status = status;
			this.html = html;
		}

	}

}
