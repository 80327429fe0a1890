package org.parley.gateway.guest;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.gateway.address.ClientAddressResolver;
import org.parley.gateway.compression.GzipCoding;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Finds out which requests are equal to those of all other guests. */
@Component
@EnableConfigurationProperties(GuestCacheSettings.class)
class GuestRequests {

	/** Headers of people, of clients that ask for the newest, and of partial reads. */
	private static final List<String> UNSHARED = List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.CACHE_CONTROL,
			HttpHeaders.PRAGMA, HttpHeaders.RANGE, HttpHeaders.IF_MATCH, HttpHeaders.IF_MODIFIED_SINCE,
			HttpHeaders.IF_UNMODIFIED_SINCE, HttpHeaders.CONTENT_LENGTH, HttpHeaders.TRANSFER_ENCODING);

	private final List<PathPattern> paths;

	private final List<PathPattern> pages;

	private final PageLanguages languages;

	private final ClientAddressResolver clients;

	GuestRequests(GuestCacheSettings settings, ClientAddressResolver clients) {
		this.paths = parse(settings.paths());
		this.pages = parse(settings.pages());
		this.languages = new PageLanguages(settings.languages());
		this.clients = clients;
	}

	/** The shared request that a request is equal to; null when it is of another kind. */
	@Nullable GuestRequest of(ServerWebExchange exchange) {
		var request = exchange.getRequest();
		if (!HttpMethod.GET.equals(request.getMethod()) && !HttpMethod.HEAD.equals(request.getMethod())) {
			return null;
		}
		var headers = request.getHeaders();
		if (UNSHARED.stream().anyMatch(headers::containsHeader)) {
			return null;
		}
		var path = request.getPath().pathWithinApplication();
		var isPage = matches(this.pages, path);
		if (!isPage && !matches(this.paths, path)) {
			return null;
		}
		return isPage ? page(exchange) : answer(request);
	}

	private static @Nullable GuestRequest answer(ServerHttpRequest request) {
		var headers = request.getHeaders();
		return headers.containsHeader(HttpHeaders.COOKIE) || !accepts(headers, "application/json") ? null
				: new GuestRequest(address(request), null, GzipCoding.isAccepted(headers));
	}

	private @Nullable GuestRequest page(ServerWebExchange exchange) {
		var request = exchange.getRequest();
		var client = this.clients.of(exchange);
		var language = this.languages.of(request.getHeaders());
		if (language == null || client.host() == null || !accepts(request.getHeaders(), "text/html")) {
			return null;
		}
		return new GuestRequest(client.scheme() + "://" + client.host() + address(request), language,
				GzipCoding.isAccepted(request.getHeaders()));
	}

	private static String address(ServerHttpRequest request) {
		var uri = request.getURI();
		return (uri.getRawQuery() != null) ? uri.getRawPath() + "?" + uri.getRawQuery() : uri.getRawPath();
	}

	private static boolean accepts(HttpHeaders headers, String type) {
		var accept = headers.getFirst(HttpHeaders.ACCEPT);
		return accept == null || accept.contains("*/*") || accept.contains(type);
	}

	private static boolean matches(List<PathPattern> patterns, PathContainer path) {
		for (var pattern : patterns) {
			if (pattern.matches(path)) {
				return true;
			}
		}
		return false;
	}

	private static List<PathPattern> parse(Collection<String> patterns) {
		return patterns.stream().map(PathPatternParser.defaultInstance::parse).toList();
	}

}
