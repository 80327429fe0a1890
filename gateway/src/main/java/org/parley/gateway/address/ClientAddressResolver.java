package org.parley.gateway.address;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Resolves the client of a request: the peer, or the client that a trusted proxy names.
 */
@Component
@EnableConfigurationProperties(AddressSettings.class)
public class ClientAddressResolver {

	private static final Set<String> SCHEMES = Set.of("http", "https");

	private static final String ATTRIBUTE = ResolvedClient.class.getName();

	private final Networks trusted;

	private final Networks scrapers;

	public ClientAddressResolver(AddressSettings settings) {
		this.trusted = new Networks("trusted-proxies", settings.trustedProxies());
		this.scrapers = new Networks("scrapers", settings.scrapers());
	}

	public ResolvedClient of(ServerWebExchange exchange) {
		return (ResolvedClient) exchange.getAttributes().computeIfAbsent(ATTRIBUTE, _ -> find(exchange.getRequest()));
	}

	private ResolvedClient find(ServerHttpRequest request) {
		HttpHeaders headers = request.getHeaders();
		InetAddress peer = peer(request);
		String scheme = (request.getSslInfo() != null) ? "https" : "http";
		String host = headers.getFirst(HttpHeaders.HOST);
		boolean metrics = this.scrapers.contain(peer) && !isForwarded(headers);
		if (!this.trusted.contain(peer)) {
			return new ResolvedClient(peer, scheme, host, metrics);
		}
		return new ResolvedClient(lastUntrusted(peer, headers.getOrEmpty("X-Forwarded-For")),
				forwardedScheme(headers, scheme), forwardedHost(headers, host), metrics);
	}

	/** A proxy in a scraper's network forwards requests of others. */
	private static boolean isForwarded(HttpHeaders headers) {
		return headers.containsHeader("X-Forwarded-For") || headers.containsHeader("Forwarded");
	}

	private static InetAddress peer(ServerHttpRequest request) {
		InetSocketAddress remote = request.getRemoteAddress();
		return (remote != null && remote.getAddress() != null) ? remote.getAddress() : InetAddress.getLoopbackAddress();
	}

	/**
	 * Walks from the nearest hop outwards; the first address that is not a trusted proxy
	 * is the client. Clients can forge all entries to the left of it.
	 */
	private InetAddress lastUntrusted(InetAddress peer, List<String> forwardedFor) {
		InetAddress client = peer;
		for (String line : forwardedFor.reversed()) {
			String[] hops = line.split(",", -1);
			for (int i = hops.length - 1; i >= 0; i--) {
				InetAddress hop = HeaderAddresses.parse(hops[i]);
				if (hop == null) {
					return client;
				}
				client = hop;
				if (!this.trusted.contain(hop)) {
					return client;
				}
			}
		}
		return client;
	}

	private static String forwardedScheme(HttpHeaders headers, String scheme) {
		String forwarded = headers.getFirst("X-Forwarded-Proto");
		return (forwarded != null && SCHEMES.contains(forwarded)) ? forwarded : scheme;
	}

	private static @Nullable String forwardedHost(HttpHeaders headers, @Nullable String host) {
		String forwarded = headers.getFirst("X-Forwarded-Host");
		return (forwarded != null && HeaderAddresses.isHost(forwarded)) ? forwarded : host;
	}

}
