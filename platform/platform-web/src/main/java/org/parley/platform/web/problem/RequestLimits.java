package org.parley.platform.web.problem;

import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many requests an instance processes.
 *
 * @param concurrent the number of requests in progress; further ones are refused
 */
@Validated
@ConfigurationProperties("parley.requests")
public record RequestLimits(@Positive @DefaultValue("512") int concurrent) {
}
