package org.parley.gateway.guest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.gateway.address.AddressSettings;
import org.parley.gateway.address.ClientAddressResolver;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests which readers share a page; ages and vanishing threads are as for other answers.
 */
class GuestPagesTests {

	private static final String THREAD = "/threads/01J";

	private final StubWebClient web = new StubWebClient();

	private final GuestCacheFilter filter = filter();

	@Test
	void guestsOfLanguageSharePage() {
		assertThat(get(THREAD, "Accept-Language", "de-DE,de;q=0.9")).isEqualTo("page 1 in de");
		assertThat(get(THREAD, "Accept-Language", "de-CH, en;q=0.1")).isEqualTo("page 1 in de");
		assertThat(get(THREAD, "Cookie", "parley_language=de")).isEqualTo("page 1 in de");
		assertThat(get(THREAD)).isEqualTo("page 2 in en");
		assertThat(get(THREAD, "Accept-Language", "fr")).isEqualTo("page 2 in en");
	}

	@Test
	void webClientGetsNothingOfOneGuest() {
		get(THREAD, "Cookie", "parley_language=de", "Accept-Language", "en", "If-None-Match", "\"old\"");
		var asked = this.web.asked.getFirst();
		assertThat(asked.getFirst("Accept-Language")).isEqualTo("de");
		assertThat(asked.getFirst("Cache-Control")).isEqualTo("no-cache");
		assertThat(asked.headerNames()).doesNotContain("Cookie", "If-None-Match");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Cookie: parley_web_session=e30", "Cookie: parley_language=de; a=b", "Authorization: x",
			"Cache-Control: no-cache", "Cache-Control: max-age=0", "Range: bytes=0-1", "Accept: application/json" })
	void otherReadersReachWebClient(String header) {
		get(THREAD);
		var parts = header.split(": ", 2);
		assertThat(get(THREAD, parts[0], parts[1])).startsWith("page 2");
		assertThat(this.web.asked.getLast().getFirst(parts[0])).isEqualTo(parts[1]);
		assertThat(get(THREAD)).startsWith("page 1");
	}

	@Test
	void everyHostHasItsOwnPage() {
		get(THREAD);
		assertThat(get(THREAD, "Host", "evil.example")).isEqualTo("page 2 in en");
		assertThat(get(THREAD)).isEqualTo("page 1 in en");
	}

	@Test
	void everyAddressHasItsOwnPage() {
		for (int i = 1; i <= 3; i++) {
			assertThat(get(THREAD + "?post=" + i)).isEqualTo("page %d in en".formatted(i));
		}
		assertThat(get(THREAD + "?post=1")).isEqualTo("page 1 in en");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/settings", "/threads/01J/tools", "/threads", "/sign-in", "/search", "/reset-password" })
	void otherPagesReachWebClient(String path) {
		get(path);
		assertThat(get(path)).startsWith("page 2");
	}

	@Test
	void headersOfPageAreKept() {
		get(THREAD);
		var headers = exchange(THREAD).getResponse().getHeaders();
		assertThat(headers.getFirst("Content-Security-Policy")).isEqualTo("default-src 'none'; script-src 'self'");
		assertThat(headers.getFirst("Content-Language")).isEqualTo("en");
		assertThat(headers.getFirst("Link")).isEqualTo("<./style.css>; rel=preload");
		assertThat(headers.getVary()).containsExactly("Accept-Language", "Cookie");
		assertThat(headers.headerNames()).doesNotContain("X-Sveltekit-Page");
		assertThat(this.web.asked).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "private, no-store", "no-store" })
	void pageOfOneReaderIsNotShared(String cacheControl) {
		this.web.headers.setCacheControl(cacheControl);
		get(THREAD);
		assertThat(get(THREAD)).startsWith("page 2");
	}

	@Test
	void pageThatSetsCookieIsNotShared() {
		this.web.headers.set(HttpHeaders.SET_COOKIE, "parley_web_session=; Max-Age=0");
		get(THREAD);
		assertThat(get(THREAD)).startsWith("page 2");
	}

	@Test
	void answersOfApiDoNotVaryByLanguage() {
		get("/api/v1/threads");
		assertThat(get("/api/v1/threads")).startsWith("page 2");
		this.web.headers.set(HttpHeaders.VARY, "Accept-Encoding");
		assertThat(get("/api/v1/threads")).startsWith("page 3");
		assertThat(get("/api/v1/threads")).startsWith("page 3");
	}

	private static GuestCacheFilter filter() {
		var settings = new GuestCacheSettings(Set.of("/api/v1/threads"), Set.of("/threads/{id}"), List.of("en", "de"),
				null, Duration.ofSeconds(1), DataSize.ofMegabytes(1));
		var clients = new ClientAddressResolver(new AddressSettings(List.of(), List.of()));
		return new GuestCacheFilter(new GuestRequests(settings, clients), new PageHits(settings, clients), settings,
				new SimpleMeterRegistry(), () -> 16);
	}

	private String get(String address, String... headers) {
		return body(exchange(address, headers).getResponse());
	}

	private MockServerWebExchange exchange(String address, String... headers) {
		var all = new HttpHeaders();
		all.set(HttpHeaders.HOST, "forum.example");
		for (int i = 0; i < headers.length; i += 2) {
			all.set(headers[i], headers[i + 1]);
		}
		var exchange = MockServerWebExchange.from(MockServerHttpRequest.get(address).headers(all).build());
		this.filter.filter(exchange, this.web).block(Duration.ofSeconds(10));
		return exchange;
	}

	private static String body(MockServerHttpResponse response) {
		return response.getBodyAsString().blockOptional(Duration.ofSeconds(10)).orElse("");
	}

	/** Answers like the web client, as the end of the chain. */
	private static final class StubWebClient implements WebFilterChain {

		private final List<HttpHeaders> asked = new ArrayList<>();

		private final HttpHeaders headers = new HttpHeaders();

		private StubWebClient() {
			this.headers.setContentType(MediaType.parseMediaType("text/html;charset=utf-8"));
			this.headers.setCacheControl("no-cache");
			this.headers.setVary(List.of("Accept-Language", "Cookie"));
			this.headers.set("Content-Security-Policy", "default-src 'none'; script-src 'self'");
			this.headers.set("Link", "<./style.css>; rel=preload");
			this.headers.set("X-Sveltekit-Page", "true");
		}

		@Override
		public Mono<Void> filter(ServerWebExchange exchange) {
			var request = exchange.getRequest().getHeaders();
			this.asked.add(request);
			var accepted = request.getFirst("Accept-Language");
			var language = (accepted != null) ? accepted : "en";
			var response = exchange.getResponse();
			response.setStatusCode(HttpStatus.OK);
			response.getHeaders().addAll(this.headers);
			response.getHeaders().setETag("\"%d\"".formatted(this.asked.size()));
			response.getHeaders().set("Content-Language", language);
			var page = "page %d in %s".formatted(this.asked.size(), language).getBytes(StandardCharsets.UTF_8);
			return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(page)));
		}

	}

}
