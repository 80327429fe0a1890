package org.parley.notification.mail;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.events.secret.BrokenSealException;
import org.parley.platform.web.ProcessRole;
import org.parley.platform.web.RequestOrigin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Sends what waits, one mail after the other; the workers share them by claims. A crash
 * between the server's yes and our record sends a mail twice, under the same message id.
 */
@Component
class MailWorker implements ClusterLoop.Work {

	private static final Logger log = LoggerFactory.getLogger(MailWorker.class);

	private static final Duration UNTIL_KNOWN = Duration.ofSeconds(10);

	private final Mails mails;

	private final MailServer server;

	private final MailComposer mailComposer;

	private final Recipients recipients;

	private final MailRelevance mailRelevance;

	private final Surroundings surroundings;

	MailWorker(Mails mails, MailServer server, MailComposer mailComposer, Recipients recipients,
			MailRelevance mailRelevance, Surroundings surroundings) {
		this.mails = mails;
		this.server = server;
		this.mailComposer = mailComposer;
		this.recipients = recipients;
		this.mailRelevance = mailRelevance;
		this.surroundings = surroundings;
	}

	@Override
	public boolean waits() {
		return this.surroundings.role().works() && this.server.isThere() && this.mails.areDue();
	}

	@Override
	public boolean doBatch() {
		if (!this.server.isThere()) {
			return false;
		}
		var mail = this.mails.claim();
		mail.ifPresent(this::take);
		return mail.isPresent();
	}

	private void take(Mail mail) {
		var origin = (mail.correlationId() != null) ? RequestOrigin.of(mail.correlationId(), null)
				: RequestOrigin.begin();
		try (var _ = origin.open()) {
			var now = this.surroundings.clock().instant();
			if (mail.isExpired(now)) {
				drop(mail, "expired");
			}
			else if (!isStillNews(mail)) {
				drop(mail, "no-news");
			}
			else if (!this.recipients.isAllowed(mail)) {
				drop(mail, "unverified");
			}
			else {
				send(mail.listing(stillNews(mail)));
			}
		}
	}

	/** What may be read no more is not told by a mail that comes late. */
	private boolean isStillNews(Mail mail) {
		return (mail.about() == null || this.mailRelevance.isStillNews(mail.about()))
				&& (mail.items().isEmpty() || !stillNews(mail).isEmpty());
	}

	private List<NewMail.Item> stillNews(Mail mail) {
		return mail.items().stream().filter((item) -> this.mailRelevance.isStillNews(item.about())).toList();
	}

	private void send(Mail mail) {
		try {
			this.recipients.address(mail).ifPresentOrElse((address) -> send(mail, address), () -> awaitAddress(mail));
		}
		catch (BrokenSealException ex) {
			refused(mail, "", "seal.broken");
		}
	}

	private void send(Mail mail, String address) {
		var contact = this.recipients.contact(mail).orElse(null);
		var masked = Recipients.masked(address);
		try {
			this.server.deliver(this.mailComposer.compose(mail, address, contact));
			this.mails.sent(mail, masked);
			count(mail, "sent");
			log.atInfo().addKeyValue("mail", mail.id()).addKeyValue("template", mail.template()).log("A mail is sent");
		}
		catch (MailRefusedException ex) {
			refused(mail, masked, ex.reason());
		}
		catch (MailServerAwayException ex) {
			log.atWarn().addKeyValue("mail", mail.id()).log("The mail server is away; mails wait");
			log.debug("Why", ex);
			this.mails.putBack(mail, this.surroundings.settings().pause());
		}
	}

	private void awaitAddress(Mail mail) {
		if (this.recipients.mayStillBeKnown(mail, this.surroundings.clock().instant())) {
			this.mails.putBack(mail, UNTIL_KNOWN);
		}
		else {
			drop(mail, "no-address");
		}
	}

	private void refused(Mail mail, String masked, String reason) {
		var state = this.mails.refused(mail, masked, reason);
		count(mail, state.json());
		log.atWarn()
			.addKeyValue("mail", mail.id())
			.addKeyValue("reason", reason)
			.addKeyValue("state", state)
			.log("A mail was refused");
	}

	private void drop(Mail mail, String reason) {
		this.mails.dropped(mail, reason);
		count(mail, "dropped");
	}

	private void count(Mail mail, String outcome) {
		this.surroundings.meters()
			.counter("parley.mails", "template", mail.template().code(), "outcome", outcome)
			.increment();
	}

	/**
	 * What it is told about where it runs.
	 *
	 * @param role whether it runs at all
	 * @param clock what time it is
	 * @param settings how it sends
	 * @param meters what it counts
	 */
	@Component
	record Surroundings(ProcessRole role, InstantSource clock, MailSettings settings, MeterRegistry meters) {
	}

}
