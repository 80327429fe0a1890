package org.parley.gateway.overview;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

import org.parley.gateway.address.ClientAddressResolver;
import org.parley.gateway.correlation.Correlation;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Sends one request to all services concurrently, in the name of the caller. Each service
 * checks the permission.
 */
@Component
@EnableConfigurationProperties(OverviewSettings.class)
class OverviewClient {

	private final OverviewSettings settings;

	private final ClientAddressResolver clientAddressResolver;

	private final HttpClient client = HttpClient.create();

	OverviewClient(OverviewSettings settings, ClientAddressResolver clientAddressResolver) {
		this.settings = settings;
		this.clientAddressResolver = clientAddressResolver;
	}

	/** The answers, sorted by service name. */
	Mono<List<OverviewReply>> all(String resource, ServerWebExchange exchange) {
		return Flux.fromStream(this.settings.services().entrySet().stream().sorted(Map.Entry.comparingByKey()))
			.flatMapSequential((service) -> one(service.getKey(), service.getValue(), resource, exchange))
			.collectList();
	}

	private Mono<OverviewReply> one(String service, URI address, String resource, ServerWebExchange exchange) {
		return this.client.headers((headers) -> {
			headers.set(HttpHeaders.AUTHORIZATION,
					String.valueOf(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION)));
			headers.set(Correlation.HEADER, Correlation.id(exchange));
			headers.set("X-Forwarded-For", this.clientAddressResolver.of(exchange).ip());
		})
			.get()
			.uri(address.resolve("/api/v1/admin/%s/%s".formatted(service, resource)))
			.responseSingle((response, body) -> body.asString()
				.defaultIfEmpty("")
				.map((text) -> OverviewReply.of(service, response.status().code(), text)))
			.timeout(this.settings.patience())
			.onErrorResume((failure) -> Mono.just(OverviewReply.none(service, reason(failure))));
	}

	private String reason(Throwable failure) {
		return (failure instanceof TimeoutException)
				? "The service did not answer within %d ms.".formatted(this.settings.patience().toMillis())
				: "The service is unreachable.";
	}

}
