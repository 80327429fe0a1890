package org.parley.localstack.tenant;

import org.parley.localstack.Servers;

/**
 * Gives tenants their least-privilege users, and takes them away again.
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
	 * Makes the tenant's users as described, whether they exist or not.
	 */
	public TenantServers provision(Tenant tenant) {
		return new TenantServers(this.mongo.provision(tenant), this.rabbit.provision(tenant),
				this.redis.provision(tenant), tenant.redisPrefix());
	}

	/**
	 * Removes the tenant, its database, its virtual host and its keys. For a tenant that
	 * is {@linkplain Tenant#alone alone}.
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
