package org.parley.gateway.token;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import org.jspecify.annotations.Nullable;
import org.parley.gateway.problem.GatewayProblemException;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Exchanges personal access tokens for access tokens at auth-service and caches them. */
@Component
@EnableConfigurationProperties(PersonalTokenSettings.class)
public class PersonalTokenExchange {

	/** The minimum remaining lifetime, so that a token does not expire on its way. */
	private static final Duration MARGIN = Duration.ofSeconds(30);

	private final URI address;

	private final HttpClient client = HttpClient.create().responseTimeout(Duration.ofSeconds(2));

	private final AsyncCache<String, Optional<Exchanged>> exchanged = Caffeine.newBuilder()
		.maximumSize(10_000)
		.expireAfter(Expiry
			.<String, Optional<Exchanged>>creating((_, found) -> found.map(Exchanged::lifetime).orElse(Duration.ZERO)))
		.buildAsync();

	public PersonalTokenExchange(PersonalTokenSettings settings) {
		this.address = settings.exchange();
	}

	/** The cached access token of a personal token. */
	@Nullable String known(String token) {
		var future = this.exchanged.getIfPresent(token);
		return (future != null && future.isDone() && !future.isCompletedExceptionally())
				? future.join().map(Exchanged::accessToken).orElse(null) : null;
	}

	/** Removes a cached access token. */
	void forget(String token) {
		this.exchanged.synchronous().invalidate(token);
	}

	/**
	 * Exchanges a personal token; concurrent requests share one exchange. Empty when the
	 * token is invalid.
	 * @throws GatewayProblemException 503 when auth-service does not answer
	 */
	Mono<String> exchange(String token) {
		return Mono.fromFuture(() -> this.exchanged.get(token, (_, _) -> requestExchange(token)), true)
			.onErrorMap((_) -> new GatewayProblemException(HttpStatus.SERVICE_UNAVAILABLE, "service.unavailable",
					"Personal access tokens cannot be checked just now.", Duration.ofSeconds(2)))
			.flatMap((found) -> Mono.justOrEmpty(found.map(Exchanged::accessToken)));
	}

	private CompletableFuture<Optional<Exchanged>> requestExchange(String token) {
		var body = JsonMapper.shared().writeValueAsString(Map.of("token", token));
		return this.client.headers((headers) -> headers.set("Content-Type", "application/json"))
			.post()
			.uri(this.address)
			.send(ByteBufMono.fromString(Mono.just(body)))
			.responseSingle(PersonalTokenExchange::read)
			.toFuture()
			.thenApply((found) -> Objects.requireNonNull(found, "auth-service sent an empty answer"));
	}

	private static Mono<Optional<Exchanged>> read(HttpClientResponse response, ByteBufMono body) {
		return switch (response.status().code()) {
			case 200 ->
				body.asString().map((json) -> Optional.of(JsonMapper.shared().readValue(json, Exchanged.class)));
			case 401 -> Mono.just(Optional.empty());
			default -> Mono.error(new IllegalStateException("auth-service answered " + response.status()));
		};
	}

	/**
	 * The answer to an exchange.
	 *
	 * @param accessToken signed
	 * @param expiresIn its lifetime in seconds
	 */
	private record Exchanged(String accessToken, long expiresIn) {

		Duration lifetime() {
			var safe = Duration.ofSeconds(this.expiresIn).minus(MARGIN);
			return safe.isPositive() ? safe : Duration.ZERO;
		}

		@Override
		public String toString() {
			return "Exchanged[***]";
		}

	}

}
