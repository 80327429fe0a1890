package org.parley.gateway.guest;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Answers guests' reads from memory. No answer is older than the configured age, counted
 * from the request to the service, and a request with credentials never meets the cache.
 * Runs after the rate limits, so cached answers use the quota, too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 41)
class GuestCacheFilter implements WebFilter {

	private final GuestRequests requests;

	private final PageHits hits;

	private final Duration age;

	private final Ticker ticker;

	private final Cache<GuestRequest, GuestResponse> answers;

	private final ConcurrentMap<GuestRequest, ServiceCall> calls = new ConcurrentHashMap<>();

	private final Counter fromMemory;

	private final Counter fromService;

	@Autowired
	GuestCacheFilter(GuestRequests requests, PageHits hits, GuestCacheSettings settings, MeterRegistry meters) {
		this(requests, hits, settings, meters, Ticker.systemTicker());
	}

	GuestCacheFilter(GuestRequests requests, PageHits hits, GuestCacheSettings settings, MeterRegistry meters,
			Ticker ticker) {
		this.requests = requests;
		this.hits = hits;
		this.age = settings.age();
		this.ticker = ticker;
		this.answers = Caffeine.newBuilder()
			.ticker(ticker)
			.executor(Runnable::run)
			.expireAfterWrite(settings.age())
			.maximumWeight(settings.size().toBytes())
			.weigher((GuestRequest request, GuestResponse answer) -> request.size() + answer.size())
			.removalListener((_, answer, _) -> release(answer))
			.build();
		this.fromMemory = answers(meters, "hit");
		this.fromService = answers(meters, "miss");
		Gauge
			.builder("parley.gateway.guest.cache.bytes", this.answers,
					(it) -> it.policy().eviction().orElseThrow().weightedSize().orElse(0))
			.description("memory of cached answers to guests")
			.baseUnit("bytes")
			.register(meters);
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		var request = this.age.isZero() ? null : this.requests.of(exchange);
		if (request == null) {
			return chain.filter(exchange);
		}
		var known = this.answers.getIfPresent(request);
		if (known != null && isFresh(known.askedAt()) && known.retain()) {
			return send(known, request, exchange);
		}
		if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
			return chain.filter(exchange);
		}
		var call = new ServiceCall(request, this.ticker.read(), (answer) -> store(request, answer));
		var underWay = this.calls.putIfAbsent(request, call);
		return (underWay == null) ? ask(request, call, exchange, chain) : await(request, underWay, exchange, chain);
	}

	private Mono<Void> send(GuestResponse answer, GuestRequest request, ServerWebExchange exchange) {
		this.fromMemory.increment();
		if (request.isPage()) {
			this.hits.record(exchange);
		}
		return answer.send(exchange);
	}

	private Mono<Void> ask(GuestRequest request, ServiceCall call, ServerWebExchange exchange, WebFilterChain chain) {
		this.fromService.increment();
		return call.answer(exchange, chain).doFinally((_) -> {
			this.calls.remove(request, call);
			call.end();
		});
	}

	/** Asks the service alone when there is no answer to share. */
	private Mono<Void> await(GuestRequest request, ServiceCall underWay, ServerWebExchange exchange,
			WebFilterChain chain) {
		return underWay.outcome()
			.filter((answer) -> isFresh(answer.askedAt()) && answer.retain())
			.map((answer) -> send(answer, request, exchange))
			.switchIfEmpty(Mono.fromSupplier(() -> {
				this.fromService.increment();
				return chain.filter(exchange);
			}))
			.flatMap((sent) -> sent);
	}

	private void store(GuestRequest request, GuestResponse answer) {
		answer.retain();
		this.answers.put(request, answer);
		this.calls.remove(request);
	}

	private boolean isFresh(long askedAt) {
		return this.ticker.read() - askedAt < this.age.toNanos();
	}

	private static void release(@Nullable GuestResponse answer) {
		if (answer != null) {
			answer.release();
		}
	}

	private static Counter answers(MeterRegistry meters, String result) {
		return Counter.builder("parley.gateway.guest.cache")
			.description("guests' reads that were answered from memory, or by a service")
			.tag("result", result)
			.register(meters);
	}

}
