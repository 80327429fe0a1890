package org.parley.auth.user.device;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.parley.auth.user.User;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.SecurityAlert;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.auth.user.digest.RandomText;
import org.parley.auth.user.event.UserDeleted;

import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Knows devices again that somebody has signed in with.
 *
 * @see <a href=
 * "https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies">OWASP,
 * device cookies</a>
 */
@Component
public class DeviceRegistry {

	/** How long a device is remembered that nobody signs in with. */
	public static final Duration KEPT = Duration.ofDays(180);

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
	 * Who is slowed down with this client: a device that has signed in to the account
	 * stands for itself, all others for their network.
	 * @param account a person's id, or whatever stands for somebody that nobody knows
	 */
	public String origin(String account, ClientDevice clientDevice) {
		return known(account).filter((devices) -> devices.isTrusted(clientDevice)).isPresent()
				? "device:" + clientDevice.mark() : clientDevice.network();
	}

	/**
	 * Remembers a device that somebody signs in with, and warns them of one that was not
	 * there before. Part of the transaction that signs in.
	 * @return the secret by which it is known next time
	 */
	public String remember(User user, ClientDevice clientDevice) {
		var known = known(user.id()).orElseGet(() -> KnownDevices.none(user.id()));
		if (known.isStrange(clientDevice)) {
			this.sendSecurityAlert.alert(user, SecurityAlert.Kind.NEW_DEVICE);
		}
		var secret = RandomText.next(this.random);
		this.mongo.save(known.and(clientDevice, secret, this.clock.instant()));
		return secret;
	}

	@EventListener
	void on(UserDeleted event) {
		this.mongo.remove(new Query(Criteria.where("_id").is(event.userId())), KnownDevices.class);
	}

	private Optional<KnownDevices> known(String account) {
		return Optional.ofNullable(this.mongo.findById(account, KnownDevices.class));
	}

}
