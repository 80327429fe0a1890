package org.parley.gateway.docs;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the merged document.
 *
 * @param patience the timeout of each service, whose first description takes long
 * @param fresh how long the document is cached
 * @param incomplete how long it is cached when a service did not answer
 */
@ConfigurationProperties("parley.gateway.docs")
record DocsSettings(@DefaultValue("30s") Duration patience, @DefaultValue("1m") Duration fresh,
		@DefaultValue("5s") Duration incomplete) {

}
