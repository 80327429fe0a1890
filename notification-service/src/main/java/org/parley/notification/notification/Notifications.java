package org.parley.notification.notification;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/** The stored notifications. */
interface Notifications extends Repository<Notification, String> {

	Notification save(Notification notification);

	void delete(Notification notification);

	Optional<Notification> findById(String id);

}
