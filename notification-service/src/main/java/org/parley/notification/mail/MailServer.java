package org.parley.notification.mail;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
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
import org.jspecify.annotations.Nullable;

import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * The SMTP server, behind a circuit breaker. It says of a failure whether the mail is at
 * fault or the server.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321">RFC 5321</a>
 */
@Component
class MailServer {

	private static final int CLOSING = 421;

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
					.recordException(MailServerAwayException.class::isInstance)
					.ignoreException(MailRefusedException.class::isInstance)
					.build());
	}

	/**
	 * Whether it may be asked now; no while it has just been away.
	 */
	boolean isThere() {
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
	 * Hands a mail over.
	 * @throws MailRefusedException when the server does not take it
	 * @throws MailServerAwayException when it cannot be asked
	 */
	void deliver(OutgoingMail outgoingMail) {
		try {
			this.breaker.executeCallable(delivery(outgoingMail));
		}
		catch (CallNotPermittedException ex) {
			throw new MailServerAwayException(ex);
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
				throw explained(ex);
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

	private static RuntimeException explained(MailException failure) {
		var code = causes(failure).mapToInt(MailServer::answer).filter((answer) -> answer != 0).findFirst().orElse(0);
		if (code == 0 || code == CLOSING) {
			return new MailServerAwayException(failure);
		}
		return new MailRefusedException("smtp." + code, failure);
	}

	private static Stream<Throwable> causes(MailException failure) {
		var messages = (failure instanceof MailSendException send) ? Stream.of(send.getMessageExceptions())
				: Stream.<Throwable>empty();
		return Stream.concat(messages, Stream.of(failure))
			.flatMap((cause) -> Stream.iterate(cause, MailServer::isThere, Throwable::getCause).limit(10));
	}

	private static boolean isThere(@Nullable Throwable cause) {
		return cause != null;
	}

	/** The status code of RFC 5321 that the server has answered with, or 0. */
	private static int answer(Throwable cause) {
		return switch (cause) {
			case SMTPAddressFailedException address -> address.getReturnCode();
			case SMTPSenderFailedException sender -> sender.getReturnCode();
			case SMTPSendFailedException sending -> sending.getReturnCode();
			default -> 0;
		};
	}

}
