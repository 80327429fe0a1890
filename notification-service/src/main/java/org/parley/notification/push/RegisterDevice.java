package org.parley.notification.push;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

import org.parley.notification.person.RecipientPeople;
import org.parley.notification.preference.SetPreferences;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Registers and removes the devices of users. Changes of the devices of one user follow
 * each other, so that the last one knows whether there are any.
 */
@Component
public class RegisterDevice {

	/** The most devices of a user; a further one replaces the oldest. */
	static final int MOST = 10;

	private final PushDevices devices;

	private final SetPreferences setPreferences;

	private final RecipientPeople recipientPeople;

	private final UnitOfWork unitOfWork;

	RegisterDevice(PushDevices devices, SetPreferences setPreferences, RecipientPeople recipientPeople,
			UnitOfWork unitOfWork) {
		this.devices = devices;
		this.setPreferences = setPreferences;
		this.recipientPeople = recipientPeople;
		this.unitOfWork = unitOfWork;
	}

	/** Stores a device; the user who had it before no longer has it. */
	PushDevice register(PushDevice device) {
		return this.unitOfWork.run(() -> {
			this.recipientPeople.claim(List.of(device.userId()));
			this.devices.find(device.id())
				.map(PushDevice::userId)
				.filter((userId) -> !userId.equals(device.userId()))
				.ifPresent((userId) -> {
					var _ = forget(device.id(), userId);
				});
			this.devices.save(device);
			var all = this.devices.of(device.userId());
			all.subList(0, Math.max(0, all.size() - MOST))
				.forEach((oldest) -> this.devices.remove(oldest.id(), oldest.userId()));
			this.setPreferences.setPushed(device.userId(), true);
			return device;
		});
	}

	/** Removes a device; false if the user has no such device. */
	boolean remove(String id, String userId) {
		return this.unitOfWork.run(() -> forget(id, userId));
	}

	/** Removes the devices that a session, token or app of a user has registered. */
	public void removeOf(String sessionId, String userId) {
		removeIf((device) -> device.sessionId().equals(sessionId), userId);
	}

	/** Removes the devices of a user that were registered before a time. */
	public void removeAll(String userId, Instant before) {
		removeIf((device) -> device.createdAt().isBefore(before), userId);
	}

	private void removeIf(Predicate<PushDevice> condition, String userId) {
		this.unitOfWork.run(() -> this.devices.of(userId)
			.stream()
			.filter(condition)
			.forEach((device) -> forget(device.id(), userId)));
	}

	private boolean forget(String id, String userId) {
		if (!this.devices.remove(id, userId)) {
			return false;
		}
		this.recipientPeople.claim(List.of(userId));
		if (this.devices.of(userId).isEmpty()) {
			this.setPreferences.setPushed(userId, false);
		}
		return true;
	}

}
