package org.parley.moderation.model;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Sends one request to the provider.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/moderations/create">Create
 * moderation</a>
 */
final class ModerationProviderClient {

	private static final int MAX_RESPONSE_BYTES = 256 * 1024;

	private final RestClient http;

	private final JsonMapper json;

	private final String model;

	ModerationProviderClient(ModerationModelSettings settings, JsonMapper json) {
		this.http = client(settings);
		this.json = json;
		this.model = settings.moderationModel();
	}

	/**
	 * Evaluates a text.
	 * @throws ModerationProviderException when the provider gives no valid response
	 */
	ModelOpinion evaluate(String text) {
		try {
			var body = this.json.writeValueAsBytes(Map.of("model", this.model, "input", text));
			var response = this.http.post()
				.uri("/moderations")
				.contentType(MediaType.APPLICATION_JSON)
				.body(body)
				.exchange((_, received) -> read(received));
			return ModelOpinionReader.read(this.json, Objects.requireNonNull(response));
		}
		catch (ResourceAccessException ex) {
			throw new ModerationProviderException(isTimeout(ex) ? ModelCallOutcome.SLOW : ModelCallOutcome.FAILED, null,
					ex);
		}
		catch (RestClientException ex) {
			throw new ModerationProviderException(ModelCallOutcome.MALFORMED, null, ex);
		}
	}

	private static byte[] read(ClientHttpResponse response) throws IOException {
		var status = response.getStatusCode();
		if (!status.is2xxSuccessful()) {
			throw new ModerationProviderException(outcome(status), retryAfter(response.getHeaders()), null);
		}
		var body = response.getBody().readNBytes(MAX_RESPONSE_BYTES + 1);
		if (body.length > MAX_RESPONSE_BYTES) {
			throw new ModerationProviderException(ModelCallOutcome.MALFORMED);
		}
		return body;
	}

	private static ModelCallOutcome outcome(HttpStatusCode status) {
		return switch (status.value()) {
			case 429 -> ModelCallOutcome.THROTTLED;
			case 400, 413, 422 -> ModelCallOutcome.UNFIT;
			default -> status.is5xxServerError() ? ModelCallOutcome.FAILED : ModelCallOutcome.REFUSED;
		};
	}

	/** Parses seconds. A date is ignored, so that our own delay applies. */
	private static @Nullable Duration retryAfter(HttpHeaders headers) {
		var header = headers.getFirst(HttpHeaders.RETRY_AFTER);
		return (header != null && header.matches("\\d{1,6}")) ? Duration.ofSeconds(Long.parseLong(header)) : null;
	}

	private static boolean isTimeout(@Nullable Throwable failure) {
		return switch (failure) {
			case null -> false;
			case TimeoutException _ -> true;
			case java.net.SocketTimeoutException _ -> true;
			case java.net.http.HttpTimeoutException _ -> true;
			default -> isTimeout(failure.getCause());
		};
	}

	private static RestClient client(ModerationModelSettings settings) {
		var http = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(settings.connectTimeout())
			.build();
		var requests = new JdkClientHttpRequestFactory(http);
		requests.setReadTimeout(settings.readTimeout());
		return RestClient.builder().requestFactory(requests).baseUrl(settings.url()).defaultHeaders((headers) -> {
			if (!settings.key().isEmpty()) {
				headers.setBearerAuth(settings.key());
			}
			headers.set(HttpHeaders.USER_AGENT, "parley");
			headers.setAcceptCharset(java.util.List.of(StandardCharsets.UTF_8));
		}).build();
	}

}
