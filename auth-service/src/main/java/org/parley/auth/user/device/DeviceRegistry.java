package org.parley.auth.user.device;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.parley.auth.user.User;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.contracts.account.UserDeleted;
import org.parley.contracts.account.contact.SecurityAlert;
import org.parley.platform.domain.RandomText;

import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Recognises the devices with which users have signed in.
 *
 * @see <a href=
 * "https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies">OWASP,
 * device cookies</a>
 */
@Component
public class DeviceRegistry {

	/** How long an unused device is remembered. */
	public static final Duration KEPT = Duration.parse(KnownDevices.KEPT);

	private final MongoOperations mongo;

	private final SendSecurityAlert sendSecurityAlert;

	private final InstantSource clock;

	private final RandomGenerator random;

	DeviceRegistry(MongoOperations mongo, SendSecurityAlert sendSecurityAlert, InstantSource clock,
			RandomGenerator random) {
		this.mongo = mongo;
		this.sendSecurityAlert = sendSecurityAlert;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * The key under which attempts of this client are throttled: the device secret of a
	 * known device, otherwise the client's network.
	 * @param account a user id, or a stand-in for an unknown login
	 */
	public String origin(String account, ClientDevice clientDevice) {
		return find(account).filter((devices) -> devices.isTrusted(clientDevice)).isPresent()
				? "device:" + clientDevice.secret() : clientDevice.network();
	}

	/**
	 * Remembers the device and alerts the owner of a new one. Runs in the caller's
	 * transaction.
	 * @return the next secret of the device
	 */
	public String remember(User user, ClientDevice clientDevice) {
		var known = find(user.id()).orElseGet(() -> KnownDevices.none(user.id()));
		if (known.isNew(clientDevice)) {
			this.sendSecurityAlert.alert(user, SecurityAlert.Kind.NEW_DEVICE);
		}
		var secret = RandomText.next(this.random);
		this.mongo.save(known.with(clientDevice, secret, this.clock.instant()));
		return secret;
	}

	@EventListener
	void on(UserDeleted event) {
		this.mongo.remove(new Query(Criteria.where("_id").is(event.userId())), KnownDevices.class);
	}

	private Optional<KnownDevices> find(String account) {
		return Optional.ofNullable(this.mongo.findById(account, KnownDevices.class));
	}

}
