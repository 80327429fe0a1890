package org.parley.social.snapshot;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.social.SocialAccountChanged;
import org.parley.platform.messaging.snapshot.Snapshot;
import org.parley.social.person.SocialPeople;

import org.springframework.stereotype.Component;

/** Publishes the privacy of the accounts that have ever changed it. */
@Component
class AccountPrivacySnapshots implements Snapshot {

	private final SocialPeople people;

	AccountPrivacySnapshots(SocialPeople people) {
		this.people = people;
	}

	@Override
	public String type() {
		return "social-account.snapshot";
	}

	@Override
	public List<SocialAccountChanged> after(@Nullable String personId, int limit) {
		return this.people.changedPrivacyAfter(personId, limit)
			.stream()
			.map((person) -> new SocialAccountChanged(type(), person.reference(), person.closed(),
					person.privacyChanges()))
			.toList();
	}

}
