package org.parley.auth.user.contact;

import java.time.Instant;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;

import org.parley.auth.user.User;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Warns people of what happened to their account. */
@Component
public class SendSecurityAlert {

	private final ApplicationEventPublisher events;

	private final MailPayloadCipher seal;

	private final InstantSource clock;

	SendSecurityAlert(ApplicationEventPublisher events, MailPayloadCipher seal, InstantSource clock) {
		this.events = events;
		this.seal = seal;
		this.clock = clock;
	}

	/** Warns the owner. Part of the transaction that asks. */
	public void alert(User user, SecurityAlert.Kind kind) {
		alert(user, kind, null, null);
	}

	/** Warns the owner of what can be undone for a while. */
	public void alert(User user, SecurityAlert.Kind kind, Instant until) {
		alert(user, kind, until, null);
	}

	/** Tells the owner of an app by its name. Part of the transaction that asks. */
	public void alertOfApp(User user, SecurityAlert.Kind kind, String app) {
		alert(user, kind, null, app);
	}

	private void alert(User user, SecurityAlert.Kind kind, @Nullable Instant until, @Nullable String app) {
		this.events.publishEvent(new SecurityAlert(user.portrait(), kind, this.seal.seal(user.email()),
				user.profile().locale(), this.clock.instant(), until, app));
	}

}
