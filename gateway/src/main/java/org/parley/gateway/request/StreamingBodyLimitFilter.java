package org.parley.gateway.request;

import java.util.concurrent.atomic.AtomicLong;

import org.parley.gateway.problem.GatewayProblemException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

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

/** Refuses bodies over the limit, by their declared length or while they stream. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
@EnableConfigurationProperties(RequestSettings.class)
class StreamingBodyLimitFilter implements WebFilter {

	private final DataSize limit;

	StreamingBodyLimitFilter(RequestSettings settings) {
		this.limit = settings.maxBody();
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		HttpHeaders headers = exchange.getRequest().getHeaders();
		if (headers.getContentLength() > this.limit.toBytes()) {
			return Mono.error(tooLarge());
		}
		if (headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
			ServerHttpRequest counted = new CountedRequest(exchange.getRequest());
			return chain.filter(exchange.mutate().request(counted).build());
		}
		return chain.filter(exchange);
	}

	private GatewayProblemException tooLarge() {
		return new GatewayProblemException(HttpStatus.CONTENT_TOO_LARGE, "request.too-large",
				"A request body may have at most %d KiB.".formatted(this.limit.toKilobytes()));
	}

	private final class CountedRequest extends ServerHttpRequestDecorator {

		private final AtomicLong received = new AtomicLong();

		private CountedRequest(ServerHttpRequest request) {
			super(request);
		}

		@Override
		public Flux<DataBuffer> getBody() {
			return super.getBody().handle((buffer, sink) -> {
				if (this.received.addAndGet(buffer.readableByteCount()) > StreamingBodyLimitFilter.this.limit
					.toBytes()) {
					DataBufferUtils.release(buffer);
					sink.error(tooLarge());
				}
				else {
					sink.next(buffer);
				}
			});
		}

	}

}
