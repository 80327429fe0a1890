package org.parley.gateway.request;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of a request.
 *
 * @param maxBody the largest body
 * @param maxHeaders the largest number of header lines
 */
@ConfigurationProperties("parley.gateway.request")
record RequestSettings(@DefaultValue("256KB") DataSize maxBody, @DefaultValue("64") int maxHeaders) {

}
