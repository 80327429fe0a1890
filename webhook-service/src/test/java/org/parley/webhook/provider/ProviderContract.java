package org.parley.webhook.provider;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.parley.webhook.provider.verification.InboundRequest;
import org.parley.webhook.provider.verification.SignatureRefusal;
import org.parley.webhook.provider.verification.SignatureRefusedException;
import org.parley.webhook.provider.verification.WebhookProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The contract of all signature schemes. */
interface ProviderContract {

	Instant NOW = Instant.ofEpochSecond(1_763_650_000);

	/** A secret that is valid for every scheme. */
	String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

	/** A provider with the given secrets. */
	WebhookProvider provider(String... secrets);

	/** The headers of a body that is signed with {@link #SECRET}. */
	HttpHeaders signed(String id, Instant at, byte[] body);

	static Stream<byte[]> bodies() {
		return Stream
			.of("{\"type\":\"a.b\"}", "", " \r\n\t{ } \n", "{\"name\":\"Größe 日本語 🍅\"}", "\u0000\u0001",
					"a=1&b=2+3%20", "x".repeat(256 * 1024))
			.map((text) -> text.getBytes(StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@MethodSource("bodies")
	default void validSignatureIsAccepted(byte[] body) {
		var event = provider(SECRET).verify(new InboundRequest(signed("evt-1", NOW, body), body), NOW);
		assertThat(event.eventId()).isNotBlank();
	}

	@ParameterizedTest
	@MethodSource("bodies")
	default void changedBodyIsRefused(byte[] body) {
		var other = (new String(body, StandardCharsets.ISO_8859_1) + " ").getBytes(StandardCharsets.ISO_8859_1);
		refuses(provider(SECRET), signed("evt-1", NOW, body), other);
	}

	@Test
	default void otherSecretIsRefused() {
		var body = "{}".getBytes(StandardCharsets.UTF_8);
		refuses(provider("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), signed("evt-1", NOW, body), body);
	}

	@Test
	default void bothSecretsAreAcceptedDuringRotation() {
		var body = "{}".getBytes(StandardCharsets.UTF_8);
		var request = new InboundRequest(signed("evt-1", NOW, body), body);
		assertThat(provider("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", SECRET).verify(request, NOW)).isNotNull();
	}

	@Test
	default void missingOrRepeatedHeaderIsRefused() {
		var body = "{}".getBytes(StandardCharsets.UTF_8);
		var complete = signed("evt-1", NOW, body);
		for (var name : List.copyOf(complete.headerNames())) {
			var without = new HttpHeaders(complete);
			without.remove(name);
			refuses(provider(SECRET), without, body);
			var twice = new HttpHeaders(complete);
			twice.add(name, "x");
			refuses(provider(SECRET), twice, body);
			var empty = new HttpHeaders(complete);
			empty.set(name, "");
			refuses(provider(SECRET), empty, body);
			var nonsense = new HttpHeaders(complete);
			nonsense.set(name, "sha256=zz v1, ☠");
			refuses(provider(SECRET), nonsense, body);
		}
	}

	@Test
	default void repetitionHasSameEventId() {
		var body = "{}".getBytes(StandardCharsets.UTF_8);
		var first = provider(SECRET).verify(new InboundRequest(signed("evt-1", NOW, body), body), NOW);
		var again = provider(SECRET).verify(new InboundRequest(signed("evt-1", NOW.plusSeconds(9), body), body), NOW);
		assertThat(again.eventId()).isEqualTo(first.eventId());
	}

	static void refuses(WebhookProvider webhookProvider, HttpHeaders headers, byte[] body) {
		assertThatExceptionOfType(SignatureRefusedException.class)
			.isThrownBy(() -> webhookProvider.verify(new InboundRequest(headers, body), NOW))
			.satisfies((refused) -> assertThat(refused.refusal()).isEqualTo(SignatureRefusal.BAD_SIGNATURE));
	}

	/** The contract of schemes that sign a timestamp. */
	interface Timed extends ProviderContract {

		@ParameterizedTest
		@org.junit.jupiter.params.provider.ValueSource(longs = { -301, -100_000, 301, 100_000 })
		default void changedTimestampIsRefused(long seconds) {
			var body = "{}".getBytes(StandardCharsets.UTF_8);
			var request = new InboundRequest(signed("evt-1", NOW.plusSeconds(seconds), body), body);
			assertThatExceptionOfType(SignatureRefusedException.class)
				.isThrownBy(() -> provider(SECRET).verify(request, NOW))
				.satisfies((refused) -> assertThat(refused.refusal()).isEqualTo(SignatureRefusal.STALE));
		}

		@ParameterizedTest
		@org.junit.jupiter.params.provider.ValueSource(longs = { -300, 0, 300 })
		default void timestampWithinToleranceIsAccepted(long seconds) {
			var body = "{}".getBytes(StandardCharsets.UTF_8);
			var time = NOW.plusSeconds(seconds);
			var request = new InboundRequest(signed("evt-1", time, body), body);
			assertThat(provider(SECRET).verify(request, NOW).sentAt()).isEqualTo(time);
		}

	}

}
