package org.parley.gateway;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class RoutesIT {

	@LocalServerPort
	int port;

	@Autowired
	private Environment environment;

	@ParameterizedTest
	@CsvSource({ "auth, /api/v1/auth/login", "auth, /api/v1/users/me", "auth, /api/v1/admin/users",
			"auth, /api/v1/admin/users/01J/ban", "auth, /api/v1/admin/audit", "auth, /oauth2/jwks",
			"auth, /.well-known/openid-configuration", "forum, /api/v1/categories", "forum, /api/v1/threads",
			"forum, /api/v1/threads/01J/posts?around=5", "forum, /api/v1/posts/01J/vote", "forum, /api/v1/admin/stats",
			"forum, /api/v1/admin/reports", "forum, /api/v1/bookmarks", "forum, /api/v1/drafts",
			"forum, /api/v1/feeds/threads/01J", "forum, /api/v1/members/bob", "forum, /api/v1/subscriptions",
			"forum, /api/v1/tags/bread/subscription", "summary, /api/v1/threads/01J/summary",
			"summary, /api/v1/summaries/model-use", "moderation, /api/v1/admin/policies/01J/activate",
			"moderation, /api/v1/admin/policy-changes", "moderation, /api/v1/admin/moderation-statistics",
			"moderation, /api/v1/admin/shadow-runs/01J/stop", "moderation, /api/v1/admin/replays",
			"moderation, /api/v1/admin/cases/01J/claim", "moderation, /api/v1/admin/appeals/01J/decide",
			"moderation, /api/v1/moderation/statements/01J/appeal", "moderation, /api/v1/admin/incidents",
			"auth, /api/v1/admin/auth-service/outbox", "forum, /api/v1/admin/forum-service/dead-letters",
			"forum, /api/v1/admin/forum-service/snapshots/01J", "notification, /api/v1/notifications/unread-count",
			"webhook, /api/v1/webhook/github", "webhook, /api/v1/webhook/logs",
			"realtime_socket, /socket.io/?EIO=4&transport=polling", "moderation, /api/v1/admin/moderation-service/jobs",
			"summary, /api/v1/admin/summary-service/jobs", "notification, /api/v1/admin/notification-service/jobs",
			"realtime, /api/v1/admin/realtime-service/dead-letters", "realtime, /api/v1/presence/preferences",
			"webhook, /api/v1/admin/webhook-service/jobs/clean-up/runs", "chat, /api/v1/chat/conversations",
			"chat, /api/v1/admin/chat-service/outbox", "social, /api/v1/social/feed",
			"social, /api/v1/social/people/alice/posts", "social, /api/v1/admin/social-service/outbox",
			"media, /api/v1/media/uploads", "media, /api/v1/admin/media-service/jobs", "media, /m/01J/0.jpg",
			"web, /map", "web, /", "web, /threads/01J", "web, /verify-email?token=t", "web, /apiary",
			"web, /favicon.ico" })
	void pathsAreRoutedToTheirServices(String service, String path) {
		Backends.FORUM.stubFor(any(anyUrl()).willReturn(okJson("{\"service\":\"forum\"}")));
		Visitors.at(this.port)
			.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.service")
			.isEqualTo(service);
	}

	@Test
	void operatorsPathsOfEveryServiceAreRoutedToIt() {
		var services = Binder.get(this.environment)
			.bind("parley.gateway.overview.services", Bindable.mapOf(String.class, String.class))
			.get()
			.keySet();
		assertThat(services).contains("auth-service", "media-service");
		services.forEach((service) -> pathsAreRoutedToTheirServices(service.replace("-service", ""),
				"/api/v1/admin/" + service + "/outbox"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1", "/api/v1/nothing", "/api/v2/threads", "/api/v1/threadsx", "/api", "/internal",
			"/internal/revocations", "/openapi.json", "/actuator", "/actuator/env" })
	void unroutedPathIsAProblem(String path) {
		Visitors.at(this.port)
			.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:parley:problem:route.not-found")
			.jsonPath("$.title")
			.isEqualTo("Not Found")
			.jsonPath("$.status")
			.isEqualTo(404)
			.jsonPath("$.code")
			.isEqualTo("route.not-found")
			.jsonPath("$.instance")
			.isEqualTo(path)
			.jsonPath("$.detail")
			.isNotEmpty()
			.jsonPath("$.correlationId")
			.isNotEmpty();
	}

	@Test
	void healthOfAnUnknownPartIsAProblem() {
		Visitors.at(this.port)
			.get()
			.uri("/health/nothing")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("route.not-found");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/livez", "/readyz", "/health", "/health/live", "/health/ready" })
	void healthNeedsNeitherRedisNorServices(String path) {
		Visitors.at(this.port)
			.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo("UP")
			.jsonPath("$.components")
			.doesNotExist();
	}

	@Test
	void unsupportedMethodOfHealthIsAProblem() {
		Visitors.at(this.port)
			.delete()
			.uri("/livez")
			.exchange()
			.expectStatus()
			.isEqualTo(405)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("request.method-not-allowed");
	}

}
