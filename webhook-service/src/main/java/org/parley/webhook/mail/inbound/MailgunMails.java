package org.parley.webhook.mail.inbound;

import java.util.Arrays;
import java.util.Optional;

import jakarta.mail.internet.InternetHeaders;
import org.parley.webhook.mail.inbound.AuthenticationResults.Method;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mails of Mailgun's routes, parsed, or raw if the address of the route ends with
 * {@code mime}.
 *
 * @see <a href=
 * "https://documentation.mailgun.com/docs/mailgun/user-manual/receive-forward-store/receive-http">
 * Receiving messages via HTTP</a>
 */
final class MailgunMails implements InboundMailFormat {

	@Override
	public Optional<InboundMail> read(MailRequest request) {
		if (!request.isForm()) {
			return Optional.empty();
		}
		var form = FormFields.of(request.contentType(), request.body());
		var recipients = Arrays.stream(form.get("recipient").split(","))
			.map(String::strip)
			.filter((recipient) -> !recipient.isEmpty())
			.toList();
		if (recipients.isEmpty()) {
			return Optional.empty();
		}
		var raw = form.bytes("body-mime");
		if (raw != null) {
			var mail = MimeMail.of(raw);
			return Optional.of(new InboundMail(mail.headers(), recipients, mail.content(), mail.pictures(),
					results(mail.headers(), form)));
		}
		var headers = headers(form.get("message-headers"));
		var pictures = form.pictures(json(form.get("content-id-map")));
		var content = InboundMail.Content.of(form.get("subject"), form.get("body-plain"), form.get("body-html"),
				pictures);
		return Optional.of(new InboundMail(headers, recipients, content, pictures, results(headers, form)));
	}

	private static InternetHeaders headers(String list) {
		var headers = new InternetHeaders();
		json(list).forEach((header) -> headers.addHeader(header.path(0).asString(""), header.path(1).asString("")));
		return headers;
	}

	private static JsonNode json(String text) {
		try {
			return JsonMapper.shared().readTree(text);
		}
		catch (JacksonException ex) {
			throw new MalformedMailException(ex);
		}
	}

	/** Mailgun adds its headers before those of the mail, whose author may add others. */
	private static AuthenticationResults results(InternetHeaders headers, FormFields form) {
		var results = new AuthenticationResults();
		InboundMail.first(headers, "X-Mailgun-Spf")
			.ifPresent((result) -> results.add(Method.SPF, result, form.get("sender")));
		InboundMail.first(headers, "X-Mailgun-Dkim-Check-Result")
			.ifPresent((result) -> results.add(Method.DKIM, result, AuthenticationResults.signingDomain(headers)));
		return results;
	}

}
