package org.parley.e2e;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SecretPatternsTests {

	@ParameterizedTest
	@ValueSource(strings = { "refused eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln",
			"secret=parley_app_sAn3lJ5nPzXq0mYd1b", "Authorization: Bearer c2VjcmV0LXNlY3JldC1zZWNyZXQ",
			"uris = ['http://config:84a93c83@127.0.0.1:16908']", "amqps://forum:pass@rabbit:5672/parley",
			"redis://:pass@redis:6379", "a mail to alice@example.org failed" })
	void secretIsFound(String line) {
		assertThat(SecretPatterns.findIn(line)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Created new connection: amqp://gateway@127.0.0.1:5672/parley",
			"Exposing 3 endpoints at http://127.0.0.1:8080/", "org.parley.forum.Thread@1f2e3d", "basic authentication",
			"2026-11-22T03:12:16.710Z  INFO 1 --- [gateway] [main] o.p.Gateway : Started in 3.1 s" })
	void harmlessLineContainsNone(String line) {
		assertThat(SecretPatterns.findIn(line)).isEmpty();
	}

}
