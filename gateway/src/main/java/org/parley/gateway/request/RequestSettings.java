package org.parley.gateway.request;

import java.time.Duration;
import java.util.Map;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The limits of a request.
 *
 * @param maxBody the largest body
 * @param largeBodies the largest bodies below certain paths
 * @param maxHeaders the largest number of header lines
 * @param timeout how long a client may take to send the body; slow bodies would occupy
 * the services, whose concurrent requests are limited. Shorter than the response timeout
 * of routes, which includes it
 */
@Validated
@ConfigurationProperties("parley.gateway.request")
record RequestSettings(@DefaultValue("256KB") DataSize maxBody, @DefaultValue Map<String, DataSize> largeBodies,
		@DefaultValue("64") int maxHeaders, @NotNull @DurationMin(millis = 1) @DefaultValue("8s") Duration timeout) {

}
