package org.parley.platform.messaging.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contracts.SealedEventSecret;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class EventSecretCipherTests {

	private static final String OLD = "b25lIGtleSBvbmx5IGZvciB0ZXN0cywgMzIgYnl0ZXM=";

	private static final String NEW = "YW5vdGhlciBrZXkgZm9yIHRlc3RzIG9mIDMyIGJ5dGU=";

	private final EventSecretCipher sender = sealing("library-service", OLD);

	private final SealedEventSecret sealedEventSecret = this.sender.seal("reader-service", "open sesame");

	@Test
	void recipientOpensSecret() {
		assertThat(sealing("reader-service", OLD).open(this.sealedEventSecret)).isEqualTo("open sesame");
	}

	@Test
	void sealingIsRandomized() {
		assertThat(this.sender.seal("reader-service", "open sesame")).isNotEqualTo(this.sealedEventSecret);
	}

	@Test
	void otherServicesCannotOpenSecret() {
		refuses(sealing("library-service", OLD), this.sealedEventSecret);
		var thief = new EventSecretCipher(new EventSecretSettings(Map.of("shop-service", List.of(OLD))),
				"shop-service");
		refuses(thief, this.sealedEventSecret);
		refuses(sealing("reader-service", NEW), this.sealedEventSecret);
		refuses(new EventSecretCipher(new EventSecretSettings(Map.of()), "reader-service"), this.sealedEventSecret);
	}

	@Test
	void modificationIsDetected() {
		var jwe = this.sealedEventSecret.jwe();
		var parts = List.of(jwe.split("\\.", -1));
		for (int part : new int[] { 2, 3, 4 }) {
			var changed = parts.get(part).startsWith("A") ? "B" : "A";
			refuses(sealing("reader-service", OLD),
					new SealedEventSecret(jwe.replace(parts.get(part), changed + parts.get(part).substring(1))));
		}
	}

	@Test
	void recipientIsAuthenticated() {
		var header = new String(Base64.getUrlDecoder().decode(this.sealedEventSecret.jwe().split("\\.", -1)[0]),
				StandardCharsets.UTF_8);
		assertThat(header).contains("\"aud\":\"reader-service\"").contains("\"kid\":");
		var other = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(header.replace("reader-service", "shop-service").getBytes(StandardCharsets.UTF_8));
		var forged = new SealedEventSecret(this.sealedEventSecret.jwe().replaceFirst("^[^.]+", other));
		refuses(new EventSecretCipher(new EventSecretSettings(Map.of("shop-service", List.of(OLD))), "shop-service"),
				forged);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "open sesame", "a.b.c", "eyJhbGciOiJub25lIn0.b3Blbg.",
			"eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIiwiYXVkIjoicmVhZGVyLXNlcnZpY2UifQ..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA" })
	void unsealedValueIsRefused(String jwe) {
		refuses(sealing("reader-service", OLD), new SealedEventSecret(jwe));
	}

	@Test
	void replacedKeyStillOpens() {
		var rotated = new EventSecretCipher(new EventSecretSettings(Map.of("reader-service", List.of(NEW, OLD))),
				"reader-service");
		assertThat(rotated.open(this.sealedEventSecret)).isEqualTo("open sesame");
		assertThat(sealing("reader-service", NEW).open(rotated.seal("reader-service", "again"))).isEqualTo("again");
	}

	@Test
	void unknownKeyIsNoBrokenSeal() {
		assertThatExceptionOfType(UnknownSealKeyException.class)
			.isThrownBy(() -> sealing("reader-service", NEW).open(this.sealedEventSecret));
	}

	@Test
	void sealingWithoutKeyIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> this.sender.seal("shop-service", "open sesame"))
			.withMessageContaining("shop-service")
			.withMessageNotContaining("sesame");
	}

	@ParameterizedTest
	@ValueSource(strings = { "short", "c2hvcnQ=", "%%%" })
	void invalidKeyIsRefusedByName(String key) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new EventSecretSettings(Map.of("reader-service", List.of(key))))
			.withMessageContaining("parley.events.keys.reader-service")
			.withMessageNotContaining(key);
	}

	@Test
	void missingKeyIsRefusedByName() {
		var settings = new Binder(new MapConfigurationPropertySource(Map.of("parley.events.keys.reader-service", "")));
		assertThatExceptionOfType(BindException.class)
			.isThrownBy(() -> settings.bind("parley.events", EventSecretSettings.class))
			.havingRootCause()
			.withMessageContaining("parley.events.keys.reader-service");
	}

	@Test
	void sealedSecretMatchesContractAndIsNotPrinted() {
		assertThat(this.sealedEventSecret).hasToString("SealedEventSecret[***]");
		assertThat(new EventSecretSettings(Map.of("reader-service", List.of(OLD)))).asString().doesNotContain(OLD);
		var json = JsonMapper.shared().writeValueAsString(this.sealedEventSecret);
		assertThat(JsonMapper.shared().readValue(json, SealedEventSecret.class)).isEqualTo(this.sealedEventSecret);
		assertThat(this.sealedEventSecret.jwe())
			.matches("^eyJ[A-Za-z0-9_-]+\\.\\.[A-Za-z0-9_-]{16}\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{22}$");
	}

	private static EventSecretCipher sealing(String service, String key) {
		return new EventSecretCipher(new EventSecretSettings(Map.of("reader-service", List.of(key))), service);
	}

	private static void refuses(EventSecretCipher eventSecretCipher, SealedEventSecret sealedEventSecret) {
		assertThatExceptionOfType(BrokenSealException.class)
			.isThrownBy(() -> eventSecretCipher.open(sealedEventSecret));
	}

}
