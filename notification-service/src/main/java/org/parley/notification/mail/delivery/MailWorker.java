package org.parley.notification.mail.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

import io.micrometer.tracing.Span;
import org.parley.notification.mail.Mail;
import org.parley.notification.mail.Mails;
import org.parley.notification.mail.transport.MailServers;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.cluster.DueWork;
import org.parley.platform.runtime.ProcessRole;
import org.parley.platform.runtime.tracing.SpanRecorder;

import org.springframework.stereotype.Component;

/** Claims due mails one after the other and delivers them. */
@Component
class MailWorker extends DueWork {

	private static final Duration UNAVAILABLE_PAUSE = Duration.ofSeconds(1);

	private final Mails mails;

	private final MailServers mailServers;

	private final DeliverMail deliverMail;

	private final ProcessRole processRole;

	private final InstantSource clock;

	private final SpanRecorder spans;

	MailWorker(Mails mails, MailServers mailServers, DeliverMail deliverMail, ProcessRole processRole,
			InstantSource clock, SpanRecorder spans) {
		super(clock);
		this.mails = mails;
		this.mailServers = mailServers;
		this.deliverMail = deliverMail;
		this.processRole = processRole;
		this.clock = clock;
		this.spans = spans;
	}

	/** A mail server that is unavailable is tried again soon. */
	@Override
	protected Optional<Instant> findNextDue() {
		if (!this.processRole.works()) {
			return Optional.empty();
		}
		return this.mailServers.isAvailable() ? this.mails.findNextDue()
				: Optional.of(this.clock.instant().plus(UNAVAILABLE_PAUSE));
	}

	@Override
	public boolean doBatch() {
		if (!this.mailServers.isAvailable()) {
			return false;
		}
		var mail = this.mails.claim();
		mail.ifPresent(this::deliver);
		return mail.isPresent();
	}

	private void deliver(Mail mail) {
		var correlationId = Objects.requireNonNullElseGet(mail.correlationId(), Ids::next);
		try (var span = this.spans.open("send mail", Span.Kind.CLIENT, correlationId, mail.traceparent())) {
			span.run(() -> this.deliverMail.deliver(mail));
		}
	}

}
