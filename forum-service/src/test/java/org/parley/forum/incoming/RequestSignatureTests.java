package org.parley.forum.incoming;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Signatures as GitHub, Grafana and GitLab document them. */
class RequestSignatureTests {

	/** The test value of GitHub's page on validating deliveries. */
	private static final String SECRET = "It's a Secret to Everybody";

	private static final byte[] BODY = "Hello, World!".getBytes(StandardCharsets.UTF_8);

	private static final String CODE = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

	private static final String TOKEN = "dGhlIHRva2Vu";

	@ParameterizedTest
	@CsvSource({ "sha256=CODE,,,true", ",CODE,,true", ",,SECRET,true", ",,,false", "CODE,,,false", "sha1=CODE,,,false",
			"sha256=,,,false", ",sha256=CODE,,false", ",,CODE,false", "SECRET,SECRET,,false",
			"sha256=00,CODE,wrong,true", "sha256=CODE0,,,false" })
	void signatureIsChecked(@Nullable String hub, @Nullable String grafana, @Nullable String gitLab, boolean valid) {
		var signature = new RequestSignature(fill(hub), fill(grafana), fill(gitLab));
		assertThat(signature.isValid(BODY, RequestSignature.seal(SECRET, TOKEN), TOKEN)).isEqualTo(valid);
	}

	@Test
	void otherBodyIsRefused() {
		var signature = new RequestSignature("sha256=" + CODE, CODE, null);
		var body = "Hello, World! ".getBytes(StandardCharsets.UTF_8);
		assertThat(signature.isValid(body, RequestSignature.seal(SECRET, TOKEN), TOKEN)).isFalse();
	}

	@Test
	void onlyItsTokenOpensASecret() {
		var sealed = RequestSignature.seal(SECRET, TOKEN);
		assertThat(sealed).doesNotContain(SECRET, TOKEN);
		assertThat(RequestSignature.seal(SECRET, TOKEN)).isNotEqualTo(sealed);
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> new RequestSignature(null, null, SECRET).isValid(BODY, sealed, TOKEN + "x"));
	}

	private static @Nullable String fill(@Nullable String header) {
		return (header != null) ? header.replace("CODE", CODE).replace("SECRET", SECRET) : null;
	}

}
