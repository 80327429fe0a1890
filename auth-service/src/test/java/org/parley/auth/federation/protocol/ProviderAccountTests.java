package org.parley.auth.federation.protocol;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProviderAccountTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "javascript:alert(1)", "file:///etc/passwd", "nora.png", "//evil.test/a.png",
			"data:image/png;base64,AAAA", "https://a b/" })
	void otherAddressOfPictureIsOmitted(String picture) {
		assertThat(account("Nora", picture).picture()).isNull();
	}

	@Test
	void overlongTextsAreOmitted() {
		assertThat(account("n".repeat(100), null).name()).hasSize(100);
		var overlong = account("n".repeat(101), "https://pictures.example/" + "n".repeat(500));
		assertThat(overlong.name()).isNull();
		assertThat(overlong.username()).isNull();
		assertThat(overlong.picture()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://pictures.example/nora.png", "http://pictures.example/" })
	void addressOfPictureIsKept(String picture) {
		assertThat(account("Nora", picture).picture()).isEqualTo(picture);
	}

	private static ProviderAccount account(String name, @Nullable String picture) {
		return new ProviderAccount("https://issuer.example", "1", null, false, name, name, Instant.EPOCH, null,
				picture);
	}

}
