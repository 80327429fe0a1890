package org.parley.localstack.tenant;

import java.net.URI;
import java.util.stream.Stream;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;

/**
 * Creates a Redis ACL user per tenant.
 */
final class RedisTenants implements AutoCloseable {

	private final URI redis;

	private final RedisClient client;

	private final StatefulRedisConnection<String, String> admin;

	RedisTenants(String redisUri) {
		this.redis = URI.create(redisUri);
		this.client = RedisClient.create(redisUri);
		this.admin = this.client.connect();
	}

	String provision(Tenant tenant) {
		acl(Stream.concat(Stream.of("SETUSER", tenant.name(), "reset", "on", ">" + tenant.password()),
				tenant.redis().rules().stream()));
		save();
		return "%s://%s:%s@%s:%d%s".formatted(this.redis.getScheme(), tenant.name(), tenant.password(),
				this.redis.getHost(), (this.redis.getPort() > 0) ? this.redis.getPort() : 6379, this.redis.getPath());
	}

	void drop(Tenant tenant) {
		var keys = ScanIterator.scan(this.admin.sync(),
				ScanArgs.Builder.matches(tenant.redisPrefix() + "*").limit(1000));
		keys.forEachRemaining((key) -> this.admin.sync().unlink(key));
		this.admin.sync().aclDeluser(tenant.name());
		save();
	}

	/**
	 * Saves the users if the server has an ACL file, so that they survive a restart.
	 */
	private void save() {
		try {
			acl(Stream.of("SAVE"));
		}
		catch (RedisCommandExecutionException ex) {
			if (!String.valueOf(ex.getMessage()).contains("not configured to use an ACL file")) {
				throw ex;
			}
		}
	}

	private void acl(Stream<String> words) {
		var args = new CommandArgs<>(StringCodec.UTF8);
		words.forEach(args::add);
		this.admin.sync().dispatch(CommandType.ACL, new StatusOutput<>(StringCodec.UTF8), args);
	}

	@Override
	public void close() {
		this.client.shutdown();
	}

}
