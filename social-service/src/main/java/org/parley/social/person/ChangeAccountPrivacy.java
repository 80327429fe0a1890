package org.parley.social.person;

import org.parley.contracts.social.SocialAccountChanged;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes an account private or public. */
@Component
class ChangeAccountPrivacy {

	private final SocialPeople people;

	private final ApplicationEventPublisher publisher;

	private final UnitOfWork unitOfWork;

	ChangeAccountPrivacy(SocialPeople people, ApplicationEventPublisher publisher, UnitOfWork unitOfWork) {
		this.people = people;
		this.publisher = publisher;
		this.unitOfWork = unitOfWork;
	}

	void change(boolean closed, Caller caller) {
		this.people.requireWriter(caller);
		this.unitOfWork.run(() -> this.people.close(caller.id(), closed)
			.ifPresent((changed) -> this.publisher.publishEvent(new SocialAccountChanged("social-account.changed",
					changed.reference(), changed.closed(), changed.privacyChanges()))));
	}

}
