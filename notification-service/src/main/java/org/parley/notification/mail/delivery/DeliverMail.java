package org.parley.notification.mail.delivery;

import java.time.InstantSource;
import java.util.List;

import org.parley.notification.mail.Mail;
import org.parley.notification.mail.NewMail;
import org.parley.notification.mail.transport.MailRefusedException;
import org.parley.notification.mail.transport.MailServers;
import org.parley.notification.mail.transport.MailUnconfirmedException;
import org.parley.notification.mail.transport.MailServerUnavailableException;
import org.parley.notification.news.NewsRelevance;
import org.parley.platform.messaging.secret.BrokenSealException;
import org.parley.platform.messaging.secret.UnknownSealKeyException;

import org.springframework.stereotype.Component;

/**
 * Delivers a claimed mail, or drops it if it is no longer relevant. A mail is sent again
 * with the same Message-ID if a crash or a lost connection leaves open whether a server
 * has accepted it.
 */
@Component
class DeliverMail {

	private final MailServers mailServers;

	private final MailComposer mailComposer;

	private final MailAddresses mailAddresses;

	private final NewsRelevance newsRelevance;

	private final RecordMailOutcome recordMailOutcome;

	private final InstantSource clock;

	DeliverMail(MailServers mailServers, MailComposer mailComposer, MailAddresses mailAddresses,
			NewsRelevance newsRelevance, RecordMailOutcome recordMailOutcome, InstantSource clock) {
		this.mailServers = mailServers;
		this.mailComposer = mailComposer;
		this.mailAddresses = mailAddresses;
		this.newsRelevance = newsRelevance;
		this.recordMailOutcome = recordMailOutcome;
		this.clock = clock;
	}

	void deliver(Mail mail) {
		if (mail.isExpired(this.clock.instant())) {
			this.recordMailOutcome.drop(mail, "expired");
			return;
		}
		var relevantItems = relevantItems(mail);
		if (!isRelevant(mail, relevantItems)) {
			this.recordMailOutcome.drop(mail, "no-news");
		}
		else if (!this.mailAddresses.isAllowed(mail)) {
			this.recordMailOutcome.drop(mail, "unverified");
		}
		else {
			send(mail.listing(relevantItems));
		}
	}

	/**
	 * A delayed mail must not show what its recipient has read, may no longer read or
	 * does not want any more.
	 */
	private boolean isRelevant(Mail mail, List<NewMail.Item> relevantItems) {
		return (mail.about() == null || this.newsRelevance.isMailed(mail.about()))
				&& (mail.items().isEmpty() || !relevantItems.isEmpty());
	}

	private List<NewMail.Item> relevantItems(Mail mail) {
		return mail.items().stream().filter((item) -> this.newsRelevance.isMailed(item.about())).toList();
	}

	private void send(Mail mail) {
		try {
			this.mailAddresses.findAddress(mail)
				.ifPresentOrElse((address) -> send(mail, address), () -> awaitAddress(mail));
		}
		catch (UnknownSealKeyException ex) {
			awaitKey(mail);
		}
		catch (BrokenSealException ex) {
			this.recordMailOutcome.markDead(mail, "seal.broken");
		}
	}

	private void send(Mail mail, String address) {
		if (!this.mailAddresses.permits(mail, address)) {
			this.recordMailOutcome.drop(mail, "suppressed");
			return;
		}
		var contact = this.mailAddresses.findContact(mail).orElse(null);
		var mailed = MailAddresses.mailed(mail, address);
		try {
			this.mailServers.deliver(this.mailComposer.compose(mail, address, contact));
			this.recordMailOutcome.markSent(mail, mailed);
		}
		catch (MailRefusedException ex) {
			this.recordMailOutcome.markRefused(mail, mailed, ex);
		}
		catch (MailUnconfirmedException ex) {
			this.recordMailOutcome.markUnconfirmed(mail, mailed);
		}
		catch (MailServerUnavailableException ex) {
			this.recordMailOutcome.postpone(mail, ex);
		}
	}

	/** While a key is replaced, some instances do not have it yet. */
	private void awaitKey(Mail mail) {
		if (this.mailAddresses.isStillExpected(mail, this.clock.instant())) {
			this.recordMailOutcome.awaitKey(mail);
		}
		else {
			this.recordMailOutcome.markDead(mail, "seal.key-unknown");
		}
	}

	private void awaitAddress(Mail mail) {
		if (this.mailAddresses.isStillExpected(mail, this.clock.instant())) {
			this.recordMailOutcome.awaitAddress(mail);
		}
		else {
			this.recordMailOutcome.drop(mail, "no-address");
		}
	}

}
