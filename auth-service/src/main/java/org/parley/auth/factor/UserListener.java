package org.parley.auth.factor;

import org.parley.auth.user.UserDeleted;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Leaves no second factor behind when an account goes; in the same transaction. */
@Component
class UserListener {

	private final SecondFactors factors;

	UserListener(SecondFactors factors) {
		this.factors = factors;
	}

	@EventListener
	void on(UserDeleted event) {
		this.factors.deleteById(event.userId());
	}

}
