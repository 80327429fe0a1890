package org.parley.gateway.usage;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.parley.gateway.address.ClientAddressResolver;
import org.parley.gateway.correlation.Correlation;
import org.parley.gateway.problem.GatewayProblemException;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Asks auth-service for personal tokens and apps, in the name of the caller, whose
 * permission it checks.
 */
@Component
class OwnedPrograms {

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final URI auth;

	private final ClientAddressResolver clientAddressResolver;

	private final HttpClient client = HttpClient.create();

	OwnedPrograms(@Value("${parley.gateway.overview.services.auth-service}") URI auth,
			ClientAddressResolver clientAddressResolver) {
		this.auth = auth;
		this.clientAddressResolver = clientAddressResolver;
	}

	Mono<List<OwnedProgram>> tokens(ServerWebExchange exchange) {
		return list("/api/v1/auth/tokens", exchange);
	}

	Mono<List<OwnedProgram>> apps(ServerWebExchange exchange) {
		return list("/api/v1/users/me/apps", exchange);
	}

	private Mono<List<OwnedProgram>> list(String path, ServerWebExchange exchange) {
		return this.client.headers((headers) -> {
			headers.set(HttpHeaders.AUTHORIZATION,
					String.valueOf(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION)));
			headers.set(Correlation.HEADER, Correlation.id(exchange));
			headers.set("X-Forwarded-For", this.clientAddressResolver.of(exchange).ip());
		})
			.get()
			.uri(this.auth.resolve(path))
			.responseSingle((response, body) -> body.asString().map((text) -> programs(response.status().code(), text)))
			.timeout(PATIENCE)
			.onErrorMap((failure) -> !(failure instanceof GatewayProblemException), (_) -> unavailable());
	}

	private static List<OwnedProgram> programs(int status, String text) {
		JsonNode body = read(text);
		if (status == 401 || status == 403) {
			throw new GatewayProblemException(HttpStatus.valueOf(status), body.path("code").asString(),
					body.path("detail").asString());
		}
		if (status != 200) {
			throw unavailable();
		}
		return body.path("data").valueStream().map(OwnedProgram::of).toList();
	}

	private static JsonNode read(String text) {
		try {
			return JsonMapper.shared().readTree(text);
		}
		catch (JacksonException ex) {
			throw unavailable();
		}
	}

	private static GatewayProblemException unavailable() {
		return new GatewayProblemException(HttpStatus.SERVICE_UNAVAILABLE, "service.unavailable",
				"The service is temporarily unavailable.", PATIENCE);
	}

	/**
	 * A personal token or an app of the caller, as auth-service lists it.
	 *
	 * @param id of the token, or the {@code client_id}
	 * @param name chosen by its owner
	 */
	record OwnedProgram(String id, String name) {

		static OwnedProgram of(JsonNode item) {
			return new OwnedProgram(item.path("id").asString(), item.path("name").asString());
		}

	}

}
