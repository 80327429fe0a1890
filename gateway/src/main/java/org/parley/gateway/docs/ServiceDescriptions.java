package org.parley.gateway.docs;

import java.io.IOException;
import java.net.URI;
import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Fetches the API descriptions of all routed services, one after another: the first one
 * of a service costs seconds of processor time, which nobody else should miss. The
 * gateway's own operations come last.
 */
@Component
class ServiceDescriptions {

	private final RouteLocator routes;

	private final HttpClient client;

	ServiceDescriptions(RouteLocator routes, DocsSettings settings) {
		this.routes = routes;
		this.client = HttpClient.create().responseTimeout(settings.patience());
	}

	Mono<List<ServiceDescription>> fetch() {
		return this.routes.getRoutes()
			.collectList()
			.flatMapMany(Flux::fromIterable)
			.filter(ServiceDescriptions::isDocumented)
			.concatMap(this::fetch)
			.concatWith(Mono.fromCallable(ServiceDescriptions::own))
			.collectList();
	}

	private static ServiceDescription own() throws IOException {
		try (var json = new ClassPathResource("docs/gateway.json").getInputStream()) {
			return new ServiceDescription("gateway", (ObjectNode) JsonMapper.shared().readTree(json));
		}
	}

	private static boolean isDocumented(Route route) {
		return !"false".equals(String.valueOf(route.getMetadata().get("documented")));
	}

	private Mono<ServiceDescription> fetch(Route route) {
		URI address = route.getUri().resolve("/openapi.json");
		return this.client.get()
			.uri(address)
			.responseSingle((response, body) -> (response.status().code() == 200) ? body.asString() : Mono.empty())
			.map((json) -> new ServiceDescription(route.getId(), (ObjectNode) JsonMapper.shared().readTree(json)))
			.onErrorComplete()
			.defaultIfEmpty(new ServiceDescription(route.getId(), null));
	}

}
