package org.parley.gateway.request;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import org.parley.gateway.path.PathSet;
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

	private final Map<PathSet, DataSize> largeBodies;

	private final Duration timeout;

	RequestBodyLimitFilter(RequestSettings settings) {
		this.limit = settings.maxBody();
		this.largeBodies = settings.largeBodies()
			.entrySet()
			.stream()
			.collect(Collectors.toUnmodifiableMap((large) -> PathSet.withAllBelow(List.of(large.getKey())),
					Map.Entry::getValue));
		this.timeout = settings.timeout();
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		HttpHeaders headers = exchange.getRequest().getHeaders();
		DataSize limit = limitOf(exchange.getRequest());
		if (headers.getContentLength() > limit.toBytes()) {
			return Mono.error(tooLarge(limit));
		}
		if (headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
			ServerHttpRequest limited = new LimitedRequest(exchange.getRequest(), limit);
			return chain.filter(exchange.mutate().request(limited).build());
		}
		return chain.filter(exchange);
	}

	private DataSize limitOf(ServerHttpRequest request) {
		for (var large : this.largeBodies.entrySet()) {
			if (large.getKey().containsAsWritten(request)) {
				return large.getValue();
			}
		}
		return this.limit;
	}

	private static GatewayProblemException tooLarge(DataSize limit) {
		return new GatewayProblemException(HttpStatus.CONTENT_TOO_LARGE, "request.too-large",
				"A request body may have at most %d KiB.".formatted(limit.toKilobytes()));
	}

	private final class LimitedRequest extends ServerHttpRequestDecorator {

		private final AtomicLong received = new AtomicLong();

		private final DataSize limit;

		private LimitedRequest(ServerHttpRequest request, DataSize limit) {
			super(request);
			this.limit = limit;
		}

		@Override
		public Flux<DataBuffer> getBody() {
			Mono<DataBuffer> end = Mono.delay(RequestBodyLimitFilter.this.timeout).flatMap((_) -> tooSlow());
			return super.getBody().<DataBuffer>handle(this::count).takeUntilOther(end);
		}

		private void count(DataBuffer buffer, SynchronousSink<DataBuffer> sink) {
			if (this.received.addAndGet(buffer.readableByteCount()) > this.limit.toBytes()) {
				DataBufferUtils.release(buffer);
				sink.error(tooLarge(this.limit));
			}
			else {
				sink.next(buffer);
			}
		}

		/** The rest of the body is not awaited. */
		private Mono<DataBuffer> tooSlow() {
			return Mono.error(new GatewayProblemException(HttpStatus.REQUEST_TIMEOUT, "request.timeout",
					"The body did not arrive in time.")
				.closing());
		}

	}

}
