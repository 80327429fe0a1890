package org.parley.notification.account;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.SealedEventSecret;
import org.parley.notification.mail.MailTemplate;
import org.parley.notification.mail.NewMail;
import org.parley.notification.mail.SendMail;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Queues mails about an account, regardless of the preferences of its user. */
@EventConsumer("notifications")
class AccountMailListener {

	private static final Set<String> KNOWN_ALERTS = Set.of("password-changed", "password-reset", "two-factor-enabled",
			"two-factor-disabled", "recovery-code-used", "recovery-codes-renewed", "access-token-created",
			"session-stolen", "email-change-requested", "passkey-added", "passkey-removed", "passkey-copied",
			"identity-linked", "identity-unlinked", "two-factor-reset", "new-device", "account-restored", "renamed");

	private final SendMail sendMail;

	AccountMailListener(SendMail sendMail) {
		this.sendMail = sendMail;
	}

	@EventHandler("email-verification.requested")
	void onVerification(Request request, EventEnvelope event) {
		this.sendMail.send(request.mail(event.id(), MailTemplate.VERIFICATION));
	}

	@EventHandler("password-reset.requested")
	void onPasswordReset(PasswordRequest request, EventEnvelope event) {
		this.sendMail.send(request.mail(event.id()));
	}

	@EventHandler("email-change.requested")
	void onEmailChange(Request request, EventEnvelope event) {
		this.sendMail.send(request.mail(event.id(), MailTemplate.EMAIL_CHANGE));
	}

	@EventHandler("email-change.made")
	void onEmailChanged(Request request, EventEnvelope event) {
		this.sendMail.send(request.mail(event.id(), MailTemplate.EMAIL_CHANGED));
	}

	@EventHandler("invitation.sent")
	void onInvitation(Request request, EventEnvelope event) {
		this.sendMail
			.send(request.mail(event.id(), MailTemplate.INVITATION).saying("title", request.user().displayName()));
	}

	@EventHandler("sign-in.requested")
	void onSignInRequested(Request request, EventEnvelope event) {
		this.sendMail.send(request.mail(event.id(), MailTemplate.SIGN_IN));
	}

	@EventHandler("security.alert")
	void onSecurityAlert(Alert alert, EventEnvelope event) {
		this.sendMail.send(alertMail(alert, event.id()));
	}

	private static NewMail alertMail(Alert alert, String event) {
		if (alert.kind().equals("account-deleting") && alert.until() != null) {
			return alert.mail(event, MailTemplate.ACCOUNT_DELETING).until(alert.until());
		}
		if (alert.kind().equals("account-removed") && alert.until() != null) {
			return alert.mail(event, MailTemplate.ACCOUNT_REMOVED).until(alert.until());
		}
		if (alert.kind().equals("app-permitted") && alert.app() != null) {
			return alert.mail(event, MailTemplate.APP_PERMITTED).saying("title", alert.app());
		}
		if (alert.kind().equals("registration-approved")) {
			return alert.mail(event, MailTemplate.REGISTRATION_APPROVED);
		}
		if (alert.kind().equals("registration-repeated")) {
			return alert.mail(event, MailTemplate.REGISTRATION_REPEATED);
		}
		var kind = KNOWN_ALERTS.contains(alert.kind()) ? alert.kind() : "other";
		return alert.mail(event, MailTemplate.SECURITY_ALERT).saying("kind", kind);
	}

	/** The user of the account, or who invites. */
	record User(String id, String username, String displayName) {
	}

	/** A link that works until a time. */
	record Request(User user, SealedEventSecret address, SealedEventSecret token, Instant expiresAt, String locale) {

		NewMail mail(String event, MailTemplate mailTemplate) {
			return NewMail.toAccount("link:" + event, mailTemplate, this.user.id(), this.address, this.locale)
				.carrying(this.token)
				.until(this.expiresAt);
		}

	}

	/**
	 * A link that chooses a password.
	 *
	 * @param accountCreated whether others have created the account; null otherwise
	 */
	record PasswordRequest(User user, SealedEventSecret address, SealedEventSecret token, Instant expiresAt,
			String locale, @Nullable Boolean accountCreated) {

		NewMail mail(String event) {
			var request = new Request(this.user, this.address, this.token, this.expiresAt, this.locale);
			return Boolean.TRUE.equals(this.accountCreated)
					? request.mail(event, MailTemplate.ACCOUNT_CREATED).saying("title", this.user.username())
					: request.mail(event, MailTemplate.PASSWORD_RESET);
		}

	}

	/** A change of an account. */
	record Alert(User user, String kind, SealedEventSecret address, String locale, @Nullable Instant until,
			@Nullable String app) {

		NewMail mail(String event, MailTemplate mailTemplate) {
			return NewMail.toAccount("alert:" + event, mailTemplate, this.user.id(), this.address, this.locale);
		}
	}

}
