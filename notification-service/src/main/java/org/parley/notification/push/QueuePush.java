package org.parley.notification.push;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Queues a new notification for the devices of its user, in the transaction of its cause.
 */
@Component
public class QueuePush {

	private final QueuedPushes pushes;

	private final UnitOfWork unitOfWork;

	private final ClusterLoop sending;

	private final InstantSource clock;

	QueuePush(QueuedPushes pushes, UnitOfWork unitOfWork, @Qualifier("pushLoop") ClusterLoop sending,
			InstantSource clock) {
		this.pushes = pushes;
		this.unitOfWork = unitOfWork;
		this.sending = sending;
		this.clock = clock;
	}

	/**
	 * Queues a notification.
	 * @param earliest when it may be sent; null for at once
	 */
	public void queue(String userId, String notificationId, String title, String link, Locale locale,
			@Nullable Instant earliest) {
		this.pushes.add(new QueuedPush(notificationId, userId, title, link, locale.toLanguageTag(), null, 0,
				Objects.requireNonNullElseGet(earliest, this.clock::instant)));
		this.unitOfWork.afterCommit(this.sending::signal);
	}

}
