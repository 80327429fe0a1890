package org.parley.notification.mail.transport.server;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.parley.notification.mail.transport.MailServer;
import org.parley.notification.mail.transport.OutgoingMail;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API of SendGrid. Its reports name a mail by the argument {@code mail}.
 *
 * @see <a href=
 * "https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send">Mail Send</a>
 */
final class SendGridMailServer implements MailServer {

	private static final String REPLY_TO = "Reply-To";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final MailServerAddress address;

	private final String from;

	private final MailApi api;

	/** Sends mails from an address. */
	SendGridMailServer(MailServerAddress address, String from, MailApi api) {
		this.address = address;
		this.from = from;
		this.api = api;
	}

	@Override
	public String name() {
		return this.address.name();
	}

	@Override
	public void send(OutgoingMail mail) {
		this.api.post(this.address.api("/v3/mail/send"), "Bearer " + this.address.password(), "application/json",
				JSON.writeValueAsBytes(request(mail)));
	}

	/**
	 * Links are not rewritten: they have secrets, and lead to the site that they name.
	 */
	private Map<String, Object> request(OutgoingMail mail) {
		var headers = new TreeMap<>(mail.headers());
		var replyTo = headers.remove(REPLY_TO);
		headers.put("Message-ID", mail.messageId());
		var off = Map.of("enable", false);
		var request = new TreeMap<String, Object>();
		request.put("personalizations",
				List.of(Map.of("to", List.of(Map.of("email", mail.to())), "custom_args", Map.of("mail", mail.id()))));
		request.put("from", Map.of("email", this.from, "name", mail.sender()));
		request.put("subject", mail.subject());
		request.put("content", List.of(Map.of("type", "text/plain", "value", mail.text()),
				Map.of("type", "text/html", "value", mail.html())));
		request.put("headers", headers);
		request.put("tracking_settings", Map.of("click_tracking", off, "open_tracking", off));
		if (replyTo != null) {
			request.put("reply_to", Map.of("email", replyTo));
		}
		return request;
	}

	/** The API has nothing that could be asked without sending a mail. */
	@Override
	public void check() {
	}

}
