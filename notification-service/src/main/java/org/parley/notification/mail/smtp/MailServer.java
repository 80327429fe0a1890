package org.parley.notification.mail.smtp;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.parley.notification.mail.MailSettings;

import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * SMTP client with a circuit breaker. Its exceptions distinguish a refused mail from an
 * unavailable server.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321">RFC 5321</a>
 */
@Component
public class MailServer {

	private static final int SERVICE_CLOSING = 421;

	private final JavaMailSender smtp;

	private final MailSettings settings;

	private final CircuitBreaker breaker;

	MailServer(JavaMailSender smtp, MailSettings settings) {
		this.smtp = smtp;
		this.settings = settings;
		this.breaker = CircuitBreaker.of("smtp",
				CircuitBreakerConfig.custom()
					.slidingWindowSize(settings.failures())
					.minimumNumberOfCalls(settings.failures())
					.failureRateThreshold(100)
					.waitDurationInOpenState(settings.pause())
					.permittedNumberOfCallsInHalfOpenState(1)
					.recordException(MailServerUnavailableException.class::isInstance)
					.ignoreException(MailRefusedException.class::isInstance)
					.build());
	}

	/** Whether the circuit breaker permits a mail now. */
	public boolean isAvailable() {
		var state = this.breaker.getState();
		if (state == CircuitBreaker.State.OPEN) {
			var permitted = this.breaker.tryAcquirePermission();
			if (permitted) {
				this.breaker.releasePermission();
			}
			return permitted;
		}
		return true;
	}

	/**
	 * Sends a mail.
	 * @throws MailRefusedException if the server refuses the mail
	 * @throws MailServerUnavailableException if the server is unavailable
	 */
	public void deliver(OutgoingMail outgoingMail) {
		try {
			this.breaker.executeCallable(delivery(outgoingMail));
		}
		catch (CallNotPermittedException ex) {
			throw new MailServerUnavailableException(ex);
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Callable<Boolean> delivery(OutgoingMail outgoingMail) {
		return () -> {
			try {
				this.smtp.send(message(outgoingMail));
				return true;
			}
			catch (MessagingException | UnsupportedEncodingException ex) {
				throw MailRefusedException.malformed(ex);
			}
			catch (MailException ex) {
				throw translated(ex);
			}
		};
	}

	private MimeMessage message(OutgoingMail outgoingMail) throws MessagingException, UnsupportedEncodingException {
		var message = this.smtp.createMimeMessage();
		var parts = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
		parts.setFrom(new InternetAddress(this.settings.from()));
		parts.setTo(new InternetAddress(outgoingMail.to(), true));
		parts.setSubject(outgoingMail.subject());
		parts.setText(outgoingMail.text(), outgoingMail.html());
		for (var header : outgoingMail.headers().entrySet()) {
			message.setHeader(header.getKey(), header.getValue());
		}
		message.setHeader("Message-ID", outgoingMail.messageId());
		return message;
	}

	private static RuntimeException translated(MailException failure) {
		return causes(failure).map((cause) -> refusal(cause, failure))
			.flatMap(Optional::stream)
			.findFirst()
			.orElseGet(() -> new MailServerUnavailableException(failure));
	}

	private static Stream<Throwable> causes(MailException failure) {
		var messages = (failure instanceof MailSendException send) ? Stream.of(send.getMessageExceptions())
				: Stream.<Throwable>empty();
		return Stream.concat(messages, Stream.of(failure))
			.flatMap((cause) -> Stream.iterate(cause, Objects::nonNull, Throwable::getCause).limit(10));
	}

	/** The error reply of the server, unless it is closing. */
	private static Optional<RuntimeException> refusal(Throwable cause, MailException failure) {
		return switch (cause) {
			case SMTPAddressFailedException address when address.getReturnCode() != SERVICE_CLOSING ->
				Optional.of(MailRefusedException.ofRecipient(address.getReturnCode(),
						Objects.requireNonNullElse(address.getMessage(), ""), failure));
			case SMTPSenderFailedException sender when sender.getReturnCode() != SERVICE_CLOSING ->
				Optional.of(MailRefusedException.of(sender.getReturnCode(), failure));
			case SMTPSendFailedException sending when sending.getReturnCode() != SERVICE_CLOSING ->
				Optional.of(MailRefusedException.of(sending.getReturnCode(), failure));
			default -> Optional.empty();
		};
	}

}
