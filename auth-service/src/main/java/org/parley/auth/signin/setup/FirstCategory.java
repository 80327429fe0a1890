package org.parley.auth.signin.setup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A category of a new forum. Its limits are those of the {@code setup.completed} schema,
 * and no wider than forum-service's own.
 *
 * @param slug part of its address
 * @param name of the category
 * @param description of its topic
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FirstCategory(
		@Schema(example = "gardening") @NotNull(message = "is required") @Size(max = 50,
				message = "may have 50 characters") @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+){0,24}",
						message = "must be lower-case letters, digits, and single hyphens between them") String slug,
		@Schema(example = "Gardening") @NotNull(message = "is required") @Size(max = 100,
				message = "must have 1 to 100 characters") @Pattern(regexp = SetupRequest.ONE_LINE,
						message = "must be one line of text, not blank") String name,
		@Schema(example = "Soil, seeds and seasons.") @Size(max = 1000, message = "may have 1000 characters") @Pattern(
				regexp = "[\\n\\r\\t[^\\p{Cc}\\p{Cs}]]*", message = "must be text") @Nullable String description) {
}
