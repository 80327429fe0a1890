package org.parley.webhook.provider;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.platform.domain.HmacSha256;
import org.parley.webhook.provider.ProviderSettings.Scheme;
import org.parley.webhook.provider.verification.InboundRequest;
import org.parley.webhook.provider.verification.WebhookProvider;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

class GitHubProviderTests implements ProviderContract {

	@Override
	public WebhookProvider provider(String... secrets) {
		return new ProviderSettings(Scheme.GITHUB, List.of(secrets), "", "", "", Duration.ofMinutes(5), null, null)
			.provider();
	}

	@Override
	public HttpHeaders signed(String id, Instant at, byte[] body) {
		var headers = new HttpHeaders();
		headers.set("X-Hub-Signature-256",
				"sha256=" + HexFormat.of().formatHex(HmacSha256.of(SECRET.getBytes(StandardCharsets.UTF_8), body)));
		return headers;
	}

	/** The example in GitHub's documentation. */
	@Test
	void signatureMatchesGitHubExample() {
		var body = "Hello, World!".getBytes(StandardCharsets.UTF_8);
		var headers = new HttpHeaders();
		headers.set("X-Hub-Signature-256", "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");
		assertThat(provider("It's a Secret to Everybody").verify(new InboundRequest(headers, body), NOW).sentAt())
			.isNull();
	}

	@Test
	void headerTellsTheTypeOfTheEvent() {
		var body = "{}".getBytes(StandardCharsets.UTF_8);
		var headers = signed("evt-1", NOW, body);
		headers.set("X-GitHub-Event", "pull_request");
		assertThat(provider(SECRET).verify(new InboundRequest(headers, body), NOW).type()).isEqualTo("pull_request");
		headers.set("X-GitHub-Event", "<script>");
		assertThat(provider(SECRET).verify(new InboundRequest(headers, body), NOW).type()).isNull();
	}

}
