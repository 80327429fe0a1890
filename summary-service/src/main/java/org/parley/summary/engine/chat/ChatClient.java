package org.parley.summary.engine.chat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.parley.summary.engine.EngineFailedException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Sends one request to an OpenAI-compatible chat completions API.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/chat">Chat Completions</a>
 */
class ChatClient {

	private static final int MAX_RESPONSE_BYTES = 256 * 1024;

	private final RestClient http;

	private final URI uri;

	private final JsonMapper json;

	ChatClient(ChatModelSettings settings, JsonMapper json) {
		var client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(settings.connectTimeout())
			.build();
		var requests = new JdkClientHttpRequestFactory(client);
		requests.setReadTimeout(settings.timeout());
		var http = RestClient.builder().requestFactory(requests);
		if (!settings.key().isBlank()) {
			http.defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + settings.key());
		}
		this.http = http.build();
		this.uri = settings.completionsUri();
		this.json = json;
	}

	/**
	 * Sends a prompt.
	 * @throws ChatProviderException when the provider does not answer
	 * @throws ChatQuestionRefusedException when the provider rejects the prompt
	 * @throws ChatAnswerInvalidException when the response is not a chat completion
	 */
	ChatCompletion send(ObjectNode prompt) {
		try {
			return this.http.post()
				.uri(this.uri)
				.contentType(MediaType.APPLICATION_JSON)
				.accept(MediaType.APPLICATION_JSON)
				.body(prompt.toString().getBytes(StandardCharsets.UTF_8))
				.exchangeForRequiredValue((_, response) -> read(response));
		}
		catch (ResourceAccessException ex) {
			throw ChatProviderException.temporary("unreachable", Duration.ZERO, ex);
		}
		catch (RestClientException ex) {
			throw ChatProviderException.temporary("unreadable", Duration.ZERO, ex);
		}
	}

	private ChatCompletion read(ClientHttpResponse response) throws IOException {
		var status = response.getStatusCode();
		if (status.is2xxSuccessful()) {
			return completion(response.getBody().readNBytes(MAX_RESPONSE_BYTES + 1));
		}
		throw failure(status, response.getHeaders());
	}

	private ChatCompletion completion(byte[] body) {
		if (body.length > MAX_RESPONSE_BYTES) {
			throw new ChatAnswerInvalidException("The response is too large");
		}
		try {
			var answer = this.json.readTree(body);
			var content = answer.at("/choices/0/message/content");
			if (!content.isString()) {
				throw new ChatAnswerInvalidException("The response has no message");
			}
			return new ChatCompletion(content.asString(), Math.max(0, answer.at("/usage/total_tokens").asLong(0)));
		}
		catch (JacksonException ex) {
			throw new ChatAnswerInvalidException("The response is not JSON");
		}
	}

	private static EngineFailedException failure(HttpStatusCode status, HttpHeaders headers) {
		return switch (status.value()) {
			case 429 -> ChatProviderException.temporary("limited", retryAfter(headers), null);
			case 400, 413, 422 -> new ChatQuestionRefusedException();
			default -> status.is5xxServerError() ? ChatProviderException.temporary("error", retryAfter(headers), null)
					: ChatProviderException.permanent("refused");
		};
	}

	/** Parses seconds. A date is ignored. */
	private static Duration retryAfter(HttpHeaders headers) {
		var value = headers.getFirst(HttpHeaders.RETRY_AFTER);
		return (value != null && value.matches("\\d{1,6}")) ? Duration.ofSeconds(Long.parseLong(value)) : Duration.ZERO;
	}

}
