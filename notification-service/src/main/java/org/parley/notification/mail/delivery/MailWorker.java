package org.parley.notification.mail.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.parley.notification.mail.Mail;
import org.parley.notification.mail.Mails;
import org.parley.notification.mail.smtp.MailServer;
import org.parley.platform.events.cluster.DueWork;
import org.parley.platform.web.ProcessRole;
import org.parley.platform.web.RequestOrigin;

import org.springframework.stereotype.Component;

/** Claims due mails one after the other and delivers them. */
@Component
class MailWorker extends DueWork {

	private static final Duration UNAVAILABLE_PAUSE = Duration.ofSeconds(1);

	private final Mails mails;

	private final MailServer mailServer;

	private final DeliverMail deliverMail;

	private final ProcessRole processRole;

	private final InstantSource clock;

	MailWorker(Mails mails, MailServer mailServer, DeliverMail deliverMail, ProcessRole processRole,
			InstantSource clock) {
		super(clock);
		this.mails = mails;
		this.mailServer = mailServer;
		this.deliverMail = deliverMail;
		this.processRole = processRole;
		this.clock = clock;
	}

	/** A mail server that is unavailable is tried again soon. */
	@Override
	protected Optional<Instant> findNextDue() {
		if (!this.processRole.works()) {
			return Optional.empty();
		}
		return this.mailServer.isAvailable() ? this.mails.findNextDue()
				: Optional.of(this.clock.instant().plus(UNAVAILABLE_PAUSE));
	}

	@Override
	public boolean doBatch() {
		if (!this.mailServer.isAvailable()) {
			return false;
		}
		var mail = this.mails.claim();
		mail.ifPresent(this::deliver);
		return mail.isPresent();
	}

	private void deliver(Mail mail) {
		var origin = (mail.correlationId() != null) ? RequestOrigin.of(mail.correlationId(), null)
				: RequestOrigin.begin();
		try (var _ = origin.open()) {
			this.deliverMail.deliver(mail);
		}
	}

}
