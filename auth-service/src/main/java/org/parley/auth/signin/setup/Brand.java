package org.parley.auth.signin.setup;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.text.StorableText;
import org.parley.platform.text.name.ShownName;

/**
 * How the forum presents itself: what an administrator leaves out has a default.
 *
 * @param tagline one line about it
 * @param welcome what guests read on the first page
 * @param accent colour of buttons and links, which the pages make readable
 * @param radius of corners, in pixels
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Brand(@Schema(example = "The Tea Party") @NotNull @ShownName String name,
		@Schema(example = "Always tea time.") @StorableText(max = 200) @Nullable String tagline,
		@Schema(example = "Riddles, tea and clean cups.") @StorableText(max = 1000,
				lines = true) @Nullable String welcome,
		@Schema(example = "#0f6b66") @Pattern(regexp = "#[0-9a-fA-F]{6}",
				message = "must be a colour such as #0f6b66") @Nullable String accent,
		@Schema(example = "8") @Min(0) @Max(24) @Nullable Integer radius,
		@Size(max = 8, message = "must have at most 8 links") @Nullable List<@NotNull(
				message = "must not be null") @Valid FooterLink> links) {

	/** The brand of a forum of which only the name is known. */
	static Brand named(String name) {
		return new Brand(name, null, null, null, null, null);
	}

	/** A link at the end of each page. */
	record FooterLink(@Schema(example = "Imprint") @NotNull @ShownName String label,
			@Schema(example = "https://example.org/imprint") @NotNull @Pattern(
					regexp = "(https?:/)?/[!-.0-\\[\\]-~][!-~]{0,400}",
					message = "must be a path or an address with http or https, of up to 400 characters") String address) {
	}

}
