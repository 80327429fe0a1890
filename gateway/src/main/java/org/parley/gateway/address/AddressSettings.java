package org.parley.gateway.address;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom to believe about the client's address, and who may read what is measured.
 *
 * @param trustedProxies networks (CIDR) whose forwarded headers are believed; none by
 * default
 * @param scrapers networks (CIDR) that may read what is measured; none by default
 */
@ConfigurationProperties("parley.gateway")
record AddressSettings(@DefaultValue List<String> trustedProxies, @DefaultValue List<String> scrapers) {

}
