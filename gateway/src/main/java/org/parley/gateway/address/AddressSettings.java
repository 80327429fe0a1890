package org.parley.gateway.address;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The networks that are trusted for client addresses and metrics.
 *
 * @param trustedProxies networks (CIDR) whose forwarded headers are trusted; none by
 * default
 * @param scrapers networks (CIDR) that may read metrics; none by default
 */
@ConfigurationProperties("parley.gateway")
public record AddressSettings(@DefaultValue List<String> trustedProxies, @DefaultValue List<String> scrapers) {

}
