package org.parley.realtime.message;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.parley.platform.runtime.http.RestClients;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Sends a message for a user by the API of chat-service, with the user's own token. The
 * rules, the limits and the stored message are those of the API.
 */
@Component
@EnableConfigurationProperties(MessageSenderSettings.class)
public class MessageSender {

	private static final Logger log = LoggerFactory.getLogger(MessageSender.class);

	private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {
	};

	private static final SentMessage UNAVAILABLE = SentMessage.refused("service.unavailable");

	private final RestClient http;

	MessageSender(MessageSenderSettings settings) {
		this.http = RestClients.builder(settings.timeout()).baseUrl(settings.service()).build();
	}

	/**
	 * Sends a message. When no answer arrives, the message may have been stored; sending
	 * it again with the same client id is safe.
	 */
	public SentMessage send(String conversationId, NewMessage message, String token) {
		try {
			return this.http.post()
				.uri("/api/v1/chat/conversations/{id}/messages", conversationId)
				.headers((headers) -> headers.setBearerAuth(token))
				.contentType(MediaType.APPLICATION_JSON)
				.body(message)
				.exchange((_, response) -> sent(response));
		}
		catch (RestClientException ex) {
			log.atWarn().addKeyValue("cause", ex.getClass().getName()).log("chat-service did not answer");
			return UNAVAILABLE;
		}
	}

	@SuppressWarnings("unchecked")
	private static SentMessage sent(RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse response)
			throws IOException {
		var status = response.getStatusCode();
		var body = status.is5xxServerError() ? null : response.bodyTo(OBJECT);
		if (body == null) {
			return UNAVAILABLE;
		}
		return status.is2xxSuccessful() ? new SentMessage("ok", (Map<String, Object>) body.get("data"))
				: SentMessage.refused(String.valueOf(body.get("code")));
	}

	/**
	 * The outcome of sending a message.
	 *
	 * @param code {@code ok} or the problem code
	 * @param message the message as the API returns it; null if it was refused
	 */
	public record SentMessage(String code, @Nullable Map<String, Object> message) {

		static SentMessage refused(String code) {
			return new SentMessage(code, null);
		}

		/** Returns the acknowledgement for the client. */
		public Map<String, Object> answer() {
			return (this.message != null) ? Map.of("ok", true, "message", this.message)
					: Map.of("ok", false, "code", this.code);
		}

	}

	/**
	 * A message that a client sends.
	 *
	 * @param text the Markdown source, if any
	 * @param clientId the client's id of the message; the same id sends it once
	 * @param replyTo id of the message that it answers, if any
	 * @param attachments ids of the attached media, if any
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record NewMessage(@Nullable String text, String clientId, @Nullable String replyTo,
			@Nullable List<String> attachments) {
	}

}
