package org.parley.gateway.request;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.parley.gateway.problem.GatewayProblemException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Refuses bodies over the limit, by their declared length or while they arrive, and
 * bodies that take too long to arrive.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
@EnableConfigurationProperties(RequestSettings.class)
class RequestBodyLimitFilter implements WebFilter {

	private final DataSize limit;

	private final Duration timeout;

	RequestBodyLimitFilter(RequestSettings settings) {
		this.limit = settings.maxBody();
		this.timeout = settings.timeout();
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		HttpHeaders headers = exchange.getRequest().getHeaders();
		if (headers.getContentLength() > this.limit.toBytes()) {
			return Mono.error(tooLarge());
		}
		if (headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
			ServerHttpRequest limited = new LimitedRequest(exchange);
			return chain.filter(exchange.mutate().request(limited).build());
		}
		return chain.filter(exchange);
	}

	private GatewayProblemException tooLarge() {
		return new GatewayProblemException(HttpStatus.CONTENT_TOO_LARGE, "request.too-large",
				"A request body may have at most %d KiB.".formatted(this.limit.toKilobytes()));
	}

	private final class LimitedRequest extends ServerHttpRequestDecorator {

		private final ServerHttpResponse response;

		private final AtomicLong received = new AtomicLong();

		private LimitedRequest(ServerWebExchange exchange) {
			super(exchange.getRequest());
			this.response = exchange.getResponse();
		}

		@Override
		public Flux<DataBuffer> getBody() {
			Mono<DataBuffer> end = Mono.delay(RequestBodyLimitFilter.this.timeout).flatMap((_) -> tooSlow());
			return super.getBody().<DataBuffer>handle(this::count).takeUntilOther(end);
		}

		private void count(DataBuffer buffer, SynchronousSink<DataBuffer> sink) {
			if (this.received.addAndGet(buffer.readableByteCount()) > RequestBodyLimitFilter.this.limit.toBytes()) {
				DataBufferUtils.release(buffer);
				sink.error(tooLarge());
			}
			else {
				sink.next(buffer);
			}
		}

		/** The rest of the body is not awaited. */
		private Mono<DataBuffer> tooSlow() {
			this.response.getHeaders().set(HttpHeaders.CONNECTION, "close");
			return Mono.error(new GatewayProblemException(HttpStatus.REQUEST_TIMEOUT, "request.timeout",
					"The body did not arrive in time."));
		}

	}

}
