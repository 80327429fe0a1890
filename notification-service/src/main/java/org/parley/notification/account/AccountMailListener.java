package org.parley.notification.account;

import org.parley.contracts.account.contact.MailLinkRequested;
import org.parley.contracts.account.contact.SecurityAlert;
import org.parley.notification.mail.MailTemplate;
import org.parley.notification.mail.NewMail;
import org.parley.notification.mail.SendMail;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Queues mails about an account, regardless of the preferences of its user. */
@EventConsumer("notifications")
class AccountMailListener {

	private final SendMail sendMail;

	AccountMailListener(SendMail sendMail) {
		this.sendMail = sendMail;
	}

	@EventHandler("email-verification.requested")
	void onVerification(MailLinkRequested request, EventEnvelope event) {
		this.sendMail.send(linkMail(request, event, MailTemplate.VERIFICATION));
	}

	@EventHandler("password-reset.requested")
	void onPasswordReset(MailLinkRequested request, EventEnvelope event) {
		this.sendMail.send(Boolean.TRUE.equals(request.accountCreated())
				? linkMail(request, event, MailTemplate.ACCOUNT_CREATED).saying("title", request.user().username())
				: linkMail(request, event, MailTemplate.PASSWORD_RESET));
	}

	@EventHandler("email-change.requested")
	void onEmailChange(MailLinkRequested request, EventEnvelope event) {
		this.sendMail.send(linkMail(request, event, MailTemplate.EMAIL_CHANGE));
	}

	@EventHandler("email-change.made")
	void onEmailChanged(MailLinkRequested request, EventEnvelope event) {
		this.sendMail.send(linkMail(request, event, MailTemplate.EMAIL_CHANGED));
	}

	@EventHandler("invitation.sent")
	void onInvitation(MailLinkRequested request, EventEnvelope event) {
		this.sendMail
			.send(linkMail(request, event, MailTemplate.INVITATION).saying("title", request.user().displayName()));
	}

	@EventHandler("sign-in.requested")
	void onSignInRequested(MailLinkRequested request, EventEnvelope event) {
		this.sendMail.send(linkMail(request, event, MailTemplate.SIGN_IN));
	}

	@EventHandler("security.alert")
	void onSecurityAlert(SecurityAlert alert, EventEnvelope event) {
		this.sendMail.send(alertMail(alert, event.id()));
	}

	private static NewMail linkMail(MailLinkRequested request, EventEnvelope event, MailTemplate mailTemplate) {
		return NewMail
			.toAccount("link:" + event.id(), mailTemplate, request.user().id(), request.address(), request.locale())
			.carrying(request.token())
			.until(request.expiresAt());
	}

	static NewMail alertMail(SecurityAlert alert, String event) {
		var until = alert.until();
		var app = alert.app();
		return switch (alert.kind()) {
			case null -> unspecificMail(alert, event);
			case ACCOUNT_DELETING ->
				(until != null) ? alertMail(alert, event, MailTemplate.ACCOUNT_DELETING).until(until)
						: unspecificMail(alert, event);
			case ACCOUNT_CLOSED -> (until != null) ? alertMail(alert, event, MailTemplate.ACCOUNT_CLOSED).until(until)
					: unspecificMail(alert, event);
			case ACCOUNT_REMOVED -> (until != null) ? alertMail(alert, event, MailTemplate.ACCOUNT_REMOVED).until(until)
					: unspecificMail(alert, event);
			case APP_PERMITTED ->
				(app != null) ? alertMail(alert, event, MailTemplate.APP_PERMITTED).saying("title", app)
						: unspecificMail(alert, event);
			case REGISTRATION_APPROVED -> alertMail(alert, event, MailTemplate.REGISTRATION_APPROVED);
			case REGISTRATION_REPEATED -> alertMail(alert, event, MailTemplate.REGISTRATION_REPEATED);
			case RENAMED -> securityMail(alert, event, "renamed").saying("username", alert.user().username());
			case SecurityAlert.Kind kind -> securityMail(alert, event, kind.json());
		};
	}

	private static NewMail unspecificMail(SecurityAlert alert, String event) {
		return securityMail(alert, event, "other");
	}

	private static NewMail securityMail(SecurityAlert alert, String event, String kind) {
		return alertMail(alert, event, MailTemplate.SECURITY_ALERT).saying("kind", kind);
	}

	private static NewMail alertMail(SecurityAlert alert, String event, MailTemplate mailTemplate) {
		return NewMail.toAccount("alert:" + event, mailTemplate, alert.user().id(), alert.address(), alert.locale());
	}

}
