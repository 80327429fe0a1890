package org.parley.localstack.tenant;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Somebody with rights of their own in the servers: a service, or a test.
 *
 * @param name the user's name in all three servers, and that of its MongoDB database
 * @param password of that user
 * @param vhost the RabbitMQ virtual host that it may use
 * @param broker what it may do there
 * @param redisPrefix what its Redis keys and channels begin with
 * @param redis what it may do there
 */
public record Tenant(String name, String password, String vhost, BrokerRights broker, String redisPrefix,
		RedisRights redis) {

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

	public Tenant {
		if (!Stream.of(name, password, vhost, redisPrefix).allMatch((part) -> PLAIN.matcher(part).matches())) {
			throw new IllegalArgumentException("A tenant's name, password, vhost and prefix match " + PLAIN);
		}
	}

	/**
	 * A service: it meets the others in one virtual host.
	 */
	public static Tenant service(String name, String password, BrokerRights broker, RedisRights redis) {
		return new Tenant(name, password, "parley", broker, name + ":", redis);
	}

	/**
	 * A test: it meets nobody.
	 */
	public static Tenant alone(String name, String password) {
		return new Tenant(name, password, name, BrokerRights.OWN_HOST, name + ":", RedisRights.under(name + ":"));
	}

}
