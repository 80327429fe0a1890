package org.parley.localstack.tenant;

/**
 * A tenant's own addresses of the servers, credentials included.
 *
 * @param mongoUri names the tenant's database
 * @param amqpUri names the tenant's virtual host
 * @param redisUri its keys and channels must begin with {@code redisPrefix}
 * @param redisPrefix as in {@link Tenant}
 */
public record TenantServers(String mongoUri, String amqpUri, String redisUri, String redisPrefix) {
}
