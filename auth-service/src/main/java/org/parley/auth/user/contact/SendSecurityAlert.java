package org.parley.auth.user.contact;

import java.time.Instant;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.User;
import org.parley.contracts.account.contact.SecurityAlert;
import org.parley.platform.messaging.secret.MailPayloadCipher;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Alerts owners by mail of changes to their accounts. */
@Component
public class SendSecurityAlert {

	private final ApplicationEventPublisher events;

	private final MailPayloadCipher cipher;

	private final InstantSource clock;

	SendSecurityAlert(ApplicationEventPublisher events, MailPayloadCipher cipher, InstantSource clock) {
		this.events = events;
		this.cipher = cipher;
		this.clock = clock;
	}

	/** Alerts the owner. Runs in the caller's transaction. */
	public void alert(User user, SecurityAlert.Kind kind) {
		alert(user, kind, null, null);
	}

	/** Alerts the owner of a change that can be undone until a given time. */
	public void alert(User user, SecurityAlert.Kind kind, Instant until) {
		alert(user, kind, until, null);
	}

	/** Alerts the owner of a change that concerns an app. */
	public void alertOfApp(User user, SecurityAlert.Kind kind, String app) {
		alert(user, kind, null, app);
	}

	private void alert(User user, SecurityAlert.Kind kind, @Nullable Instant until, @Nullable String app) {
		this.events.publishEvent(new SecurityAlert(user.portrait(), kind, this.cipher.seal(user.email()),
				user.profile().locale(), this.clock.instant(), until, app));
	}

}
