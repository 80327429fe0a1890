package org.parley.notification.mail.smtp;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
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
				throw new MailRefusedException("mail.malformed", ex);
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
		var code = causes(failure).mapToInt(MailServer::replyCode).filter((reply) -> reply != 0).findFirst().orElse(0);
		if (code == 0 || code == SERVICE_CLOSING) {
			return new MailServerUnavailableException(failure);
		}
		return new MailRefusedException("smtp." + code, failure);
	}

	private static Stream<Throwable> causes(MailException failure) {
		var messages = (failure instanceof MailSendException send) ? Stream.of(send.getMessageExceptions())
				: Stream.<Throwable>empty();
		return Stream.concat(messages, Stream.of(failure))
			.flatMap((cause) -> Stream.iterate(cause, Objects::nonNull, Throwable::getCause).limit(10));
	}

	/** The reply code of the server (RFC 5321), or 0. */
	private static int replyCode(Throwable cause) {
		return switch (cause) {
			case SMTPAddressFailedException address -> address.getReturnCode();
			case SMTPSenderFailedException sender -> sender.getReturnCode();
			case SMTPSendFailedException sending -> sending.getReturnCode();
			default -> 0;
		};
	}

}
