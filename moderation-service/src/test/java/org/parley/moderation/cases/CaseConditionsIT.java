package org.parley.moderation.cases;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.moderation.ModerationIT;
import org.parley.platform.test.MappedEndpoint;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.web.IfMatch;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Verifies {@code If-Match} on every endpoint of cases that accepts it; {@code PolicyIT}
 * verifies those of policies.
 */
class CaseConditionsIT extends ModerationIT {

	/** The change that makes the read version stale, by endpoint. */
	private static final Map<String, String> BEFORE = Map.of("POST /admin/cases/{id}/claim", "/release",
			"POST /admin/cases/{id}/release", "/claim", "POST /admin/cases/{id}/decide", "/claim");

	private final TestUser moderator = TestUser.with("moderator");

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@Test
	void everyConditionalEndpointHasTestEntry() {
		assertThat(MappedEndpoint.in("org.parley.moderation", this.mappings)
			.stream()
			.filter((endpoint) -> endpoint.takes(IfMatch.class))
			.map(MappedEndpoint::toString)
			.filter((endpoint) -> !endpoint.contains(" /admin/policies/"))
			.collect(Collectors.toUnmodifiableSet())).isEqualTo(BEFORE.keySet());
	}

	@TestFactory
	Stream<DynamicTest> staleVersionIsRefused() {
		return BEFORE.entrySet().stream().map((entry) -> dynamicTest(entry.getKey(), () -> {
			var post = this.forum.createReportedPost(TestUser.with(), org.parley.moderation.FakeForum.GARDENING);
			eventually().untilAsserted(() -> assertThat(this.forum.published("case.opened", post)).hasSize(1));
			var path = "/admin/cases/"
					+ this.forum.published("case.opened", post).getFirst().at("/data/caseId").asString();
			if (entry.getValue().equals("/release")) {
				this.client.post(this.moderator, path + "/claim", null);
			}
			var stale = this.client.get(this.moderator, path).header("ETag");
			assertThat(this.client.post(this.moderator, path + entry.getValue(), null).status()).isEqualTo(200);
			var target = path + entry.getKey().substring(entry.getKey().lastIndexOf('/'));
			var body = target.endsWith("/decide") ? Map.of("decision", "dismiss") : null;
			var late = this.client.post(this.moderator, target, body, "If-Match", stale);
			assertThat(late.status()).as(late.toString()).isEqualTo(412);
			assertThat(late.code()).isEqualTo("request.precondition-failed");
			var present = this.client.get(this.moderator, path).header("ETag");
			assertThat(this.client.post(this.moderator, target, body, "If-Match", present).status()).isEqualTo(200);
		}));
	}

}
