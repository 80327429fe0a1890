package org.parley.gateway.request;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is too much for one request.
 *
 * @param maxBody the largest body that is passed on
 * @param maxHeaders how many header lines are, at most
 */
@ConfigurationProperties("parley.gateway.request")
record RequestSettings(@DefaultValue("256KB") DataSize maxBody, @DefaultValue("64") int maxHeaders) {

}
