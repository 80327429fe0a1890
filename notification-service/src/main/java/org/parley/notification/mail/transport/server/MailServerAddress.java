package org.parley.notification.mail.transport.server;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

/**
 * Where a mail server is, and how many mails it takes, as an address:
 * {@code smtp://user:password@smtp.example.org:587?limit=100}.
 *
 * @param secure whether TLS begins with the connection
 * @param port -1 for the usual one
 * @param user the user; for Mailgun the domain of the sender
 * @param password the password, or the key of an API
 * @param limit mails a minute; null for any number
 */
record MailServerAddress(Protocol protocol, boolean secure, String host, int port, String user, String password,
		@Nullable Integer limit) {

	/** The server keeps the times of so many mails. */
	private static final int MAX_LIMIT = 6_000;

	private static final Pattern LIMIT = Pattern.compile("limit=([1-9][0-9]{0,3})");

	/**
	 * Reads an address.
	 * @throws IllegalArgumentException without the address, which has secrets
	 */
	static MailServerAddress of(String text) {
		try {
			return of(URI.create(text.strip()));
		}
		catch (IllegalArgumentException ex) {
			// Its message contains the address.
			throw new IllegalArgumentException("parley.mail.transport.servers: an address must be"
					+ " smtp://user:password@host:port, smtps://…, sendgrid://:key@api.sendgrid.com or"
					+ " mailgun://domain:key@api.mailgun.net, with ?limit=1 to " + MAX_LIMIT
					+ " mails a minute if needed; other characters than letters and digits in user and password"
					+ " must be percent-encoded");
		}
	}

	private static MailServerAddress of(URI uri) {
		var scheme = String.valueOf(uri.getScheme()).split("\\+", 2);
		var protocol = Protocol.of(scheme[0]);
		var user = Objects.requireNonNullElse(uri.getRawUserInfo(), "").split(":", 2);
		require(uri.getHost() != null && (uri.getPath().isEmpty() || uri.getPath().equals("/")));
		require(protocol == Protocol.SMTP || user.length == 2);
		require(scheme.length == 1 || (protocol != Protocol.SMTP && scheme[1].matches("https?")));
		var secure = (protocol == Protocol.SMTP) ? scheme[0].equals("smtps")
				: scheme.length == 1 || scheme[1].equals("https");
		return new MailServerAddress(protocol, secure, uri.getHost(), uri.getPort(), decoded(user[0]),
				(user.length == 2) ? decoded(user[1]) : "", limit(uri.getRawQuery()));
	}

	private static @Nullable Integer limit(@Nullable String query) {
		if (query == null) {
			return null;
		}
		var limit = LIMIT.matcher(query);
		require(limit.matches() && Integer.parseInt(limit.group(1)) <= MAX_LIMIT);
		return Integer.valueOf(limit.group(1));
	}

	private static String decoded(String part) {
		return UriUtils.decode(part, StandardCharsets.UTF_8);
	}

	private static void require(boolean holds) {
		if (!holds) {
			throw new IllegalArgumentException();
		}
	}

	/** The name in logs and in the database, without secrets. */
	String name() {
		return this.protocol.name().toLowerCase(Locale.ROOT) + "://" + place();
	}

	/** The address of an HTTP API. */
	URI api(String path) {
		return URI.create((this.secure ? "https://" : "http://") + place() + path);
	}

	private String place() {
		return (this.port >= 0) ? this.host + ":" + this.port : this.host;
	}

	@Override
	public String toString() {
		return name();
	}

	/** How a server is spoken to. */
	enum Protocol {

		SMTP, SENDGRID, MAILGUN;

		private static Protocol of(String scheme) {
			return switch (scheme) {
				case "smtp", "smtps" -> SMTP;
				case "sendgrid" -> SENDGRID;
				case "mailgun" -> MAILGUN;
				default -> throw new IllegalArgumentException();
			};
		}

	}

}
