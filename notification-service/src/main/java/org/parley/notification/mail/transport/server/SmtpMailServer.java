package org.parley.notification.mail.transport.server;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.parley.notification.mail.transport.MailRefusedException;
import org.parley.notification.mail.transport.MailServer;
import org.parley.notification.mail.transport.MailServerUnavailableException;
import org.parley.notification.mail.transport.MailUnconfirmedException;
import org.parley.notification.mail.transport.OutgoingMail;

/**
 * A server that speaks SMTP, with STARTTLS or with TLS from the beginning.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321">RFC 5321</a>
 */
final class SmtpMailServer implements MailServer {

	private static final int SUBMISSION = 587;

	private static final int SUBMISSIONS = 465;

	/** The service closes, or wants TLS or another password first. */
	private static final Set<Integer> NOT_ABOUT_MAIL = Set.of(421, 454, 530, 534, 535, 538);

	private final MailServerAddress address;

	private final Session session;

	private final MimeMails mimeMails;

	/**
	 * Talks to a server.
	 * @param properties the settings of Jakarta Mail that all servers have
	 */
	SmtpMailServer(MailServerAddress address, Properties properties, MimeMails mimeMails) {
		this.address = address;
		this.session = Session.getInstance(own(properties, address));
		this.mimeMails = mimeMails;
	}

	private static Properties own(Properties properties, MailServerAddress address) {
		var own = new Properties();
		own.putAll(properties);
		// Its mail is accepted; what the server says to QUIT does not matter.
		own.put("mail.smtp.quitwait", "false");
		if (address.secure()) {
			own.put("mail.smtp.ssl.enable", "true");
			own.put("mail.smtp.starttls.enable", "false");
			own.put("mail.smtp.starttls.required", "false");
		}
		return own;
	}

	@Override
	public String name() {
		return this.address.name();
	}

	@Override
	public void send(OutgoingMail mail) {
		var message = this.mimeMails.message(this.session, mail);
		var connection = new Connection(this.session);
		try {
			connect(connection);
			connection.sendMessage(message, message.getAllRecipients());
		}
		catch (MessagingException ex) {
			throw translated(ex, connection.isMailComplete);
		}
		finally {
			close(connection);
		}
	}

	@Override
	public void check() {
		var connection = new Connection(this.session);
		try {
			connect(connection);
		}
		catch (MessagingException ex) {
			throw new MailServerUnavailableException(ex);
		}
		finally {
			close(connection);
		}
	}

	private void connect(Connection connection) throws MessagingException {
		var port = this.address.secure() ? SUBMISSIONS : SUBMISSION;
		connection.connect(this.address.host(), (this.address.port() >= 0) ? this.address.port() : port,
				orNull(this.address.user()), orNull(this.address.password()));
	}

	private static @Nullable String orNull(String value) {
		return value.isEmpty() ? null : value;
	}

	private static void close(Connection connection) {
		try {
			connection.close();
		}
		catch (MessagingException ex) {
			// The outcome is known, whatever ends the connection.
		}
	}

	private static RuntimeException translated(MessagingException failure, boolean isMailComplete) {
		return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
			.limit(10)
			.map((cause) -> refusal(cause, failure))
			.flatMap(Optional::stream)
			.findFirst()
			.orElseGet(() -> (isMailComplete && !isRefusal(failure)) ? new MailUnconfirmedException(failure)
					: new MailServerUnavailableException(failure));
	}

	/**
	 * The error reply of the server, unless it is not about the mail: all mails have the
	 * sender that it refuses.
	 */
	private static Optional<RuntimeException> refusal(Throwable cause, MessagingException failure) {
		return switch (cause) {
			case SMTPAddressFailedException address when isAboutMail(address.getReturnCode()) ->
				Optional.of(MailRefusedException.ofRecipient(address.getReturnCode(), reply(address), failure));
			case SMTPSendFailedException sending when isAboutMail(sending.getReturnCode())
					&& !(sending.getNextException() instanceof SMTPSenderFailedException) ->
				Optional.of(MailRefusedException.of(sending.getReturnCode(), reply(sending), failure));
			default -> Optional.empty();
		};
	}

	private static String reply(MessagingException error) {
		return Objects.requireNonNullElse(error.getMessage(), "");
	}

	private static boolean isAboutMail(int code) {
		return isError(code) && !NOT_ABOUT_MAIL.contains(code);
	}

	/** A connection that ends without a reply has the code -1. */
	private static boolean isError(int code) {
		return code >= 400;
	}

	/** Whether the server has replied that it does not accept the mail. */
	private static boolean isRefusal(MessagingException failure) {
		return failure instanceof SMTPSendFailedException sending && isError(sending.getReturnCode());
	}

	/** A connection that knows whether the server has got the whole mail. */
	private static final class Connection extends SMTPTransport {

		private boolean isMailComplete;

		Connection(Session session) {
			super(session, new URLName("smtp", null, -1, null, null, null));
		}

		@Override
		protected void finishData() throws IOException, MessagingException {
			this.isMailComplete = true;
			super.finishData();
		}

	}

}
