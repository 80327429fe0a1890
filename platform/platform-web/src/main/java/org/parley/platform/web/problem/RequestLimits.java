package org.parley.platform.web.problem;

import java.time.Duration;
import java.util.Map;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Scope;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How many requests an instance takes; may change while it runs.
 *
 * @param concurrent how many requests are processed at a time; fewer after a start
 * @param waiting how many further requests may wait for these
 * @param patience how long a request waits before it is refused; with the duration of a
 * request this must be below the gateway's timeout, or the gateway gives up on requests
 * that are processed afterwards
 * @param largeBodies the largest bodies of certain paths, by pattern; 256 KiB elsewhere.
 * Read at the start
 */
@Validated
@Scope("prototype")
@ConfigurationProperties("parley.requests")
public record RequestLimits(@Positive @DefaultValue("128") int concurrent,
		@PositiveOrZero @DefaultValue("384") int waiting, @NotNull @DurationMin @DefaultValue("4s") Duration patience,
		@DefaultValue Map<String, DataSize> largeBodies) {
}
