package org.parley.auth.federation.provider;

import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.federation.provider.IdentityProviderTerms.GroupRule;
import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.text.name.ShownName;

/**
 * Adds a provider.
 *
 * @param id part of its addresses, immutable
 * @param kind {@code oidc}, {@code google}, {@code microsoft}, {@code github} or
 * {@code discourse}; immutable
 * @param issuer address of the issuer; optional for Google and GitHub
 * @param clientId that the provider has issued; none for DiscourseConnect
 * @param clientSecret that the provider has issued, or that both sides of
 * DiscourseConnect know
 * @param trusted whether mail addresses that it has verified count as verified here,
 * false by default
 * @param enabled whether people can sign in with it, true by default
 * @param onlyWayIn whether people can sign in with nothing else, false by default;
 * administrators keep their passwords and passkeys
 * @param position among the buttons, lowest first, 0 by default
 * @param groupsClaim claim that decides at each sign-in on the membership in the groups
 * of the rules, perhaps a path with dots; empty if none does
 */
@Schema(name = "IdentityProviderAddition")
record IdentityProviderRequest(
		@Schema(example = "google") @NotNull @Pattern(regexp = IdentityProviderRequest.ID,
				message = "must be 2 to 30 lower-case letters, digits or -") String id,
		@Schema(example = "google") @NotNull @Pattern(regexp = IdentityProviderKind.NAMES,
				message = "must be oidc, google, microsoft, github or discourse") String kind,
		@Schema(example = "Google") @NotNull @ShownName String name,
		@Schema(example = "https://accounts.google.com") @Size(max = 500,
				message = "must have at most 500 characters") @Nullable String issuer,
		@Schema(example = "1234.apps.googleusercontent.com") @Pattern(regexp = IdentityProviderRequest.VISIBLE,
				message = "must be 1 to 500 visible ASCII characters") @Nullable String clientId,
		@Schema(example = "GOCSPX-3kXq") @NotNull @Pattern(regexp = IdentityProviderRequest.VISIBLE,
				message = "must be 1 to 500 visible ASCII characters") String clientSecret,
		@Schema(example = "true") @Nullable Boolean trusted, @Schema(example = "true") @Nullable Boolean enabled,
		@Schema(example = "false") @Nullable Boolean onlyWayIn,
		@Schema(example = "0") @Min(value = 0, message = "must be 0 to 1000") @Max(value = 1000,
				message = "must be 0 to 1000") @Nullable Integer position,
		@Schema(example = "groups") @Size(max = 100, message = "must have at most 100 characters") @Pattern(
				regexp = IdentityProviderRequest.CLAIM,
				message = "must be the name of a claim") @Nullable String groupsClaim,
		@Size(max = 100,
				message = "must have at most 100 items") @Nullable List<@Valid @NotNull(
						message = "must not be null") GroupRule> groupRules,
		@Schema(example = "curiouser & curiouser") @Size(min = 1, max = 256) @Nullable String password,
		@Schema(example = "123456") @Size(max = 32, message = "must have at most 32 characters") @Nullable String otp)
		implements
			VerifyOwner.Proof {

	static final String ID = "[a-z0-9-]{2,30}";

	/** Visible ASCII characters. */
	static final String CLAIM = "[\\x21-\\x7e]*";

	static final String VISIBLE = "[\\x21-\\x7e]{1,500}";

	IdentityProviderKind parsedKind() {
		return IdentityProviderKind.of(this.kind).orElseThrow();
	}

	IdentityProviderTerms terms() {
		var address = (this.issuer != null) ? this.issuer
				: parsedKind().issuer().orElseThrow(() -> RefusalException.field("issuer", "not-null", "is required"));
		return new IdentityProviderTerms(this.name.strip(), address, knownAs(), Boolean.TRUE.equals(this.trusted),
				!Boolean.FALSE.equals(this.enabled), Boolean.TRUE.equals(this.onlyWayIn),
				(this.position != null) ? this.position : 0, claim(this.groupsClaim),
				Objects.requireNonNullElse(this.groupRules, List.of()));
	}

	/** The name of a claim; null if it is absent or empty. */
	static @Nullable String claim(@Nullable String name) {
		return (name != null && !name.isEmpty()) ? name : null;
	}

	private String knownAs() {
		if (parsedKind() == IdentityProviderKind.DISCOURSE) {
			return "";
		}
		if (this.clientId == null) {
			throw RefusalException.field("clientId", "not-null", "is required");
		}
		return this.clientId;
	}

	@Override
	public String toString() {
		return "IdentityProviderRequest[***]";
	}

}
