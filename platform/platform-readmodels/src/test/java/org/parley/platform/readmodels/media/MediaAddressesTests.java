package org.parley.platform.readmodels.media;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MediaAddressesTests {

	private static final String PATH = "01KAG5C7D8E9F0G1H2J3K4M5N6/0123.jpg";

	private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

	@Test
	void publicAddressHasNoParameters() {
		assertThat(at(NOON).unsigned(PATH)).isEqualTo("http://media.example/m/" + PATH);
	}

	@Test
	void signedAddressIsValidForFiveToTenMinutes() {
		for (var issued : new Instant[] { NOON, NOON.plusSeconds(299) }) {
			var parameters = parameters(at(issued).signed(PATH));
			assertThat(isValid(issued.plus(Duration.ofMinutes(5)), PATH, parameters)).isTrue();
			assertThat(isValid(issued.plus(Duration.ofMinutes(10)), PATH, parameters)).isFalse();
		}
	}

	@Test
	void signedAddressStaysTheSameForFiveMinutes() {
		assertThat(at(NOON.plusSeconds(299)).signed(PATH)).isEqualTo(at(NOON).signed(PATH));
		assertThat(at(NOON.plusSeconds(300)).signed(PATH)).isNotEqualTo(at(NOON).signed(PATH));
	}

	@Test
	void changedAddressIsRefused() {
		var parameters = parameters(at(NOON).signed(PATH));
		assertThat(isValid(NOON, PATH.replace("0123", "0124"), parameters)).isFalse();
		assertThat(isValid(NOON, PATH,
				Map.of("expires", "99999999999", "signature", parameters.getOrDefault("signature", ""))))
			.isFalse();
		assertThat(isValid(NOON, PATH, Map.of("expires", "9".repeat(40), "signature", "x"))).isFalse();
		assertThat(isValid(NOON, PATH, Map.of())).isFalse();
	}

	private static boolean isValid(Instant now, String path, Map<String, String> parameters) {
		return at(now).isValid(path, parameters.get("expires"), parameters.get("signature"));
	}

	private static Map<String, String> parameters(String address) {
		return Stream.of(URI.create(address).getQuery().split("&"))
			.map((pair) -> pair.split("=", 2))
			.collect(Collectors.toMap((pair) -> pair[0], (pair) -> pair[1]));
	}

	private static MediaAddresses at(Instant now) {
		return new MediaAddresses(
				new MediaAddressSettings("http://media.example", "b25seSBmb3IgdGVzdHMsIGEga2V5IG9mIDMyIGJ5dGU="),
				() -> now);
	}

}
