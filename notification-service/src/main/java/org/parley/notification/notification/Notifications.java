package org.parley.notification.notification;

import java.util.Optional;

import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.repository.Repository;

/** The stored notifications. */
interface Notifications extends Repository<Notification, String> {

	Notification save(Notification notification);

	void delete(Notification notification);

	Optional<Notification> findById(String id);

	/** The one that grows while it is not read. */
	@Query("{ openFor: ?0 }")
	Optional<Notification> openFor(String group);

}
