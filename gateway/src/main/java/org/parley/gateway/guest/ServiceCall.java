package org.parley.gateway.guest;

import java.util.List;
import java.util.function.Consumer;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

/**
 * The one request to a service for all guests who ask for the same at the same time. Its
 * client gets the service's answer even if the others may not share it.
 */
final class ServiceCall {

	private final GuestRequest shared;

	private final long askedAt;

	private final Consumer<GuestResponse> store;

	private final Sinks.One<GuestResponse> outcome = Sinks.one();

	/**
	 * Prepares a call.
	 * @param shared the request for which the answer is
	 * @param askedAt now, in nanoseconds
	 * @param store takes a shareable answer, which it must retain
	 */
	ServiceCall(GuestRequest shared, long askedAt, Consumer<GuestResponse> store) {
		this.shared = shared;
		this.askedAt = askedAt;
		this.store = store;
	}

	long askedAt() {
		return this.askedAt;
	}

	/** Asks the service and answers the client. */
	Mono<Void> answer(ServerWebExchange exchange, WebFilterChain chain) {
		var request = exchange.getRequest().mutate().headers(this::generalize).build();
		return chain.filter(exchange.mutate().request(request).response(new Captured(exchange)).build());
	}

	/** Removes from the headers what is not in common with the others. */
	private void generalize(HttpHeaders headers) {
		headers.remove(HttpHeaders.IF_NONE_MATCH);
		headers.setAccept(List.of(this.shared.type()));
		if (this.shared.isPage()) {
			headers.remove(HttpHeaders.COOKIE);
			headers.set(HttpHeaders.ACCEPT_LANGUAGE, this.shared.language());
			// The page passes this on, so that it is not made from answers that are a
			// second old.
			headers.set(HttpHeaders.CACHE_CONTROL, "no-cache");
		}
	}

	/** The shareable answer; empty when there is none. */
	Mono<GuestResponse> outcome() {
		return this.outcome.asMono();
	}

	/** Ends the wait of the others; without effect after an answer. */
	void end() {
		this.outcome.tryEmitEmpty();
	}

	private final class Captured extends ServerHttpResponseDecorator {

		private final ServerWebExchange exchange;

		/** Apart from the headers that filters of the gateway add for one client. */
		private final HttpHeaders received = new HttpHeaders();

		private Captured(ServerWebExchange exchange) {
			super(exchange.getResponse());
			this.exchange = exchange;
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.received;
		}

		@Override
		public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
			if (!GuestResponse.isShareable(ServiceCall.this.shared, getStatusCode(), this.received)) {
				passHeadersOn();
				return super.writeWith(body);
			}
			return DataBufferUtils.join(body).map(Captured::bytes).defaultIfEmpty(new byte[0]).flatMap(this::share);
		}

		@Override
		public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
			passHeadersOn();
			return super.writeAndFlushWith(body);
		}

		@Override
		public Mono<Void> setComplete() {
			passHeadersOn();
			return super.setComplete();
		}

		private void passHeadersOn() {
			end();
			getDelegate().getHeaders().addAll(this.received);
		}

		private Mono<Void> share(byte[] body) {
			var call = ServiceCall.this;
			var answer = new GuestResponse(this.received, body, call.shared.gzip(), call.askedAt);
			call.store.accept(answer);
			call.outcome.tryEmitValue(answer);
			return answer.send(this.exchange);
		}

		private static byte[] bytes(DataBuffer joined) {
			var bytes = new byte[joined.readableByteCount()];
			joined.read(bytes);
			DataBufferUtils.release(joined);
			return bytes;
		}

	}

}
