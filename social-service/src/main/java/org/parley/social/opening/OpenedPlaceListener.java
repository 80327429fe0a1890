package org.parley.social.opening;

import java.time.Duration;
import java.time.InstantSource;

import org.parley.contracts.social.SocialAccountChanged;
import org.parley.contracts.social.SocialPostChanged;
import org.parley.contracts.social.SocialVisibility;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes opened places, within the transaction of the change. */
@Component
class OpenedPlaceListener {

	/** Longer than a transaction that has still read that fewer people see its text. */
	private static final Duration MARGIN = Duration.ofSeconds(10);

	private final OpenedPlaces places;

	private final ClusterLoop openedPlaceLoop;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	OpenedPlaceListener(OpenedPlaces places, ClusterLoop openedPlaceLoop, UnitOfWork unitOfWork, InstantSource clock) {
		this.places = places;
		this.openedPlaceLoop = openedPlaceLoop;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	@EventListener
	void on(SocialAccountChanged changed) {
		if (!changed.privateAccount()) {
			start(changed.person().id(), OpenedPlace.Kind.ACCOUNT);
		}
	}

	@EventListener
	void on(SocialPostChanged changed) {
		var before = changed.previousVisibility();
		if (before != null && before != SocialVisibility.PUBLIC
				&& changed.post().visibility() == SocialVisibility.PUBLIC) {
			start(changed.post().id(), OpenedPlace.Kind.POST);
		}
	}

	private void start(String id, OpenedPlace.Kind kind) {
		this.places.save(new OpenedPlace(id, kind, null, this.clock.instant().plus(MARGIN)));
		this.unitOfWork.afterCommit(this.openedPlaceLoop::signal);
	}

}
