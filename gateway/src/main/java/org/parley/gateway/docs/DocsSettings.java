package org.parley.gateway.docs;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the common document is put together.
 *
 * @param patience how long a service may take to describe itself
 * @param fresh how long the document is kept
 * @param incomplete how long it is kept when a service did not answer
 */
@ConfigurationProperties("parley.gateway.docs")
record DocsSettings(@DefaultValue("2s") Duration patience, @DefaultValue("1m") Duration fresh,
		@DefaultValue("5s") Duration incomplete) {

}
