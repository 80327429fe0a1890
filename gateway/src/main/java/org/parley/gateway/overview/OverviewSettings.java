package org.parley.gateway.overview;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import jakarta.validation.constraints.NotEmpty;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The services of the administrators' overviews.
 *
 * @param services addresses by name
 * @param patience the timeout of each service
 */
@Validated
@ConfigurationProperties("parley.gateway.overview")
record OverviewSettings(@NotEmpty Map<String, URI> services, @DefaultValue("2s") Duration patience) {

}
