package org.parley.platform.web.idempotency;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FingerprintsTests {

	private static final String ONE = "b25seSBmb3IgdGVzdHMsIGEga2V5IG9mIDMyIGJ5dGU=";

	private static final String OTHER = "b25lIGtleSBvbmx5IGZvciB0ZXN0cywgMzIgYnl0ZXM=";

	@Test
	void fingerprintsAreEqualOnAllInstances() {
		assertThat(fingerprint(ONE, "forum-service")).isEqualTo(fingerprint(ONE, "forum-service"));
	}

	@Test
	void otherKeyGivesOtherFingerprint() {
		assertThat(fingerprint(ONE, "forum-service")).isNotEqualTo(fingerprint(OTHER, "forum-service"));
	}

	@Test
	void otherServiceGivesOtherFingerprint() {
		assertThat(fingerprint(ONE, "forum-service")).isNotEqualTo(fingerprint(ONE, "auth-service"));
	}

	@Test
	void firstOfSeveralKeysIsUsed() {
		assertThat(fingerprint(ONE + "," + OTHER, "forum-service")).isEqualTo(fingerprint(ONE, "forum-service"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "c2hvcnQ=", "s3cret!" })
	void invalidSecretIsRefusedWithoutRevealingIt(String secret) {
		assertThatIllegalArgumentException().isThrownBy(() -> Fingerprints.of(secret, "forum-service"))
			.withMessageContaining("parley.idempotency.key")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain(secret));
	}

	private static String fingerprint(String secret, String service) {
		return Fingerprints.of(secret, service).of("body".getBytes(StandardCharsets.UTF_8));
	}

}
