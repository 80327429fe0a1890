package org.parley.gateway.usage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.parley.gateway.limit.RateLimitUsage;
import org.parley.gateway.limit.RateLimitUsage.Usage;
import org.parley.gateway.problem.GatewayProblemException;
import org.parley.gateway.usage.OwnedPrograms.OwnedProgram;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.MethodNotAllowedException;

/** Routes {@code /api/v1/users/me/usage}. */
@Configuration(proxyBeanMethods = false)
class UsageConfiguration {

	private static final String PATH = "/api/v1/users/me/usage";

	private static final HttpMethod[] READS = { HttpMethod.GET, HttpMethod.HEAD };

	@Bean
	RouterFunction<ServerResponse> usage(OwnedPrograms programs, RateLimitUsage usage) {
		return RouterFunctions.route()
			.route(RequestPredicates.methods(READS).and(RequestPredicates.path(PATH)),
					(request) -> answer(programs, usage, request))
			.route(RequestPredicates.path(PATH),
					(request) -> Mono.error(new MethodNotAllowedException(request.method(), Set.of(READS))))
			.build();
	}

	private static Mono<ServerResponse> answer(OwnedPrograms programs, RateLimitUsage usage, ServerRequest request) {
		if (request.headers().firstHeader(HttpHeaders.AUTHORIZATION) == null) {
			return Mono
				.error(new GatewayProblemException(HttpStatus.UNAUTHORIZED, "auth.required", "Sign in to do this."));
		}
		if (!request.queryParams().isEmpty()) {
			return Mono.error(GatewayProblemException.unknownQuery(request.queryParams().keySet()));
		}
		return Mono.zip(programs.tokens(request.exchange()), programs.apps(request.exchange()))
			.flatMap((owned) -> usage
				.of(owned.getT1().stream().map(OwnedProgram::id).toList(),
						owned.getT2().stream().map(OwnedProgram::id).toList())
				.map((used) -> UsageView.of(owned.getT1(), owned.getT2(), used)))
			.flatMap((view) -> ServerResponse.ok()
				.contentType(MediaType.APPLICATION_JSON)
				.cacheControl(CacheControl.noStore())
				.bodyValue(view));
	}

	/**
	 * The usage of the caller's personal tokens and apps.
	 *
	 * @param data tokens first, in the order of auth-service
	 */
	record UsageView(List<Program> data) {

		/** Joins programs with their usage, which is in the order of tokens and apps. */
		static UsageView of(List<OwnedProgram> tokens, List<OwnedProgram> apps, List<Usage> usage) {
			var programs = new ArrayList<Program>();
			var next = usage.iterator();
			tokens.forEach((token) -> programs.add(Program.of("token", token, next.next())));
			apps.forEach((app) -> programs.add(Program.of("app", app, next.next())));
			return new UsageView(programs);
		}

		/**
		 * The usage of one program.
		 *
		 * @param kind {@code token} or {@code app}
		 * @param id of the token, or the {@code client_id}
		 * @param name chosen by its owner
		 * @param quota the number of requests
		 * @param used the requests that count now
		 * @param remaining the requests that are left
		 */
		record Program(String kind, String id, String name, long quota, long windowSeconds, long used, long remaining) {

			private static Program of(String kind, OwnedProgram owned, Usage usage) {
				return new Program(kind, owned.id(), owned.name(), usage.quota(), usage.windowSeconds(), usage.used(),
						usage.remaining());
			}

		}

	}

}
