package org.parley.platform.security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.TestTokens;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What becomes of tokens when an issuer goes away that has told its keys. */
class IssuerKeysTests {

	private final HttpServer issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

	private final JwtDecoder tokens = new PlatformSecurityAutoConfiguration().accessTokens(
			URI.create("http://127.0.0.1:" + this.issuer.getAddress().getPort() + "/oauth2/jwks"), TestTokens.ISSUER,
			InstantSource.system());

	IssuerKeysTests() throws IOException {
	}

	@BeforeEach
	void start() throws IOException {
		byte[] keys;
		try (var told = URI.create(TestTokens.keysUri()).toURL().openStream()) {
			keys = told.readAllBytes();
		}
		this.issuer.createContext("/oauth2/jwks", (exchange) -> {
			exchange.sendResponseHeaders(200, keys.length);
			exchange.getResponseBody().write(keys);
			exchange.close();
		});
		this.issuer.start();
	}

	@Test
	void whatItHasToldCountsOn() {
		assertThat(this.tokens.decode(TestTokens.of("1", "alice")).getSubject()).isEqualTo("1");
		this.issuer.stop(0);
		assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> this.tokens.decode(ofUnknownKey()));
		assertThat(this.tokens.decode(TestTokens.of("2", "bob")).getSubject()).isEqualTo("2");
	}

	/** Makes the keys be fetched anew. */
	private static String ofUnknownKey() {
		return encoded("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"unknown\"}") + "." + encoded("{}") + "."
				+ encoded("a signature");
	}

	private static String encoded(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}
