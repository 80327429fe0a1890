package org.parley.notification.mail.delivery;

import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import org.parley.notification.mail.Mail;
import org.parley.notification.mail.MailSettings;
import org.parley.notification.mail.MailState;
import org.parley.notification.mail.Mails;
import org.parley.notification.mail.transport.MailRefusedException;
import org.parley.notification.mail.transport.MailServerUnavailableException;
import org.parley.notification.mail.suppression.SuppressionReason;
import org.parley.notification.mail.suppression.Suppressions;
import org.parley.notification.mail.suppression.Suppressions.MailedAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Records the outcome of a delivery in the mail log, the metrics and the log. */
@Component
class RecordMailOutcome {

	private static final Logger log = LoggerFactory.getLogger(RecordMailOutcome.class);

	private static final Duration SHORT_PAUSE = Duration.ofSeconds(10);

	private final Mails mails;

	private final Suppressions suppressions;

	private final MailSettings settings;

	private final MeterRegistry meters;

	RecordMailOutcome(Mails mails, Suppressions suppressions, MailSettings settings, MeterRegistry meters) {
		this.mails = mails;
		this.suppressions = suppressions;
		this.settings = settings;
		this.meters = meters;
	}

	void markSent(Mail mail, MailedAddress address) {
		this.mails.markSent(mail, address.masked(), address.key());
		this.suppressions.recordAcceptance(address.key());
		count(mail, "sent");
		log.atInfo().addKeyValue("mail", mail.id()).addKeyValue("template", mail.template()).log("Mail sent");
	}

	/**
	 * Records a refusal. The mail is tried again, unless the refusal is permanent. An
	 * address that nobody has is suppressed; so is one that refuses mail after mail,
	 * because servers count the mails of their senders to such addresses.
	 */
	void markRefused(Mail mail, MailedAddress address, MailRefusedException refusal) {
		if (refusal.isAddressUnknown()) {
			this.suppressions.suppress(address, SuppressionReason.HARD_BOUNCE);
		}
		var state = refusal.isPermanent() ? this.mails.markDead(mail, address.masked(), refusal.explanation())
				: this.mails.markRefused(mail, address.masked(), refusal.explanation());
		if (state == MailState.DEAD && refusal.isAboutRecipient()) {
			this.suppressions.countRefusal(address, mail.id());
		}
		recordFailure(mail, refusal.explanation(), state);
	}

	/** Records that the server may have accepted a mail, which is sent again later. */
	void markUnconfirmed(Mail mail, MailedAddress address) {
		recordFailure(mail, "mail.unconfirmed", this.mails.markRefused(mail, address.masked(), "mail.unconfirmed"));
	}

	/** Records that a mail can never be sent. */
	void markDead(Mail mail, String reason) {
		recordFailure(mail, reason, this.mails.markDead(mail, "", reason));
	}

	private void recordFailure(Mail mail, String reason, MailState state) {
		count(mail, state.json());
		log.atWarn()
			.addKeyValue("mail", mail.id())
			.addKeyValue("reason", reason)
			.addKeyValue("state", state)
			.log("Mail failed");
	}

	void drop(Mail mail, String reason) {
		this.mails.markDropped(mail, reason);
		count(mail, "dropped");
	}

	/**
	 * Postpones a mail without counting an attempt; the metrics count it, unless the mail
	 * servers are only busy.
	 */
	void postpone(Mail mail, MailServerUnavailableException cause) {
		if (cause.isBusy()) {
			log.atInfo().addKeyValue("mail", mail.id()).log("The mail servers accept no mail for now; mails wait");
			this.mails.postpone(mail, this.settings.pause());
		}
		else {
			count(mail, "postponed");
			log.atWarn()
				.addKeyValue("mail", mail.id())
				.addKeyValue("cause", cause.getMessage())
				.log("The mail server is unavailable; mails are postponed");
			this.mails.postpone(mail, this.settings.pause(), cause.explanation());
		}
	}

	/** Postpones a mail until the address of its user is known. */
	void awaitAddress(Mail mail) {
		this.mails.postpone(mail, SHORT_PAUSE);
	}

	/** Postpones a mail until the key of its secrets is known. */
	void awaitKey(Mail mail) {
		log.atDebug().addKeyValue("mail", mail.id()).log("A mail is sealed under an unknown key; it waits");
		this.mails.postpone(mail, SHORT_PAUSE);
	}

	private void count(Mail mail, String outcome) {
		this.meters.counter("parley.mails", "template", mail.template().code(), "outcome", outcome).increment();
	}

}
