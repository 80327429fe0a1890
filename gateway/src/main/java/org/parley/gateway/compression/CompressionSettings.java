package org.parley.gateway.compression;

import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which responses are compressed.
 *
 * @param types content types
 * @param smallest the minimum size in bytes
 */
@ConfigurationProperties("parley.gateway.compression")
record CompressionSettings(@DefaultValue( {
		"application/json", "application/problem+json", "application/xml", "application/atom+xml",
		"application/rss+xml", "text/html", "text/plain", "text/css", "text/javascript" }) Set<String> types,
		@DefaultValue("1KB") DataSize smallest){

	boolean includes(String contentType) {
		int parameters = contentType.indexOf(';');
		return this.types.contains((parameters < 0) ? contentType : contentType.substring(0, parameters).strip());
	}

}
