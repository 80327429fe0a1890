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
import org.parley.platform.text.name.ShownName;

/** Changes a provider; absent properties keep their values. */
@Schema(name = "IdentityProviderChange")
record IdentityProviderUpdateRequest(@Schema(example = "Google") @ShownName @Nullable String name,
		@Schema(example = "https://accounts.google.com") @Size(max = 500,
				message = "must have at most 500 characters") @Nullable String issuer,
		@Schema(example = "1234.apps.googleusercontent.com") @Pattern(regexp = IdentityProviderRequest.VISIBLE,
				message = "must be 1 to 500 visible ASCII characters") @Nullable String clientId,
		@Schema(example = "GOCSPX-3kXq") @Pattern(regexp = IdentityProviderRequest.VISIBLE,
				message = "must be 1 to 500 visible ASCII characters") @Nullable String clientSecret,
		@Schema(example = "true") @Nullable Boolean trusted, @Schema(example = "false") @Nullable Boolean enabled,
		@Schema(example = "true") @Nullable Boolean onlyWayIn,
		@Schema(example = "1") @Min(value = 0, message = "must be 0 to 1000") @Max(value = 1000,
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

	IdentityProviderTerms applyTo(IdentityProviderTerms terms) {
		return new IdentityProviderTerms((this.name != null) ? this.name.strip() : terms.name(),
				Objects.requireNonNullElse(this.issuer, terms.issuer()),
				Objects.requireNonNullElse(this.clientId, terms.clientId()),
				Objects.requireNonNullElse(this.trusted, terms.trusted()),
				Objects.requireNonNullElse(this.enabled, terms.enabled()),
				Objects.requireNonNullElse(this.onlyWayIn, terms.onlyWayIn()),
				Objects.requireNonNullElse(this.position, terms.position()),
				(this.groupsClaim != null) ? IdentityProviderRequest.claim(this.groupsClaim) : terms.groupsClaim(),
				Objects.requireNonNullElse(this.groupRules, terms.groupRules()));
	}

	@Override
	public String toString() {
		return "IdentityProviderUpdateRequest[***]";
	}

}
