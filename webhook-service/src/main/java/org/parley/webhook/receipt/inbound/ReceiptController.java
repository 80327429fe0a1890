package org.parley.webhook.receipt.inbound;

import java.io.IOException;
import java.io.InputStream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.parley.platform.web.Data;
import org.parley.webhook.provider.verification.InboundRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Receives webhooks of providers, which authenticate by signature. */
@RestController
@Tag(name = "Webhooks")
class ReceiptController {

	private final ReceiveWebhook receiveWebhook;

	private final BodyMemory bodyMemory;

	ReceiptController(ReceiveWebhook receiveWebhook, BodyMemory bodyMemory) {
		this.receiveWebhook = receiveWebhook;
		this.bodyMemory = bodyMemory;
	}

	/**
	 * Reads the body from the connection, since converters would change the signed bytes
	 * of a form.
	 */
	@PostMapping("/api/v1/webhook/{provider}")
	@Operation(summary = "Receive a signed webhook", requestBody = @RequestBody(
			content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary"))))
	Data<ReceiptAcknowledgement> receive(@PathVariable String provider, @RequestHeader HttpHeaders headers,
			InputStream body) {
		try {
			return this.bodyMemory.read(body, (bytes) -> new Data<>(new ReceiptAcknowledgement(
					this.receiveWebhook.receive(provider, new InboundRequest(headers, bytes)))));
		}
		catch (IOException ex) {
			throw new HttpMessageNotReadableException("The body ended early or was too long", ex,
					new HttpInputMessage() {

						@Override
						public InputStream getBody() {
							return body;
						}

						@Override
						public HttpHeaders getHeaders() {
							return headers;
						}

					});
		}
	}

	/** The response to a provider. */
	record ReceiptAcknowledgement(String id) {
	}

}
