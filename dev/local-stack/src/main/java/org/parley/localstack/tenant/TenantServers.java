package org.parley.localstack.tenant;

/**
 * A tenant's addresses of the servers, with credentials.
 *
 * @param mongoUri address with the tenant's database
 * @param amqpUri address with the tenant's virtual host
 * @param redisUri address of Redis; keys and channels must start with {@code redisPrefix}
 */
public record TenantServers(String mongoUri, String amqpUri, String redisUri, String redisPrefix) {
}
