package org.parley.gateway.backend;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.parley.gateway.request.UpgradeFilter;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Sends all requests of an Engine.IO session to the instance that opened it, on routes
 * with {@code metadata.sessions} and several instances. The gateway appends the tag of
 * the instance to the session id in the handshake, and removes it from later requests, so
 * it needs no state.
 */
@Component
class SocketSessionFilter implements GlobalFilter, Ordered {

	private static final String SESSION = "sid";

	private static final Pattern TAGGED = Pattern.compile("(?<=^|&)sid=([A-Za-z0-9_-]{1,64})\\.([0-9a-f]{4})(?=&|$)");

	private static final byte[] UNKNOWN = "{\"code\":1,\"message\":\"Session ID unknown\"}"
		.getBytes(StandardCharsets.UTF_8);

	private final RouteInstances routes;

	SocketSessionFilter(RouteInstances routes) {
		this.routes = routes;
	}

	/**
	 * Runs before the filter that writes responses, so that the tagged handshake is
	 * written.
	 */
	@Override
	public int getOrder() {
		return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		if (!hasSessions(route)) {
			return chain.filter(exchange);
		}
		var instances = this.routes.of(route);
		if (instances.count() == 1) {
			return chain.filter(exchange);
		}
		List<String> sessions = exchange.getRequest().getQueryParams().get(SESSION);
		return (sessions == null) ? open(exchange, chain, instances) : forward(exchange, chain, instances, sessions);
	}

	/** Checks whether a request belongs to an open session. */
	static boolean isInSession(ServerWebExchange exchange) {
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		return hasSessions(route) && exchange.getRequest().getQueryParams().containsKey(SESSION);
	}

	private static boolean hasSessions(Route route) {
		return route.getMetadata().containsKey("sessions");
	}

	/** A WebSocket needs no tag, since it is a single connection. */
	private static Mono<Void> open(ServerWebExchange exchange, GatewayFilterChain chain, Instances instances) {
		if (UpgradeFilter.isWebSocket(exchange.getRequest())) {
			return chain.filter(exchange);
		}
		ServerHttpRequest uncompressed = exchange.getRequest()
			.mutate()
			.headers((headers) -> headers.remove(HttpHeaders.ACCEPT_ENCODING))
			.build();
		return chain
			.filter(exchange.mutate().request(uncompressed).response(new TaggedHandshake(exchange, instances)).build());
	}

	private static Mono<Void> forward(ServerWebExchange exchange, GatewayFilterChain chain, Instances instances,
			List<String> sessions) {
		URI asked = exchange.getRequest().getURI();
		var tagged = TAGGED.matcher(asked.getRawQuery());
		WatchedInstance owner = (sessions.size() == 1 && tagged.find()) ? instances.tagged(tagged.group(2)) : null;
		if (owner == null) {
			return refuse(exchange.getResponse());
		}
		exchange.getAttributes().put(BalancingFilter.OWNER, owner);
		URI untagged = URI.create(asked.getScheme() + "://" + asked.getAuthority() + asked.getRawPath() + "?"
				+ tagged.replaceFirst("sid=$1"));
		return chain.filter(exchange.mutate().request(exchange.getRequest().mutate().uri(untagged).build()).build());
	}

	/** The answer of an instance without the session, after which clients reconnect. */
	private static Mono<Void> refuse(ServerHttpResponse response) {
		response.setStatusCode(HttpStatus.BAD_REQUEST);
		response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		response.getHeaders().setContentLength(UNKNOWN.length);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(UNKNOWN)));
	}

	/** The handshake response of Engine.IO, with the instance's tag in the session id. */
	static final class TaggedHandshake extends ServerHttpResponseDecorator {

		/** The type of the packet {@code open}, the first of a session. */
		private static final Pattern OPEN = Pattern.compile("\\A(0\\{[^}]*?\"sid\":\"[A-Za-z0-9_-]{1,64})\"");

		/** The largest handshake; real ones have about 150 characters. */
		private static final int LONGEST = 16_384;

		private final ServerWebExchange exchange;

		private final Instances instances;

		TaggedHandshake(ServerWebExchange exchange, Instances instances) {
			super(exchange.getResponse());
			this.exchange = exchange;
			this.instances = instances;
		}

		@Override
		public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
			WatchedInstance instance = this.exchange.getAttribute(BalancingFilter.ASKED);
			if (instance == null || !HttpStatus.OK.equals(getStatusCode())) {
				return super.writeWith(body);
			}
			return DataBufferUtils.join(body, LONGEST).flatMap((handshake) -> {
				byte[] tagged = tag(handshake, this.instances.tag(instance));
				getHeaders().setContentLength(tagged.length);
				return super.writeWith(Mono.just(bufferFactory().wrap(tagged)));
			});
		}

		@Override
		public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
			return writeWith(Flux.from(body).concatMap((part) -> part));
		}

		private static byte[] tag(DataBuffer handshake, String tag) {
			String text = handshake.toString(StandardCharsets.UTF_8);
			DataBufferUtils.release(handshake);
			return OPEN.matcher(text).replaceFirst("$1." + tag + "\"").getBytes(StandardCharsets.UTF_8);
		}

	}

}
