package org.parley.gateway.backend;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;

/** The handshake response of Engine.IO, with the instance's tag in the session id. */
final class TaggedHandshake extends ServerHttpResponseDecorator {

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
