package org.parley.gateway.backend;

import java.util.List;
import java.util.Locale;

import org.parley.gateway.address.ClientAddressResolver;
import org.parley.gateway.address.ResolvedClient;
import org.parley.gateway.correlation.Correlation;
import org.parley.gateway.trace.RequestSpan;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.filter.headers.RemoveHopByHopHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Adds headers about the caller and removes those that the client sent, together with
 * those that concern its connection.
 */
@Component
class OutgoingHeaders implements HttpHeadersFilter, Ordered {

	private final ClientAddressResolver clientAddressResolver;

	OutgoingHeaders(ClientAddressResolver clientAddressResolver) {
		this.clientAddressResolver = clientAddressResolver;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
		HttpHeaders headers = new HttpHeaders();
		List<String> ofConnection = input.getConnection();
		input.forEach((name, values) -> {
			if (!isClaim(name) && !isHopByHop(name, ofConnection)) {
				headers.addAll(name, values);
			}
		});
		ResolvedClient resolvedClient = this.clientAddressResolver.of(exchange);
		headers.set("X-Forwarded-For", resolvedClient.ip());
		headers.set("X-Forwarded-Proto", resolvedClient.scheme());
		if (resolvedClient.host() != null) {
			headers.set("X-Forwarded-Host", resolvedClient.host());
		}
		headers.set(Correlation.HEADER, Correlation.id(exchange));
		if (!headers.containsHeader(HttpHeaders.USER_AGENT)) {
			// The gateway's client would name itself, and people read it in their
			// sessions.
			headers.set(HttpHeaders.USER_AGENT, "");
		}
		RequestSpan.traceparent(exchange).ifPresent((traceparent) -> headers.set("traceparent", traceparent));
		return headers;
	}

	private static boolean isHopByHop(String name, List<String> ofConnection) {
		return RemoveHopByHopHeadersFilter.HEADERS_REMOVED_ON_REQUEST.contains(name.toLowerCase(Locale.ROOT))
				|| ofConnection.stream().anyMatch(name::equalsIgnoreCase);
	}

	private static boolean isClaim(String name) {
		return name.regionMatches(true, 0, "X-Forwarded-", 0, 12) || name.equalsIgnoreCase("Forwarded")
				|| name.equalsIgnoreCase("X-Real-IP") || name.equalsIgnoreCase("X-Original-URL")
				|| name.equalsIgnoreCase("X-Rewrite-URL");
	}

}
