package org.parley.localstack.tenant;

import org.parley.localstack.Servers;

/**
 * Creates and removes the least-privilege users of tenants.
 */
public final class TenantProvisioner implements AutoCloseable {

	private final MongoTenants mongo;

	private final RabbitTenants rabbit;

	private final RedisTenants redis;

	public TenantProvisioner(Servers servers) {
		this.mongo = new MongoTenants(servers.mongoUri());
		this.rabbit = new RabbitTenants(servers.amqpUri(), servers.rabbitManagement());
		this.redis = new RedisTenants(servers.redisUri());
	}

	/**
	 * Creates or updates the tenant's users.
	 */
	public TenantServers provision(Tenant tenant) {
		return new TenantServers(this.mongo.provision(tenant), this.rabbit.provision(tenant),
				this.redis.provision(tenant), tenant.redisPrefix());
	}

	/**
	 * Removes an {@linkplain Tenant#isolated isolated} tenant with its database, virtual
	 * host and keys.
	 */
	public void drop(Tenant tenant) {
		this.mongo.drop(tenant);
		this.rabbit.drop(tenant);
		this.redis.drop(tenant);
	}

	@Override
	public void close() {
		this.mongo.close();
		this.rabbit.close();
		this.redis.close();
	}

}
