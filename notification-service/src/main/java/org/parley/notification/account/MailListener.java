package org.parley.notification.account;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.notification.mail.Mailing;
import org.parley.notification.mail.NewMail;
import org.parley.notification.mail.Template;
import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;
import org.parley.platform.events.secret.Sealed;

/** Hears what people must be written to about, whatever they prefer. */
@Listens("notifications")
class MailListener {

	private static final Set<String> KNOWN = Set.of("password-changed", "password-reset", "two-factor-enabled",
			"two-factor-disabled", "recovery-code-used", "recovery-codes-renewed", "access-token-created",
			"session-stolen", "email-change-requested", "passkey-added", "passkey-removed", "passkey-copied",
			"two-factor-reset", "new-device", "account-restored");

	private final Mailing mailing;

	MailListener(Mailing mailing) {
		this.mailing = mailing;
	}

	@Hears("email-verification.requested")
	void onVerification(Request request, EventEnvelope event) {
		this.mailing.send(request.mail(event.id(), Template.VERIFICATION));
	}

	@Hears("password-reset.requested")
	void onReset(Request request, EventEnvelope event) {
		this.mailing.send(request.mail(event.id(), Template.PASSWORD_RESET));
	}

	@Hears("email-change.requested")
	void onEmailChange(Request request, EventEnvelope event) {
		this.mailing.send(request.mail(event.id(), Template.EMAIL_CHANGE));
	}

	@Hears("email-change.made")
	void onOtherEmail(Request request, EventEnvelope event) {
		this.mailing.send(request.mail(event.id(), Template.EMAIL_CHANGED));
	}

	@Hears("security.alert")
	void onAlert(Alert alert, EventEnvelope event) {
		this.mailing.send(warning(alert, event.id()));
	}

	private static NewMail warning(Alert alert, String event) {
		if (alert.kind().equals("account-deleting") && alert.until() != null) {
			return alert.mail(event, Template.ACCOUNT_DELETING).until(alert.until());
		}
		if (alert.kind().equals("app-permitted") && alert.app() != null) {
			return alert.mail(event, Template.APP_PERMITTED).saying("title", alert.app());
		}
		var kind = KNOWN.contains(alert.kind()) ? alert.kind() : "other";
		return alert.mail(event, Template.SECURITY_ALERT).saying("kind", kind);
	}

	/** Whose account. */
	record User(String id) {
	}

	/** Somebody needs a link, for a while. */
	record Request(User user, Sealed address, Sealed token, Instant expiresAt, String locale) {

		NewMail mail(String event, Template template) {
			return NewMail.toAccount("link:" + event, template, this.user.id(), this.address, this.locale)
				.carrying(this.token)
				.until(this.expiresAt);
		}

	}

	/** Something happened to an account. */
	record Alert(User user, String kind, Sealed address, String locale, @Nullable Instant until, @Nullable String app) {

		NewMail mail(String event, Template template) {
			return NewMail.toAccount("alert:" + event, template, this.user.id(), this.address, this.locale);
		}
	}

}
