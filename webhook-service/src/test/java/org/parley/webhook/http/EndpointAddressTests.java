package org.parley.webhook.http;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EndpointAddressTests {

	private final EndpointAddress endpointAddress = new EndpointAddress(
			new WebhookHttpSettings(false, false, Duration.ofSeconds(1), Duration.ofSeconds(1)));

	@ParameterizedTest
	@ValueSource(strings = { "http://example.org/", "ftp://example.org/", "https:///path", "https://", "nonsense", "%",
			"https://user:password@example.org/", "https://example.org/#part", "https://127.0.0.1/",
			"https://169.254.169.254/latest/meta-data/", "https://[::1]/", "https://[::ffff:127.0.0.1]/",
			"https://localhost/", "https://10.0.0.8:8443/", "https://example.org:99999/", "javascript:alert(1)",
			"file:///etc/passwd", "https:example.org", "HTTP://example.org/", "HTTPS://LOCALHOST/",
			"HTTPS://127.0.0.1/" })
	void isRefused(String text) {
		assertThat(this.endpointAddress.findProblem(text)).as(text).isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://example.org/hook?x=1", "https://example.org:8443", "https://1.1.1.1/",
			"https://[2606:4700:4700::1111]/", "HTTPS://Example.org/Path", "Https://example.org/" })
	void urlIsChecked(String text) {
		assertThat(this.endpointAddress.findProblem(text)).as(text).isEmpty();
	}

	@Test
	void privateAddressIsAllowedInDevelopment() {
		var free = new EndpointAddress(
				new WebhookHttpSettings(true, true, Duration.ofSeconds(1), Duration.ofSeconds(1)));
		assertThat(free.findProblem("http://127.0.0.1:9000/hook")).isEmpty();
		assertThat(free.findProblem("ftp://127.0.0.1/")).isPresent();
	}

}
