package org.parley.webhook.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import org.parley.platform.domain.HmacSha256;
import org.parley.webhook.mail.inbound.FormFields;
import org.parley.webhook.mail.inbound.MalformedMailException;
import org.parley.webhook.provider.verification.InboundRequest;
import org.parley.webhook.provider.verification.RequiredHeaders;
import org.parley.webhook.provider.verification.SignatureRefusal;
import org.parley.webhook.provider.verification.SignatureRefusedException;
import org.parley.webhook.provider.verification.SignatureTimestamp;
import org.parley.webhook.provider.verification.VerifiedWebhook;
import org.parley.webhook.provider.verification.WebhookProvider;

/**
 * Verifies webhooks and routes of Mailgun, whose signature stands in the body and covers
 * only a timestamp and a token, not the events. The token identifies the webhook, so each
 * is accepted once, and handlers must bound what a changed body can do.
 *
 * @see <a href=
 * "https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks">
 * Securing Webhooks</a>
 */
final class MailgunProvider implements WebhookProvider {

	private static final Pattern TOKEN = Pattern.compile("[0-9A-Za-z]{16,128}");

	private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{64}");

	private static final JsonFactory JSON = new JsonFactory();

	private final ProviderSettings settings;

	private final List<byte[]> keys;

	MailgunProvider(ProviderSettings settings) {
		this.settings = settings;
		this.keys = settings.keys();
	}

	@Override
	public VerifiedWebhook verify(InboundRequest request, Instant now) {
		var values = values(request);
		var token = RequiredHeaders.match(values.get("token"), TOKEN).group();
		var time = RequiredHeaders.match(values.get("timestamp"), RequiredHeaders.DIGITS).group();
		var given = HexFormat.of().parseHex(RequiredHeaders.match(values.get("signature"), SIGNATURE).group());
		var signed = (time + token).getBytes(StandardCharsets.US_ASCII);
		if (this.keys.stream().noneMatch((key) -> MessageDigest.isEqual(HmacSha256.of(key, signed), given))) {
			throw new SignatureRefusedException(SignatureRefusal.BAD_SIGNATURE);
		}
		return new VerifiedWebhook(token, SignatureTimestamp.parse(time, now, this.settings.tolerance()));
	}

	/** Reads a form, in which a route passes a mail on, or JSON. */
	private static Map<String, String> values(InboundRequest request) {
		try {
			var form = FormFields.of(request.contentType(), request.body());
			var values = new HashMap<String, String>();
			for (var name : List.of("token", "timestamp", "signature")) {
				var value = form.find(name);
				if (value != null) {
					values.put(name, value);
				}
			}
			return values.isEmpty() ? signature(request.body()) : values;
		}
		catch (MalformedMailException ex) {
			return Map.of();
		}
	}

	/** Reads only the object {@code signature}, since nothing else is verified yet. */
	private static Map<String, String> signature(byte[] body) {
		try (var parser = JSON.createParser(ObjectReadContext.empty(), body)) {
			if (parser.nextToken() == JsonToken.START_OBJECT) {
				while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
					boolean found = "signature".equals(parser.currentName());
					if (parser.nextToken() == JsonToken.START_OBJECT && found) {
						return strings(parser);
					}
					parser.skipChildren();
				}
			}
			return Map.of();
		}
		catch (JacksonException ex) {
			return Map.of();
		}
	}

	private static Map<String, String> strings(JsonParser parser) {
		var values = new HashMap<String, String>();
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			var name = parser.currentName();
			if (parser.nextToken().isScalarValue()) {
				values.put(name, parser.getString());
			}
			parser.skipChildren();
		}
		return values;
	}

}
