package org.parley.gateway.overview;

import java.util.function.BiConsumer;

import org.parley.gateway.problem.GatewayProblemException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Routes {@code /api/v1/admin/jobs}, {@code /api/v1/admin/dead-letters} and
 * {@code /api/v1/admin/outboxes}.
 */
@Configuration(proxyBeanMethods = false)
class OverviewConfiguration {

	private static final String ADMIN = "/api/v1/admin/";

	@Bean
	RouterFunction<ServerResponse> overviews(OverviewClient overviewClient) {
		return RouterFunctions.nest(RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD),
				RouterFunctions.route()
					.route(RequestPredicates.path(ADMIN + "jobs"),
							(request) -> answer(overviewClient, "jobs", request, Overview::jobs))
					.route(RequestPredicates.path(ADMIN + "dead-letters"),
							(request) -> answer(overviewClient, "dead-letters", request, Overview::deadLetters))
					.route(RequestPredicates.path(ADMIN + "outboxes"),
							(request) -> answer(overviewClient, "outbox", request, Overview::outboxes))
					.build());
	}

	private static Mono<ServerResponse> answer(OverviewClient overviewClient, String resource, ServerRequest request,
			BiConsumer<OverviewReply, ArrayNode> entries) {
		if (request.headers().firstHeader(HttpHeaders.AUTHORIZATION) == null) {
			return Mono
				.error(new GatewayProblemException(HttpStatus.UNAUTHORIZED, "auth.required", "Sign in to do this."));
		}
		if (!request.queryParams().isEmpty()) {
			return Mono.error(GatewayProblemException.unknownQuery(request.queryParams().keySet()));
		}
		return overviewClient.all(resource, request.exchange())
			.map((replies) -> Overview.of(replies, entries))
			.flatMap((overview) -> ServerResponse.ok()
				.contentType(MediaType.APPLICATION_JSON)
				.bodyValue(overview.toJson()));
	}

}
