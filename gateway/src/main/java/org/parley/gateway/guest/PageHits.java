package org.parley.gateway.guest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import org.parley.gateway.address.ClientAddressResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Reports pages of threads that were answered from memory to the forum, which counts
 * views. The views of a second are one request, or few. Views that are lost with a
 * process, or while the forum does not answer, are not counted.
 */
@Component
class PageHits {

	private static final Logger log = LoggerFactory.getLogger(PageHits.class);

	private static final Duration DELAY = Duration.ofSeconds(1);

	/** The forum takes bodies of 256 KiB, which so many hits never have. */
	private static final int BATCH_SIZE = 250;

	private static final int MOST_WAITING = 10_000;

	/** No browser has a longer name. */
	private static final int LONGEST_NAME = 512;

	private final BlockingQueue<PageHit> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

	private final AtomicBoolean reporting = new AtomicBoolean();

	private final HttpClient client = HttpClient.create().responseTimeout(Duration.ofSeconds(2));

	private final GuestCacheSettings.@Nullable ViewSettings settings;

	private final @Nullable PathPattern page;

	private final ClientAddressResolver clients;

	PageHits(GuestCacheSettings settings, ClientAddressResolver clients) {
		this.settings = settings.views();
		this.page = (this.settings != null) ? PathPatternParser.defaultInstance.parse(this.settings.page()) : null;
		this.clients = clients;
	}

	/** Records an answer, if it shows a thread to somebody. A full queue drops it. */
	void record(ServerWebExchange exchange) {
		var hit = hit(exchange);
		if (hit != null && this.waiting.offer(hit)) {
			report();
		}
	}

	private @Nullable PageHit hit(ServerWebExchange exchange) {
		var request = exchange.getRequest();
		var headers = request.getHeaders();
		var browser = headers.getFirst(HttpHeaders.USER_AGENT);
		var purpose = headers.getFirst("Sec-Purpose");
		if (this.page == null || !HttpMethod.GET.equals(request.getMethod()) || browser == null
				|| browser.length() > LONGEST_NAME || (purpose != null && purpose.contains("prefetch"))) {
			return null;
		}
		var match = this.page.matchAndExtract(request.getPath().pathWithinApplication());
		var thread = (match != null) ? match.getUriVariables().get("id") : null;
		return (thread != null) ? new PageHit(thread, this.clients.of(exchange).ip(), browser) : null;
	}

	private void report() {
		if (this.reporting.compareAndSet(false, true)) {
			Mono.delay(DELAY)
				.thenMany(Mono.defer(this::send).repeat(() -> this.waiting.size() >= BATCH_SIZE))
				.onErrorComplete((failure) -> {
					log.debug("Views of pages from memory are not counted", failure);
					return true;
				})
				.doFinally((_) -> continueReporting())
				.subscribe();
		}
	}

	/** A hit that came after the last look at the queue found a report under way. */
	private void continueReporting() {
		this.reporting.set(false);
		if (!this.waiting.isEmpty()) {
			report();
		}
	}

	private Mono<Void> send() {
		var batch = new ArrayList<PageHit>();
		this.waiting.drainTo(batch, BATCH_SIZE);
		return (this.settings != null) ? send(this.settings, batch) : Mono.empty();
	}

	private Mono<Void> send(GuestCacheSettings.ViewSettings settings, List<PageHit> batch) {
		var body = JsonMapper.shared().writeValueAsString(Map.of("views", batch));
		return this.client.headers((headers) -> headers.set(HttpHeaders.CONTENT_TYPE, "application/json"))
			.post()
			.uri(settings.report())
			.send(ByteBufMono.fromString(Mono.just(body)))
			.response()
			.doOnNext((response) -> {
				if (response.status().code() >= 400) {
					log.atWarn()
						.addKeyValue("status", response.status().code())
						.log("The forum refused views of pages");
				}
			})
			.then();
	}

	/**
	 * A page of a thread that was answered from memory.
	 *
	 * @param address the reader's address
	 * @param userAgent the reader's browser
	 */
	record PageHit(String threadId, String address, String userAgent) {

		@Override
		public String toString() {
			return "PageHit[threadId=" + this.threadId + "]";
		}

	}

}
