package org.parley.auth.signin.setup;

import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.account.SetupCompleted;
import org.parley.platform.text.StorableText;
import org.parley.platform.text.name.LatinName;
import org.parley.platform.text.name.ShownName;

/**
 * A category of a new forum. Its limits are those of the {@code setup.completed} schema,
 * and no wider than forum-service's own.
 *
 * @param slug part of its address; made of the name by default
 * @param colour of its marks; grey by default
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FirstCategory(
		@Schema(example = "gardening") @Size(max = 50, message = "must have at most 50 characters") @Pattern(
				regexp = "[a-z0-9]+(-[a-z0-9]+){0,24}",
				message = "must be lower-case letters, digits, and single hyphens between them") @Nullable String slug,
		@Schema(example = "Gardening") @NotNull @ShownName String name,
		@Schema(example = "Soil, seeds and seasons.") @StorableText(max = 1000,
				lines = true) @Nullable String description,
		@Schema(example = "#2f855a") @Pattern(regexp = "#[0-9a-fA-F]{6}",
				message = "must be a colour such as #2f855a") @Nullable String colour) {

	/** The category with a slug that no other one has; a given slug stays. */
	FirstCategory withSlug(Set<String> taken) {
		if (this.slug != null) {
			return this;
		}
		return new FirstCategory(LatinName.freeSlug(this.name, "category", taken::contains), this.name,
				this.description, this.colour);
	}

	/** The category as it is in events. */
	SetupCompleted.Category planned() {
		return new SetupCompleted.Category(Objects.requireNonNull(this.slug), this.name, this.description, this.colour);
	}

}
