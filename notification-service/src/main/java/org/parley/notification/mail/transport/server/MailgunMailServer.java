package org.parley.notification.mail.transport.server;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import jakarta.mail.internet.InternetAddress;
import org.parley.notification.mail.transport.MailServer;
import org.parley.notification.mail.transport.OutgoingMail;

import org.springframework.web.util.UriUtils;

/**
 * The API of Mailgun. Its reports name a mail by its Message-ID.
 *
 * @see <a href=
 * "https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/messages">Messages</a>
 */
final class MailgunMailServer implements MailServer {

	private final MailServerAddress address;

	private final String from;

	private final MailApi api;

	/** Sends mails from an address. */
	MailgunMailServer(MailServerAddress address, String from, MailApi api) {
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
		var login = Base64.getEncoder()
			.encodeToString(("api:" + this.address.password()).getBytes(StandardCharsets.UTF_8));
		var path = "/v3/" + encoded(this.address.user()) + "/messages";
		this.api.post(this.address.api(path), "Basic " + login, "application/x-www-form-urlencoded",
				form(mail).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Links are not rewritten: they have secrets, and lead to the site that they name.
	 */
	private String form(OutgoingMail mail) {
		var form = new StringBuilder();
		append(form, "from", sender(mail.sender()));
		append(form, "to", mail.to());
		append(form, "subject", mail.subject());
		append(form, "text", mail.text());
		append(form, "html", mail.html());
		append(form, "o:tracking", "no");
		append(form, "v:mail", mail.id());
		append(form, "h:Message-Id", mail.messageId());
		mail.headers().forEach((name, value) -> append(form, "h:" + name, value));
		return form.toString();
	}

	private String sender(String name) {
		try {
			return new InternetAddress(this.from, name, StandardCharsets.UTF_8.name()).toUnicodeString();
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void append(StringBuilder form, String name, String value) {
		form.append(form.isEmpty() ? "" : "&").append(encoded(name)).append('=').append(encoded(value));
	}

	private static String encoded(String value) {
		return UriUtils.encode(value, StandardCharsets.UTF_8);
	}

	/** The API has nothing that could be asked without sending a mail. */
	@Override
	public void check() {
	}

}
