package org.parley.forum.incoming;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.stream.Stream;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.ConstantTime;
import org.parley.platform.domain.HmacSha256;
import org.parley.platform.domain.Sha256;

/**
 * The signature of a request, by a secret that is stored sealed: only the token in the
 * address opens it, so neither the database nor the address alone is enough to sign.
 *
 * @param hub {@code X-Hub-Signature-256} of GitHub: {@code sha256=} and the HMAC-SHA256
 * of the body in hexadecimal digits
 * @param grafana {@code X-Grafana-Alerting-Signature}, the same without a prefix
 * @param gitLab {@code X-Gitlab-Token}, the secret itself
 * @see <a href=
 * "https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries">
 * Validating webhook deliveries</a>
 */
record RequestSignature(@Nullable String hub, @Nullable String grafana, @Nullable String gitLab) {

	private static final String PREFIX = "sha256=";

	/** Seals a secret for the holder of a token. */
	static String seal(String secret, String token) {
		var jwe = new JWEObject(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), new Payload(secret));
		try {
			jwe.encrypt(new DirectEncrypter(key(token)));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("Every Java platform has AES-256-GCM", ex);
		}
		return jwe.serialize();
	}

	/** Whether one of the headers proves that the sender knows the secret. */
	boolean isValid(byte[] body, String sealed, String token) {
		try {
			var jwe = JWEObject.parse(sealed);
			jwe.decrypt(new DirectDecrypter(key(token)));
			return isValid(body, jwe.getPayload().toString());
		}
		catch (ParseException | JOSEException ex) {
			throw new IllegalStateException("The stored secret cannot be opened", ex);
		}
	}

	/** Compares in constant time. */
	private boolean isValid(byte[] body, String secret) {
		var code = HexFormat.of().formatHex(HmacSha256.of(bytes(secret), body));
		return Stream.of(equal(this.hub, PREFIX + code), equal(this.grafana, code), equal(this.gitLab, secret))
			.reduce(false, Boolean::logicalOr);
	}

	private static boolean equal(@Nullable String given, String wanted) {
		return given != null && ConstantTime.isEqual(given, wanted);
	}

	private static SecretKey key(String token) {
		return new SecretKeySpec(Sha256.of("secret of an incoming address:" + token), "AES");
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}
